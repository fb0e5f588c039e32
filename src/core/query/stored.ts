import { type Dataset, needField } from "#core/dataset";
import { orderOf } from "#core/gate/public";
import type { Metric } from "#core/metric";
import { name } from "#core/query/sql";

/**
 * The field that counts the lines the rows stood in: files hold how far it is ahead of the row's place, which hardly
 * changes from row to row.
 */
export const lineField = (d: Dataset): string | undefined =>
  needField(d, orderOf(d)).kind === "count" ? orderOf(d) : undefined;

/** Where a row stands in published order, from 0: a column that no field can be called like. */
export const placeName = "#place";
export const place = name(placeName);

/**
 * The rows of tables of the same length, one made of each query file; or only those at some places, which takes no look at
 * the others.
 */
export function storedRows(
  d: Dataset,
  tables: readonly string[],
  places?: ArrayLike<number>,
): string {
  const line = lineField(d);
  const read = (rowid: string) =>
    line ? `* REPLACE (${rowid} + ${name(line)} AS ${name(line)})` : "*";
  if (!places)
    return `SELECT ${tables[0]}.rowid AS ${place}, ${read(`${tables[0]}.rowid`)} FROM ${tables.join(" POSITIONAL JOIN ")}`;
  const parts = tables.map((table, i) => {
    const columns = i === 0 ? `rowid AS ${place}, *` : "*";
    return `(SELECT ${columns} FROM ${table} WHERE ${among(places)})`;
  });
  return `SELECT ${read(place)} FROM ${parts.join(" POSITIONAL JOIN ")}`;
}

function among(places: ArrayLike<number>): string {
  const all = Array.from(places).sort((a, b) => a - b);
  const [first = 0, last = -1] = [all[0], all.at(-1)];
  const range = `rowid BETWEEN ${first} AND ${last}`;
  return last - first < all.length ? range : `${range} AND rowid IN (${all.join(", ")})`;
}

/** What charts and the counts of filters look at. */
export function drawnFields(d: Dataset): ReadonlySet<string> {
  const drawn = d.charts.flatMap((chart) => (chart.mark === "steps" ? chart.of : [chart.y]));
  const metrics = drawn.flatMap((id) => {
    const m = d.metrics[id];
    if (m?.agg !== "ratio") return m ? [m] : [];
    return [m.of, m.per].flatMap((part) => d.metrics[part] ?? []);
  });
  return new Set([
    ...d.filters,
    ...(d.ranges ?? []),
    ...d.charts.flatMap((chart) => (chart.mark === "steps" ? [] : [chart.x])),
    ...metrics.flatMap(fieldsOf),
  ]);
}

function fieldsOf(m: Metric): readonly string[] {
  if (m.agg === "ratio") return [];
  const conditions = (m.where ?? []).map(({ field }) => field);
  switch (m.agg) {
    case "rows":
      return conditions;
    case "filled":
    case "distinct":
    case "median":
    case "p90":
      return [m.of, ...conditions];
    case "sum":
      return [m.of, ...(m.and ?? []), ...(m.less ?? []), ...conditions];
    case "top":
      return [m.of, m.by, ...conditions];
  }
}
