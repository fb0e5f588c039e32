import type { Cell, Measure, Option, Point, Row } from "#core/catalog";
import { type Chart, type Dataset, type Metric, needField, needMetric } from "#core/dataset";
import { type View, words } from "#core/view";

/**
 * The same figures as src/core/query.ts, in plain JavaScript over rows in query form. Written apart
 * from the SQL on purpose: the tests hold one against the other.
 */
export function matches(d: Dataset, row: Row, view: View, but?: string): boolean {
  for (const f of d.filters) {
    const chosen = view.choices[f];
    if (f !== but && chosen?.length && !chosen.includes(row[f] ?? null)) return false;
  }
  const text = String(row["search"] ?? "");
  return words(view.text).every((w) => text.includes(w));
}

export function figure(d: Dataset, metric: string, rows: readonly Row[]): Measure {
  const m = needMetric(d, metric);
  if (m.agg !== "ratio") return { value: number(d, m, rows) };
  const of = figure(d, m.of, rows).value ?? 0;
  const per = figure(d, m.per, rows).value ?? 0;
  return { value: per === 0 ? null : of / per, of, per };
}

function number(
  d: Dataset,
  m: Exclude<Metric, { agg: "ratio" }>,
  rows: readonly Row[],
): number | null {
  if (m.agg === "rows") return rows.length;
  const cells = rows.map((r) => r[m.of] ?? null).filter((c) => c !== null);
  const unit = needField(d, m.of).kind === "money" ? 100 : 1; // fen in a yuan
  const numbers = () => cells.map((c) => Number(c) / unit);
  switch (m.agg) {
    case "filled":
      return cells.length;
    case "distinct":
      return new Set(cells).size;
    case "sum":
      return numbers().reduce((sum, n) => sum + n, 0);
    case "median":
      return quantile(numbers(), 0.5);
    case "p90":
      return quantile(numbers(), 0.9);
  }
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

export function points(d: Dataset, chart: Chart, rows: readonly Row[]): readonly Point[] {
  return [...groups(rows, chart.x)].map(([x, group]) => ({ x, ...figure(d, chart.y, group) }));
}

export function options(
  d: Dataset,
  field: string,
  rows: readonly Row[],
  view: View,
): readonly Option[] {
  const under = rows.filter((r) => matches(d, r, view, field));
  return [...groups(under, field)].map(([value, group]) => ({ value, rows: group.length }));
}

function groups(rows: readonly Row[], field: string): Map<Cell, Row[]> {
  const byValue = new Map<Cell, Row[]>();
  for (const row of rows) {
    const value = row[field] ?? null;
    const group = byValue.get(value);
    if (group) group.push(row);
    else byValue.set(value, [row]);
  }
  return byValue;
}
