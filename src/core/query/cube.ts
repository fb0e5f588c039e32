import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { type Additive, isAdditive } from "#core/metric";
import { unitOf } from "#core/query/unit";
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

/** How many of what a cube holds make one of a metric's unit. */
export const metricUnit = (d: Dataset, m: Additive): number =>
  m.agg === "sum" ? unitOf(d, m.of) : 1;

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
