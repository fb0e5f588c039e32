import type { Cell, Measure, Option, Point } from "#core/catalog";
import { type Chart, type Dataset, needField, needMetric } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { hideExpired } from "#core/gate/withdraw";
import type { Metric, Plain } from "#core/metric";
import { binSql } from "#core/query/bin";
import { orderSql } from "#core/query/order";
import { literal, name, queryForm } from "#core/query/sql";
import { isInOrder, unitOf } from "#core/query/unit";
import type { Display, View } from "#core/query/view";
import { where } from "#core/query/where";
import { rollupSql } from "#core/region/rollup";

/**
 * The queries behind every figure, chart and list, over one table `rows` in query form. Build and
 * browser run the same text; both get only text, doubles and null back.
 */
export type Answer = readonly Readonly<Record<string, Cell>>[];

/** The published fields in query form, for a SELECT from `published`. */
export const queryColumns = (d: Dataset): string =>
  publicFields(d)
    .map((f) => `${queryForm(f, needField(d, f))} AS ${name(f)}`)
    .join(", ");

/** Puts published rows into query form. */
export const rowsView = (d: Dataset): string => `SELECT ${queryColumns(d)} FROM published`;

/**
 * Makes `rows` of the query files, `loaded`, for who reads them on that day (an ISO date), however old the copy: a name
 * whose time is over is neither shown nor found.
 */
export const shownRows = (d: Dataset, day: string, loaded = "loaded"): string =>
  `SELECT ${hideExpired(d, day)} FROM ${loaded}`;

/** In the unit a reader sees: fen become yuan. */
const inYuan = (d: Dataset, field: string, sql: string): string =>
  needField(d, field).kind === "money" ? `${sql} / 100.0` : sql;

const among = (field: string, values: readonly Cell[]): string =>
  `${name(field)} IN (${values.map(literal).join(", ")})`;

const filter = ({ where = [] }: Plain): string =>
  where.length ? ` FILTER (WHERE ${where.map((w) => among(w.field, w.is)).join(" AND ")})` : "";

/** A plain metric over the rows of a group, in the unit a reader sees. */
function plainSql(d: Dataset, m: Exclude<Plain, { agg: "top" }>): string {
  const only = filter(m);
  switch (m.agg) {
    case "rows":
      return `count(*)${only}`;
    case "filled":
      return `count(${name(m.of)})${only}`;
    case "distinct":
      return `count(DISTINCT ${name(m.of)})${only}`;
    case "sum": {
      const sum = (f: string) => inYuan(d, f, `coalesce(sum(${name(f)})${only}, 0)`);
      const plus = [m.of, ...(m.and ?? [])].map(sum).join(" + ");
      return `(${[plus, ...(m.less ?? []).map(sum)].join(" - ")})`;
    }
    case "median":
      return inYuan(d, m.of, `quantile_cont(${name(m.of)}, 0.5)${only}`);
    case "p90":
      return inYuan(d, m.of, `quantile_cont(${name(m.of)}, 0.9)${only}`);
  }
}

const double = (sql: string): string => `CAST(${sql} AS DOUBLE)`;

/** The columns of a metric: `value`, and for a ratio its numerator `of` and denominator `per`. */
const measure = (d: Dataset, id: string): string =>
  parts(d, id)
    .map(([part, sql]) => `${sql} AS ${name(part)}`)
    .join(", ");

function parts(d: Dataset, id: string): readonly [keyof Measure, string][] {
  const m = needMetric(d, id);
  if (m.agg === "top") throw new Error(`${d.id}: ${id} is of the whole dataset, never a part`);
  if (m.agg !== "ratio") return [["value", double(plainSql(d, m))]];
  const [of, per] = [m.of, m.per].map((part) => {
    const sum = needMetric(d, part);
    if (sum.agg === "ratio" || sum.agg === "top")
      throw new Error(`${d.id}: ${id} is a ratio of the ratio ${part}`);
    return double(plainSql(d, sum));
  });
  return [
    ["value", `${of} / nullif(${per}, 0)`],
    ["of", of ?? ""],
    ["per", per ?? ""],
  ];
}

/** One metric over a view: one row. */
export function figureSql(d: Dataset, metric: string, view: View): string {
  const m = needMetric(d, metric);
  if (m.agg === "top") return topSql(d, m, view);
  return `SELECT ${measure(d, metric)} FROM rows ${where(d, view)}`;
}

/** Several metrics over a view, none of them of the whole dataset: one row, for `toFigures`. */
export function figuresSql(d: Dataset, metrics: readonly string[], view: View): string {
  const columns = metrics.flatMap((id) =>
    parts(d, id).map(([part, sql]) => `${sql} AS ${name(`${id}.${part}`)}`),
  );
  return `SELECT ${columns.join(", ")} FROM rows ${where(d, view)}`;
}

function topSql(d: Dataset, m: Extract<Metric, { agg: "top" }>, view: View): string {
  const only = filter(m);
  const sums = `SELECT coalesce(sum(${name(m.of)})${only}, 0) AS s FROM rows ${where(d, view)} GROUP BY ${name(m.by)} HAVING ${name(m.by)} IS NOT NULL`;
  const ranked = `SELECT s, row_number() OVER (ORDER BY s DESC) AS rank FROM (${sums})`;
  const total = (only: string) => double(inYuan(d, m.of, `coalesce(sum(s)${only}, 0)`));
  return `SELECT "of" / nullif(per, 0) AS value, "of", per FROM (SELECT ${total(` FILTER (WHERE rank <= ${m.n})`)} AS "of", ${total("")} AS per FROM (${ranked}))`;
}

/** Each value of a field over the rows that meet a condition: `x`, how many rows as `n`, and the metrics as one JSON object `figures`. */
export function groupSql(
  d: Dataset,
  by: string,
  metrics: readonly string[],
  condition = "true",
): string {
  const entry = (key: string, sql: string) => `${literal(key)}: ${sql}`;
  const figures = metrics.map((m) =>
    entry(
      m,
      `{${parts(d, m)
        .map(([part, sql]) => entry(part, sql))
        .join(", ")}}`,
    ),
  );
  const x = dimension(d, by);
  return `SELECT ${x} AS x, count(*) AS n, to_json({${figures.join(", ")}}) AS figures FROM rows WHERE ${x} IS NOT NULL AND ${condition} GROUP BY 1`;
}

/** A field as charts and groups see it: a region counts towards its prefecture. */
export const dimension = (d: Dataset, field: string): string =>
  needField(d, field).kind === "region" ? rollupSql(field) : name(field);

/** The class that an amount or a count is in, by its lower end in yuan or one. */
const binnedSql = (d: Dataset, field: string): string => double(binSql(field, unitOf(d, field)));

/**
 * The marks of a chart: a row for each x, the largest first, or in order for a year, a month or a class of amounts. What
 * is chosen of x itself leaves no mark out, so that another can be chosen instead.
 */
export function pointsSql(d: Dataset, chart: Chart, view: View): string {
  if (chart.mark === "steps") {
    const step = (m: string) =>
      `SELECT ${literal(m)} AS x, ${measure(d, m)} FROM rows ${where(d, view)}`;
    return chart.of.map(step).join(" UNION ALL ");
  }
  const order = isInOrder(d, chart) ? "1 NULLS LAST" : "2 DESC NULLS LAST, 1 NULLS LAST";
  const x = chart.mark === "histogram" ? binnedSql(d, chart.x) : dimension(d, chart.x);
  return `SELECT ${x} AS x, ${measure(d, chart.y)} FROM rows ${where(d, view, chart.x)} GROUP BY 1 ORDER BY ${order}`;
}

/**
 * The choices of a filter under the other filters: most rows first, a year or month from the newest back. A region has
 * its prefecture before it, whose rows are its own and those of its counties.
 */
export function optionsSql(d: Dataset, field: string, view: View): string {
  const [c, kind] = [name(field), needField(d, field).kind];
  const kept = `FROM rows ${where(d, view, field)}`;
  const counted = (from: string, order: string) =>
    `SELECT value, CAST(count(*) AS DOUBLE) AS rows FROM (${from}) GROUP BY 1 ORDER BY ${order}`;
  if (kind !== "region") {
    const newest = kind === "year" || kind === "month";
    const order = newest ? "1 DESC NULLS LAST" : "2 DESC, 1 NULLS LAST";
    return counted(`SELECT ${c} AS value ${kept}`, order);
  }
  const up = rollupSql(field);
  const both = `SELECT ${c} AS value ${kept} UNION ALL SELECT up FROM (SELECT ${c} AS own, ${up} AS up ${kept}) WHERE own <> up`;
  const parent = rollupSql("value");
  return counted(
    both,
    `value IS NULL, max(count(*)) OVER (PARTITION BY ${parent}) DESC, ${parent}, value <> ${parent}, 2 DESC, 1`,
  );
}

/** Which rows of a list: in which order, how many, and from which on, counted from 0. */
export type Part = { sort?: Display["sort"]; from?: number; most?: number };

/** Some fields of the rows of a view, in published order and all of them where `part` says nothing else; money in yuan. */
export function rowsSql(
  d: Dataset,
  view: View,
  fields: readonly string[],
  { sort = null, from = 0, most }: Part = {},
): string {
  const columns = cells(d, fields);
  const limit = most === undefined ? "" : ` LIMIT ${most}`;
  const offset = from === 0 ? "" : ` OFFSET ${from}`;
  return `SELECT ${columns} FROM rows ${where(d, view)} ORDER BY ${orderSql(d, sort)}${limit}${offset}`;
}

/** Fields as the JSON download has them. */
export const cells = (d: Dataset, fields: readonly string[]): string =>
  fields.map((f) => `${cell(d, f)} AS ${name(f)}`).join(", ");

/** How many rows a view has. */
export const countSql = (d: Dataset, view: View): string =>
  `SELECT ${double("count(*)")} AS n FROM rows ${where(d, view)}`;

/** A cell as the JSON download has it. */
function cell(d: Dataset, field: string): string {
  const { kind } = needField(d, field);
  const isNumber = ["money", "count", "year", "share"].includes(kind);
  return isNumber ? double(inYuan(d, field, name(field))) : name(field);
}

export const toMeasure = (row: Answer[number]): Measure => ({
  value: row["value"] as number | null, // the queries above name it
  ...(row["of"] === undefined ? {} : { of: row["of"] as number, per: row["per"] as number }),
});
export const toFigures = (
  metrics: readonly string[],
  row: Answer[number],
): Readonly<Record<string, Measure>> =>
  Object.fromEntries(
    metrics.map((id) => {
      const own = Object.entries(row).filter(([column]) => column.startsWith(`${id}.`));
      return [id, toMeasure(Object.fromEntries(own.map(([c, v]) => [c.slice(id.length + 1), v])))];
    }),
  );
export const toPoints = (rows: Answer): readonly Point[] =>
  rows.map((r) => ({ x: r["x"] ?? null, ...toMeasure(r) }));
export const toOptions = (rows: Answer): readonly Option[] =>
  rows.map((r) => ({ value: r["value"] ?? null, rows: r["rows"] as number }));
