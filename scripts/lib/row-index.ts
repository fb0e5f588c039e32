import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { literal, name } from "#core/query/sql";
import type { IndexFile } from "./index-file.ts";
import { Lines } from "./lines.ts";

/** Which keys there are, and which rows belong to each. */
export type RowIndex = {
  /** A query of each `key`, `n` rows of how many of `rows` are its, and `known` of it as JSON; by key. */
  keys: string;
  /** A query of the rows of every key as JSON, in the order of the keys. */
  rows: string;
  /** As many rows of a key as are listed. */
  most: number;
  fileOf: (key: string) => IndexFile;
};

/** A published row as in the JSON download, or only some of its fields. */
export const rowJson = (fields: readonly string[]): string =>
  `to_json({${fields.map((f) => `${literal(f)}: ${name(f)}`).join(", ")}})`;

/** Writes keys with their rows; returns how many keys there are. `folder` is one in which DuckDB may write. */
export async function writeRowIndex(
  duck: DuckDBConnection,
  folder: string,
  { keys, rows, most, fileOf }: RowIndex,
): Promise<number> {
  const all = `SELECT n, to_json(key), concat(to_json(key), ':', known) FROM (${keys})`;
  const keyLines = await Lines.of(duck, all, join(folder, "keys.tmp"));
  const rowLines = await Lines.of(duck, rows, join(folder, "rows.tmp"));
  let count = 0;
  try {
    while (await keyLines.next()) {
      const n = Number(keyLines.take());
      const key: string = JSON.parse(keyLines.take());
      const file = fileOf(key);
      file.key(keyLines.bytes, keyLines.from, keyLines.to);
      for (let i = 0; i < n; i++) {
        if (!(rowLines.step() || (await rowLines.next()))) throw new Error(`${key} lacks rows`);
        if (i < most) file.row(rowLines.bytes, rowLines.from, rowLines.to);
      }
      count += 1;
    }
    if (await rowLines.next()) throw new Error("rows without a key");
  } finally {
    await keyLines.close();
    await rowLines.close();
  }
  return count;
}
