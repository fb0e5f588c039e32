import type { Cell, Measure, Option, Point, Row } from "#core/catalog";
import { type Chart, type Dataset, needField, needMetric } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import type { Metric, Plain } from "#core/metric";
import { binEdges } from "#core/query/bin";
import { fold } from "#core/query/fold";
import { type Display, type Range, rangeFields, type View, words } from "#core/query/view";
import { regionByCode } from "#core/region/region";
import { prefectureOf } from "#core/region/rollup";

/**
 * The same figures as src/core/query/query.ts, in plain JavaScript over rows in query form. Written apart
 * from the SQL on purpose: the tests hold one against the other.
 */
export function matches(d: Dataset, row: Row, view: View, but?: string): boolean {
  for (const f of d.filters) {
    const chosen = view.choices[f];
    if (f === but || !chosen?.length) continue;
    if (!levels(d, f, row[f] ?? null).some((value) => chosen.includes(value))) return false;
  }
  for (const f of rangeFields(d)) {
    const range = view.ranges[f];
    if (f !== but && range && !isWithin(d, f, row[f] ?? null, range)) return false;
  }
  const text = String(row["search"] ?? "");
  return words(view.text).every((w) => text.includes(w));
}

/** Rows that come in published order, as a list shows them: blanks last both ways up, level ones as they came. */
export function ordered(rows: readonly Row[], sort: Display["sort"]): readonly Row[] {
  if (!sort) return rows;
  const cell = (r: Row) => r[sort.field] ?? null;
  const filled = rows.filter((r) => cell(r) !== null);
  const turn = sort.down ? -1 : 1;
  const sorted = [...filled].sort((a, b) => turn * compare(cell(a) ?? "", cell(b) ?? ""));
  return [...sorted, ...rows.filter((r) => cell(r) === null)];
}

/** Text by its code points, as DuckDB compares it: JavaScript's own order differs for rare characters. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" || typeof b === "number") return Number(a) - Number(b);
  const [as, bs] = [[...a], [...b]];
  const at = as.findIndex((c, i) => c !== bs[i]);
  if (at < 0) return as.length - bs.length;
  return (as[at]?.codePointAt(0) ?? 0) - (bs[at]?.codePointAt(0) ?? -1);
}

function isWithin(d: Dataset, f: string, cell: Cell, [from, to]: Range): boolean {
  if (cell === null) return false;
  const value = typeof cell === "number" ? Math.round((cell / unit(d, f)) * 100) / 100 : cell;
  if (from !== null && value < from) return false;
  if (to === null) return true;
  return ["money", "count"].includes(needField(d, f).kind) ? value < to : value <= to;
}

/** What a text search looks at: rows that are searched have it as `search`. */
export function searched(d: Dataset, row: Row): string {
  const texts = d.search
    .filter((f) => publicFields(d).includes(f))
    .map((f) => {
      const cell = String(row[f] ?? "");
      const region = needField(d, f).kind === "region" ? regionByCode[cell] : undefined;
      return region ? `${region.name.zh} ${region.name.en}` : cell;
    });
  return fold(texts.join(" "));
}

/** The choices that a cell comes under: a county is also one of its prefecture. */
function levels(d: Dataset, field: string, cell: Cell): readonly Cell[] {
  if (cell === null || needField(d, field).kind !== "region") return [cell];
  return [...new Set([cell, prefectureOf(String(cell))])];
}

export function figure(d: Dataset, metric: string, rows: readonly Row[]): Measure {
  const m = needMetric(d, metric);
  if (m.agg === "top") return top(d, m, rows);
  if (m.agg !== "ratio") return { value: number(d, m, rows) };
  const of = figure(d, m.of, rows).value ?? 0;
  const per = figure(d, m.per, rows).value ?? 0;
  return { value: per === 0 ? null : of / per, of, per };
}

/** Fen in a yuan; one of anything else. */
const unit = (d: Dataset, field: string): number =>
  needField(d, field).kind === "money" ? 100 : 1;

const sumOf = (d: Dataset, field: string, rows: readonly Row[]): number =>
  rows.reduce((sum, r) => sum + Number(r[field] ?? 0), 0) / unit(d, field);

const kept = ({ where = [] }: Plain, rows: readonly Row[]): readonly Row[] =>
  rows.filter((r) => where.every((w) => w.is.includes(String(r[w.field]))));

function number(d: Dataset, m: Exclude<Plain, { agg: "top" }>, all: readonly Row[]): number | null {
  const rows = kept(m, all);
  if (m.agg === "rows") return rows.length;
  const cells = rows.map((r) => r[m.of] ?? null).filter((c) => c !== null);
  const numbers = () => cells.map((c) => Number(c) / unit(d, m.of));
  const sums = (fields: readonly string[] = []) =>
    fields.reduce((sum, f) => sum + sumOf(d, f, rows), 0);
  switch (m.agg) {
    case "filled":
      return cells.length;
    case "distinct":
      return new Set(cells).size;
    case "sum":
      return sums([m.of]) + sums(m.and) - sums(m.less);
    case "median":
      return quantile(numbers(), 0.5);
    case "p90":
      return quantile(numbers(), 0.9);
  }
}

function top(d: Dataset, m: Extract<Metric, { agg: "top" }>, rows: readonly Row[]): Measure {
  const sums = [...groups(rows, (r) => r[m.by] ?? null)]
    .filter(([by]) => by !== null)
    .map(([, group]) => sumOf(d, m.of, kept(m, group)))
    .sort((a, b) => b - a);
  const add = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0);
  const [of, per] = [add(sums.slice(0, m.n)), add(sums)];
  return { value: per === 0 ? null : of / per, of, per };
}

/** Linear interpolation between the neighbours, as DuckDB's quantile_cont. */
function quantile(numbers: readonly number[], q: number): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined
    ? null
    : low + (high - low) * (at - Math.floor(at));
}

/** The points of a chart, of all rows: what is chosen of its own x leaves none out. */
export function points(
  d: Dataset,
  chart: Chart,
  all: readonly Row[],
  view: View,
): readonly Point[] {
  const rows = all.filter((r) => matches(d, r, view, "x" in chart ? chart.x : undefined));
  if (chart.mark === "steps") return chart.of.map((m) => ({ x: m, ...figure(d, m, rows) }));
  const isRegion = needField(d, chart.x).kind === "region";
  const x = (r: Row) => {
    const cell = r[chart.x] ?? null;
    if (chart.mark === "histogram" && cell !== null)
      return binEdges.findLast((edge) => edge <= Number(cell) / unit(d, chart.x)) ?? null;
    return isRegion && cell !== null ? prefectureOf(String(cell)) : cell;
  };
  return [...groups(rows, x)].map(([x, group]) => ({ x, ...figure(d, chart.y, group) }));
}

export function options(
  d: Dataset,
  field: string,
  rows: readonly Row[],
  view: View,
): readonly Option[] {
  const counts = new Map<Cell, number>();
  for (const row of rows.filter((r) => matches(d, r, view, field)))
    for (const value of levels(d, field, row[field] ?? null))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, rows]) => ({ value, rows }));
}

function groups(rows: readonly Row[], by: (row: Row) => Cell): Map<Cell, Row[]> {
  const byValue = new Map<Cell, Row[]>();
  for (const row of rows) {
    const value = by(row);
    const group = byValue.get(value);
    if (group) group.push(row);
    else byValue.set(value, [row]);
  }
  return byValue;
}
