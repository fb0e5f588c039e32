import { type Dataset, needField } from "#core/dataset";
import { masked } from "#core/gate/mask";
import { orderOf, publicFields } from "#core/gate/public";
import { suppressed, suppressedCounts } from "#core/gate/suppress";
import { isWithdrawn } from "#core/gate/withdraw";
import { name, sqlType } from "#core/query/sql";

/** What is left of `prepared` once rows are withdrawn, names masked. */
const remaining = (d: Dataset): string =>
  `SELECT * FROM (${masked(d)}) WHERE NOT ${isWithdrawn(d)}`;

/** Whether rows, as they come, stand otherwise than in that order: a row if so. */
export const disordered = (d: Dataset, from: string): string =>
  `SELECT 1 FROM (SELECT ${name(orderOf(d))} > lag(${name(orderOf(d))}) OVER () AS follows, row_number() OVER () AS nth FROM ${from}) WHERE nth > 1 AND follows IS NOT true LIMIT 1`;

/**
 * The gate. The one query through which rows leave `prepared` (every declared field) for the public: rows are
 * withdrawn, names masked, small cells merged; it names the columns that may pass and fixes their order, and the
 * order of the rows. It reads the table `withdrawn` and the variable `today` besides.
 */
export const publish = (d: Dataset): string => `${publishUnsorted(d)} ORDER BY ${name(orderOf(d))}`;

/** The same but for the order of the rows, for who looks whether they came in it. */
export function publishUnsorted(d: Dataset): string {
  const columns = publicFields(d).map(
    (f) => `CAST(${name(f)} AS ${sqlType(needField(d, f))}) AS ${name(f)}`,
  );
  return `SELECT ${columns.join(", ")} FROM (${suppressed(d, remaining(d))})`;
}

/** What the gate kept back, counted apart from what it let through: withdrawn, cells, rows, withheld. */
export const publishCounts = (d: Dataset): string =>
  `SELECT (SELECT CAST(count(*) AS DOUBLE) FROM prepared WHERE ${isWithdrawn(d)}) AS withdrawn, * FROM (${suppressedCounts(d, remaining(d))})`;
