import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { type Additive, isAdditive } from "#core/metric";
import { binSql } from "#core/query/bin";
import { unitOf } from "#core/query/query";
import { literal, name } from "#core/query/sql";
import { rangeFields } from "#core/query/view";

/**
 * The published rows added up over what a reader filters by: enough to answer the first filters in plain JavaScript.
 * `values` names the codes of each dimension; a cuboid has one entry a cell in every column, and adds up over any of its
 * dimensions. Amounts and counts among the dimensions are in the classes of src/core/query/bin.ts.
 */
export type Cube = {
  values: Readonly<Record<string, readonly Cell[]>>;
  cuboids: readonly Cuboid[];
};

export type Cuboid = {
  dims: readonly string[];
  cells: number;
  /** For each dimension the place of its value in `values`. */
  codes: readonly ArrayLike<number>[];
  /** By metric, in its smallest unit (fen); `rows` beside the declared ones. */
  sums: Readonly<Record<string, ArrayLike<number>>>;
};

/** How many rows a cell has: a column of every cuboid that no metric is named as. */
export const rowsColumn = "*";

/** What a reader filters or draws by, in the order of the form; no name that a stale copy would have to hide. */
export const dimensionsOf = (d: Dataset): readonly string[] => {
  const drawn = d.charts.flatMap((c) => (c.mark === "steps" ? [] : [c.x]));
  const all = [...d.filters, ...drawn, ...rangeFields(d)];
  const expiring = d.privacy.flatMap((p) => (p.rule === "withdraw" ? p.names : []));
  return [...new Set(all)].filter((f) => publicFields(d).includes(f) && !expiring.includes(f));
};

/** True where a dimension is held in classes. */
export const isBinned = (d: Dataset, field: string): boolean =>
  ["money", "count"].includes(needField(d, field).kind);

/** The metrics whose value for a whole is the sum of those for its parts. */
export const additiveOf = (d: Dataset): readonly (readonly [string, Additive])[] =>
  Object.entries(d.metrics).flatMap(([id, m]) => (isAdditive(m) ? [[id, m] as const] : []));

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

/** How many of what a cube holds make one of a metric's unit. */
export const metricUnit = (d: Dataset, m: Additive): number =>
  m.agg === "sum" ? unitOf(d, m.of) : 1;

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

/** How a cube is written: the codes of a column, then its sums, each as a list. */
export type CubeFile = {
  values: Cube["values"];
  cuboids: readonly {
    dims: readonly string[];
    codes: readonly (readonly number[])[];
    sums: Readonly<Record<string, readonly number[]>>;
  }[];
};

/** A cube as it was written. */
export const readCube = ({ values, cuboids }: CubeFile): Cube => ({
  values,
  cuboids: cuboids.map(({ dims, codes, sums }) => ({
    dims,
    cells: sums[rowsColumn]?.length ?? 0,
    codes: codes.map((column) => Uint16Array.from(undoSteps(column))),
    sums: Object.fromEntries(Object.entries(sums).map(([m, s]) => [m, Float64Array.from(s)])),
  })),
});

/** Each number as its step from the one before: sorted columns become mostly 0, which packs well. */
export const steps = (column: readonly number[]): readonly number[] =>
  column.map((code, i) => code - (column[i - 1] ?? 0));

function undoSteps(column: readonly number[]): readonly number[] {
  let sum = 0;
  return column.map((step) => {
    sum += step;
    return sum;
  });
}
