import { DuckDBBlobValue, type DuckDBConnection } from "@duckdb/node-api";
import type { Dataset } from "#core/dataset";
import { queryColumns } from "#core/query/query";
import { count } from "./duck.ts";

/**
 * The table `numbered` a slice of rows at a time: each yields the start of a query that sees the slice as
 * `rows`, in query form, with `rowid` for their order. At least one slice, though it may be empty.
 */
export async function* slices(
  duck: DuckDBConnection,
  d: Dataset,
  size: number,
): AsyncGenerator<{ sql: string; rows: number }> {
  const all = await count(duck, "numbered");
  for (let from = 0; from === 0 || from < all; from += size) {
    const range = `rowid >= ${from} AND rowid < ${from + size}`;
    const sql = `WITH rows AS (SELECT ${queryColumns(d)}, rowid FROM numbered WHERE ${range})`;
    yield { sql, rows: Math.min(size, all - from) };
  }
}

/** Texts of a query's only row, each as its bytes. */
export async function bytesOf(duck: DuckDBConnection, sql: string): Promise<readonly Uint8Array[]> {
  const [row = []] = (await duck.runAndReadAll(sql)).getRows();
  return row.map((v) => (v instanceof DuckDBBlobValue ? v.bytes : new Uint8Array()));
}
