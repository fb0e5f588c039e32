import { type Dataset, needField } from "#core/dataset";
import { orderOf, publicFields } from "#core/gate/public";
import type { Metric } from "#core/metric";
import { name } from "#core/query/sql";

/** What filters, charts, figures and the order of the rows look at. */
export function askedFields(d: Dataset): ReadonlySet<string> {
  return new Set([
    ...d.filters,
    ...(d.ranges ?? []),
    ...d.charts.flatMap((chart) => (chart.mark === "steps" ? [] : [chart.x])),
    ...Object.values(d.metrics).flatMap(fieldsOf),
    ...publicFields(d).filter((f) => f === orderOf(d)),
  ]);
}

/**
 * The field that counts the lines the rows stood in: files hold how far it is ahead of the row's place, which hardly
 * changes from row to row.
 */
export const lineField = (d: Dataset): string | undefined =>
  needField(d, orderOf(d)).kind === "count" ? orderOf(d) : undefined;

/** The rows of tables of the same length, one made of each query file. */
export function storedRows(d: Dataset, tables: readonly string[]): string {
  const line = lineField(d);
  const place = `${tables[0]}.rowid`;
  const columns = line ? `* REPLACE (${place} + ${name(line)} AS ${name(line)})` : "*";
  return `SELECT ${columns} FROM ${tables.join(" POSITIONAL JOIN ")}`;
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
