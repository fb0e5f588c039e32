import type { DuckDBConnection } from "@duckdb/node-api";
import type { IndexFile } from "./index-file.ts";
import { type JsonRows, openRows } from "./json-rows.ts";
import { linesOf } from "./lines.ts";

/** Which keys there are, and which rows belong to each. */
export type RowIndex = {
  /** A query of each `key`, how many rows it has as `n`, and `known` of it as JSON; by key. */
  keys: string;
  /** A query of the places of rows in the download, for every row of every key, in the order of the keys. */
  places: string;
  /** As many rows of a key as are listed. */
  most: number;
  fileOf: (key: string) => IndexFile;
};

/**
 * Writes keys with their rows, which are copied out of the JSON download: only their places are sorted. Returns how
 * many keys there are.
 */
export async function writeRowIndex(
  duck: DuckDBConnection,
  json: JsonRows,
  { keys, places, most, fileOf }: RowIndex,
): Promise<number> {
  const order = await numbersOf(duck, places);
  const rows = openRows(json);
  let [count, from] = [0, 0];
  try {
    const columns = ["to_json(key)", "CAST(n AS VARCHAR)", "CAST(known AS VARCHAR)"];
    for await (const block of linesOf(duck, columns, keys))
      for (const [key = "", n, known = ""] of block) {
        const file = fileOf(JSON.parse(key));
        file.key(key, known);
        const all = Number(n);
        for (let i = from; i < from + Math.min(all, most); i++) {
          const row = order[i] as number; // counted below
          file.row(rows.lengthOf(row), (bytes, at) => rows.read(row, bytes, at));
        }
        from += all;
        count += 1;
      }
  } finally {
    rows.close();
  }
  if (from !== order.length) throw new Error(`keys of ${from} rows, and ${order.length} places`);
  return count;
}

/** The whole numbers of a query's only column. */
async function numbersOf(duck: DuckDBConnection, sql: string): Promise<Int32Array> {
  const result = await duck.run(`SELECT CAST(n AS INTEGER) FROM (${sql}) t (n)`);
  const numbers = new Int32Array(result.rowCount);
  let at = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    const rows = chunk?.rowCount ?? 0;
    if (!chunk || rows === 0) return numbers;
    const vector = chunk.getColumnVector(0);
    for (let i = 0; i < rows; i++) numbers[at++] = Number(vector.getItem(i));
  }
}
