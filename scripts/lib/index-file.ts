import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBBlobValue, DuckDBConnection } from "@duckdb/node-api";

/** What stands between what is known of a key and its rows, and after them. */
export type Shape = { open: string; close: string; most: number };

/** `{…, "rows": […]}`, with the first `most` rows. */
export const withRows = (most: number): Shape => ({ open: ',"rows":[', close: "]}", most });
/** `[…]` */
export const listed: Shape = { open: "", close: "]", most: Number.POSITIVE_INFINITY };

/**
 * Writes JSON files of values by key, out of a query of `file`, `key`, `nth` and `text` in that order: at nth 0 an
 * object or an empty list, after it one row each, which the shape puts inside. Memory holds one file. One of
 * `files` without a key is an empty object.
 */
export async function writeIndex(
  duck: DuckDBConnection,
  folder: string,
  files: readonly string[],
  sql: string,
  shape: Shape,
): Promise<void> {
  const waiting = [...files];
  let writer = startFile(shape);
  const finish = async (until?: string) => {
    while (waiting.length > 0 && waiting[0] !== until) {
      await writer.save(join(folder, `${waiting.shift()}.json`));
      writer = startFile(shape);
    }
  };
  const result = await duck.stream(
    `SELECT file, key, nth = 0 AS first, encode(text) FROM (${sql})`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const [names = [], keys = [], firsts = [], texts = []] = chunk.getColumns();
    for (const [i, text] of (texts as DuckDBBlobValue[]).entries()) {
      const file = String(names[i]);
      if (file !== waiting[0]) await finish(file);
      if (firsts[i]) writer.startKey(String(keys[i]), text.bytes);
      else writer.row(text.bytes);
    }
  }
  await finish();
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const comma = bytes(",\n");

function startFile({ open, close, most }: Shape) {
  const pieces: Uint8Array[] = [];
  let rows = -1;
  const endKey = () => {
    if (rows >= 0) pieces.push(bytes(close));
  };
  return {
    /** The last bracket of the value is replaced by what follows. */
    startKey(key: string, value: Uint8Array) {
      endKey();
      const start = `${rows < 0 ? "" : ",\n"}${JSON.stringify(key)}:`;
      pieces.push(bytes(start), value.subarray(0, -1), bytes(open));
      rows = 0;
    },
    row(text: Uint8Array) {
      if (rows >= most) return;
      if (rows > 0) pieces.push(comma);
      pieces.push(text);
      rows += 1;
    },
    async save(path: string) {
      endKey();
      await writeFile(path, Buffer.concat([bytes("{"), ...pieces, bytes("}\n")]));
    },
  };
}
