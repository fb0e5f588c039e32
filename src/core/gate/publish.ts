import { type Dataset, needField } from "#core/dataset";
import { masked } from "#core/gate/mask";
import { orderOf, publicFields } from "#core/gate/public";
import { suppressed, suppressedCounts } from "#core/gate/suppress";
import { isWithdrawn } from "#core/gate/withdraw";
import { name, sqlType } from "#core/query/sql";

/** What is left of `prepared` once rows are withdrawn, names masked. */
const remaining = (d: Dataset): string =>
  `SELECT * FROM (${masked(d)}) WHERE NOT ${isWithdrawn(d)}`;

/**
 * The gate. The one query through which rows leave `prepared` (every declared field) for the public: rows are
 * withdrawn, names masked, small cells merged; it names the columns that may pass and fixes their order, and the
 * order of the rows. It reads the table `withdrawn` and the variable `today` besides.
 */
export function publish(d: Dataset): string {
  const columns = publicFields(d).map(
    (f) => `CAST(${name(f)} AS ${sqlType(needField(d, f))}) AS ${name(f)}`,
  );
  return `SELECT ${columns.join(", ")} FROM (${suppressed(d, remaining(d))}) ORDER BY ${name(orderOf(d))}`;
}

/** What the gate kept back, counted apart from what it let through: withdrawn, cells, rows, withheld. */
export const publishCounts = (d: Dataset): string =>
  `SELECT (SELECT CAST(count(*) AS DOUBLE) FROM prepared WHERE ${isWithdrawn(d)}) AS withdrawn, * FROM (${suppressedCounts(d, remaining(d))})`;
