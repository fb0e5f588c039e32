import { type Assessment, type Measured, measuredIn } from "#core/assessment/declaration";
import type { Figure } from "#core/assessment/figure";
import type { Period } from "#core/assessment/period";
import type { Measure } from "#core/catalog";
import { type Dataset, needField, needMetric } from "#core/dataset";
import { intervalOf } from "#core/format/interval";
import type { Metric } from "#core/metric";
import { groupSql } from "#core/query/query";
import { literal, name } from "#core/query/sql";
import { rollupSql } from "#core/region/rollup";

/**
 * The queries behind the indicators, over a table `base` of one dataset's published rows in query form. A cell is a unit
 * in a period; what is of a prefecture counts its counties in, what is of a county is its own alone.
 */
export const levels = ["prefecture", "county"] as const;
export type Level = (typeof levels)[number];

/** What separates unit and period in the name of a cell. */
const bar = "|";

/** The month of a field: that of a date, or the month itself. */
export function monthSql(d: Dataset, field: string): string {
  const { kind } = needField(d, field);
  if (kind !== "month" && kind !== "date")
    throw new Error(`${d.id}: ${field} is neither a month nor a date`);
  return `left(${name(field)}, 7)`;
}

/** The field of a dataset that holds its region. */
export function regionField(d: Dataset): string {
  const found = Object.keys(d.fields).find((f) => d.fields[f]?.kind === "region");
  if (!found) throw new Error(`${d.id} has no region`);
  return found;
}

/** Makes `rows` of `base`: each row once for each period it counts in, with the `cell` it belongs to. */
export function cellsSql(
  d: Dataset,
  { time, where = [] }: Pick<Measured, "time" | "where">,
  level: Level,
  periods: readonly Period[],
): string {
  const [field, month] = [regionField(d), monthSql(d, time.field)];
  const unit = level === "prefecture" ? rollupSql(field) : name(field);
  // What a prefecture reports itself is not a county's.
  const own = level === "county" ? ` AND ${name(field)} <> ${rollupSql(field)}` : "";
  const values = periods.map((p) => `(${[p.id, p.from, p.to].map(literal).join(", ")})`).join(", ");
  const kept = where.map((w) => ` AND ${name(w.field)} IN (${w.is.map(literal).join(", ")})`);
  return `SELECT base.*, ${unit} || ${literal(bar)} || p.id AS cell FROM base JOIN (VALUES ${values}) AS p (id, first, last) ON ${counts(month, time.rows)} WHERE ${name(field)} IS NOT NULL${own}${kept.join("")}`;
}

/** When a row counts in the period `p`. */
function counts(month: string, rows: Measured["time"]["rows"]): string {
  switch (rows) {
    case "in the period":
      return `${month} BETWEEN p.first AND p.last`;
    case "in its last month":
      return `${month} = p.last`;
    case "until its end":
      return `${month} <= p.last`;
  }
}

/** The dataset with the field `cell`, and beside its metrics what tells how many rows stand behind or apart. */
export function measured(a: Assessment, d: Dataset): Dataset {
  const label = { zh: "", en: "" };
  const more: Record<string, Metric> = {};
  for (const [id, i] of Object.entries(measuredIn(a))) {
    if (i.dataset !== d.id) continue;
    const m = needMetric(d, i.metric);
    if (m.agg === "median" || m.agg === "p90")
      more[behind(id)] = { label, agg: "filled", of: m.of, ...(m.where ? { where: m.where } : {}) };
    // A sum over no rows is 0 all the same, and would pass for a report of nothing.
    if (m.agg === "sum" && m.where) more[behind(id)] = { label, agg: "rows", where: m.where };
    if ("leftOut" in i && i.leftOut) more[apart(id)] = i.leftOut.of;
  }
  return {
    ...d,
    fields: { ...d.fields, cell: { kind: "text", label } },
    metrics: { ...d.metrics, ...more },
  };
}

/** Metrics of `measured`: rows behind a median, and rows left out. */
export const behind = (id: string): string => `${id}:rows`;
export const apart = (id: string): string => `${id}:left out`;

/** The figures of every cell of `rows`; `x` names the cell. */
export const figuresSql = (d: Dataset, metrics: readonly string[]): string =>
  groupSql(d, "cell", metrics);

/** The unit and period that a cell's name stands for. */
export function readCell(cell: string): { unit: string; period: string } {
  const [unit = "", period = ""] = cell.split(bar);
  return { unit, period };
}

/** Six decimals, so that the last bits of a sum do not depend on the order in which it was added up. */
const exact = (n: number): number => Number(n.toFixed(6));

/** What was measured as a figure: a value only where enough stands behind it. */
export function figureOf(
  d: Dataset,
  i: Measured & { least?: number },
  measure: Measure | undefined,
  rows: number | undefined,
  leftOut: number | undefined,
): Figure {
  const aside = leftOut ? { leftOut: exact(leftOut) } : {};
  if (!measure || (rows ?? measure.per) === 0) return { value: null, why: "none", ...aside };
  const parts =
    measure.of === undefined || measure.per === undefined
      ? {}
      : { of: exact(measure.of), per: exact(measure.per) };
  const { agg } = needMetric(d, i.metric);
  const isMiddle = agg === "median" || agg === "p90";
  const known = { ...parts, ...(isMiddle && rows !== undefined ? { n: rows } : {}), ...aside };
  const enough = (rows ?? measure.per ?? 0) >= (i.least ?? 0);
  if (measure.value === null || !enough) return { value: null, why: "few", ...known };
  const interval = intervalOf(needMetric(d, i.metric), measure);
  return {
    value: exact(measure.value),
    ...known,
    ...(interval ? { interval: { low: exact(interval.low), high: exact(interval.high) } } : {}),
  };
}
