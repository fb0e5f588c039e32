import type { Row } from "#core/catalog";
import { place } from "#core/query/stored";
import type { Engine } from "./engine.ts";

/** The rows of a list, wherever one looks. */
export type RowWindow = {
  count: number;
  /** Those from a place in the list up to another, itself not in it. */
  rows(from: number, to: number): Promise<readonly Row[]>;
};

/**
 * Sorts the rows that meet a condition once; after that any part of the list is had without sorting or skipping.
 * `columns` is a select list, `where` a clause or empty.
 */
export async function orderRows(
  engine: Engine,
  columns: string,
  where: string,
  orderBy: string,
): Promise<RowWindow> {
  const places = await engine.places(
    `SELECT CAST(${place} AS INTEGER) FROM rows ${where} ORDER BY ${orderBy}`,
  );
  return {
    count: places.length,
    rows: (from, to) =>
      from >= Math.min(to, places.length)
        ? Promise.resolve([])
        : engine.rowsAt(columns, places.subarray(from, to)),
  };
}
