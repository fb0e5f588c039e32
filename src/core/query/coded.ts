import type { Dataset } from "#core/dataset";
import type { Additive } from "#core/metric";
import { binSql } from "#core/query/bin";
import {
  additiveOf,
  type Cube,
  type Cuboid,
  dimensionsOf,
  isBinned,
  rowsColumn,
} from "#core/query/cube";
import { literal, name } from "#core/query/sql";
import { unitOf } from "#core/query/unit";

/** What one row adds to a metric, in what a cube holds. */
export function partSql(m: Additive): string {
  const met = (m.where ?? []).map((w) => `${name(w.field)} IN (${w.is.map(literal).join(", ")})`);
  const only = (sql: string) =>
    met.length ? `CASE WHEN ${met.join(" AND ")} THEN ${sql} ELSE 0 END` : sql;
  switch (m.agg) {
    case "rows":
      return only("1");
    case "filled":
      return only(`CASE WHEN ${name(m.of)} IS NULL THEN 0 ELSE 1 END`);
    case "sum": {
      const cell = (f: string) => `coalesce(${name(f)}, 0)`;
      const plus = [m.of, ...(m.and ?? [])].map(cell).join(" + ");
      return only([plus, ...(m.less ?? []).map(cell)].join(" - "));
    }
  }
}

/** A dimension as a cube holds it. */
export const dimSql = (d: Dataset, field: string): string =>
  isBinned(d, field) ? `CAST(${binSql(field, unitOf(d, field))} AS DOUBLE)` : name(field);

/** The values of a dimension in the order of their codes, blank last. */
export const valuesSql = (d: Dataset, field: string): string =>
  `SELECT DISTINCT ${dimSql(d, field)} AS v FROM rows ORDER BY 1 NULLS LAST`;

/** Each row as a cell of its own: `d0`, `d1` … as codes of the dimensions, then by its name what it adds to each metric. */
export function codedSql(d: Dataset, values: Cube["values"]): string {
  const codes = dimensionsOf(d).map((f, i) => {
    const cells = (values[f] ?? []).filter((cell) => cell !== null);
    return `CAST(coalesce(${codeSql(d, f, cells)}, ${cells.length}) AS USMALLINT) AS d${i}`;
  });
  const sums = additiveOf(d).map(([id, m]) => {
    const type = m.agg === "sum" ? "DOUBLE" : "UTINYINT";
    return `CAST(${partSql(m)} AS ${type}) AS ${name(id)}`;
  });
  // A table has a column, whatever is declared.
  return `SELECT ${["CAST(1 AS UTINYINT) AS one", ...codes, ...sums].join(", ")} FROM rows`;
}

/** The place of a row's value among those of a dimension, which are in order. */
function codeSql(d: Dataset, f: string, cells: readonly (string | number)[]): string {
  if (cells.length === 0) return "NULL";
  if (typeof cells[0] === "string") {
    const type = `ENUM(${cells.map(literal).join(", ")})`;
    return `enum_code(CAST(${name(f)} AS ${type}))`;
  }
  // A class begins at its value and ends before the next that any row has.
  const [is, unit] = isBinned(d, f) ? [">=", unitOf(d, f)] : ["=", 1];
  const whens = cells.map((cell, i) => `WHEN ${name(f)} ${is} ${Number(cell) * unit} THEN ${i}`);
  return `CASE ${whens.reverse().join(" ")} END`;
}

/** The answer to `codedSql`, column by column, as a cube of one cuboid. */
export function rowCube(
  d: Dataset,
  values: Cube["values"],
  columns: Readonly<Record<string, ArrayLike<number>>>,
): Cube {
  const dims = dimensionsOf(d);
  const column = (id: string) => columns[id] ?? [];
  const cuboid: Cuboid = {
    dims,
    cells: column("one").length,
    codes: dims.map((_, i) => column(`d${i}`)),
    sums: Object.fromEntries([
      [rowsColumn, column("one")],
      ...additiveOf(d).map(([id]) => [id, column(id)]),
    ]),
  };
  return { values, cuboids: [cuboid] };
}
