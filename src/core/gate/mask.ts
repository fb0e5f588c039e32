import type { Dataset } from "#core/dataset";
import { isPlainlyTradeSql, maskSql } from "#core/gate/person-name";
import { literal, name } from "#core/query/sql";

// Columns beside those of the dataset: no field can be called so.
const [given, shown] = [name("#given"), name("#shown")];

/** A field with names that a rule masks, and when the name in a row is a person's. */
type Masked = { field: string; isPerson: string };

function maskedFields(d: Dataset): readonly Masked[] {
  return Object.keys(d.fields).flatMap((field) => {
    const isPerson = d.privacy.flatMap((p) =>
      p.rule === "mask" && p.field === field
        ? // Where nobody says whose name it is, it may be a person's.
          [`coalesce(${name(p.when.field)} IN (${p.when.is.map(literal).join(", ")}), true)`]
        : [],
    );
    return isPerson.length ? [{ field, isPerson: isPerson.join(" OR ") }] : [];
  });
}

/**
 * The rows of `prepared` with persons' names masked. Each name is masked once, however many rows it is in, and those
 * that need a closer look stand together: DuckDB prepares the many patterns of it anew for every 2,048 rows that have one.
 */
export function masked(d: Dataset): string {
  const fields = maskedFields(d);
  if (fields.length === 0) return "SELECT * FROM prepared";
  const shownOf = ({ field }: Masked) => name(`#shown ${field}`);
  const names = ({ field, isPerson }: Masked) =>
    `SELECT DISTINCT ${name(field)} AS ${given} FROM prepared WHERE ${isPerson}`;
  const tables = fields.map(
    (m) =>
      `${shownOf(m)} AS MATERIALIZED (SELECT ${given}, ${maskSql(given)} AS ${shown} FROM (${names(m)} ORDER BY ${isPlainlyTradeSql(given)}))`,
  );
  // What is a person's and has no masked form, because it is blank, is NULL.
  const columns = fields.map((m) => {
    const f = name(m.field);
    return `CASE WHEN ${m.isPerson} THEN ${shownOf(m)}.${shown} ELSE ${f} END AS ${f}`;
  });
  const joins = fields.map((m) => {
    const person = `CASE WHEN ${m.isPerson} THEN ${name(m.field)} END`;
    return ` LEFT JOIN ${shownOf(m)} ON ${shownOf(m)}.${given} = ${person}`;
  });
  return `WITH ${tables.join(", ")} SELECT prepared.* REPLACE (${columns.join(", ")}) FROM prepared${joins.join("")}`;
}
