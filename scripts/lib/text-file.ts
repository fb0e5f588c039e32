import { open } from "node:fs/promises";
import { DuckDBBlobValue, type DuckDBConnection } from "@duckdb/node-api";
import { batchType, Column, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import { name } from "#core/query/sql";
import { place } from "#core/query/stored";
import { count } from "./duck.ts";

/** As many as DuckDB stores together. */
const sliceRows = 122_880;

/** Eight bytes that end a stream. */
const end = new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]);

/**
 * Writes text columns of the table `rows` as an Arrow stream, a slice of places at a time, so that memory does not grow with
 * the rows. A text crosses into JavaScript as part of the bytes of a whole slice, never as a string a row.
 */
export async function writeTexts(
  duck: DuckDBConnection,
  fields: readonly string[],
  path: string,
): Promise<void> {
  const rows = await count(duck, "rows");
  const file = await open(path, "w");
  try {
    for (let from = 0; from === 0 || from < rows; from += sliceRows) {
      const columns = await readTexts(duck, fields, from, Math.min(sliceRows, rows - from));
      const bytes = tableToIPC(tableFromColumns(columns), { format: "stream" });
      if (!bytes) throw new Error("no Arrow bytes");
      const start = from === 0 ? 0 : schemaBytes(bytes);
      await file.write(bytes.subarray(start, bytes.length - end.length));
    }
    await file.write(end);
  } finally {
    await file.close();
  }
}

/** The length of the message that a stream begins with: eight bytes, the last four of which count the rest. */
const schemaBytes = (bytes: Uint8Array): number =>
  8 + new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);

async function readTexts(
  duck: DuckDBConnection,
  fields: readonly string[],
  from: number,
  rows: number,
): Promise<[string, Column<unknown>][]> {
  const slice = `FROM rows WHERE ${place} >= ${from} AND ${place} < ${from + rows}`;
  const joined = fields.map((f) => `encode(string_agg(${name(f)}, '' ORDER BY ${place}))`);
  const [texts = []] = (await duck.runAndReadAll(`SELECT ${joined.join(", ")} ${slice}`)).getRows();
  const lengths = await readLengths(duck, fields, slice, rows);
  return fields.map((f, i) => {
    const text = texts[i];
    const bytes = text instanceof DuckDBBlobValue ? text.bytes : new Uint8Array();
    return [f, textColumn(lengths[i] as Int32Array, bytes)]; // one for each field
  });
}

/** How many bytes each text of each field has; -1 where there is none. */
async function readLengths(
  duck: DuckDBConnection,
  fields: readonly string[],
  slice: string,
  rows: number,
): Promise<readonly Int32Array[]> {
  const lengths = fields.map((f) => `CAST(coalesce(strlen(${name(f)}), -1) AS INTEGER)`);
  const result = await duck.stream(`SELECT ${lengths.join(", ")} ${slice} ORDER BY ${place}`);
  const read = fields.map(() => new Int32Array(rows));
  let at = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    const count = chunk?.rowCount ?? 0; // asked once: it is a call into DuckDB
    if (!chunk || count === 0) return read;
    for (const [i, all] of read.entries()) {
      const vector = chunk.getColumnVector(i);
      for (let row = 0; row < count; row++) all[at + row] = Number(vector.getItem(row));
    }
    at += count;
  }
}

function textColumn(lengths: Int32Array, bytes: Uint8Array): Column<unknown> {
  const rows = lengths.length;
  const offsets = new Int32Array(rows + 1);
  const validity = new Uint8Array(Math.ceil(rows / 8));
  let [filled, at] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const length = lengths[row] as number; // row is inside
    if (length >= 0) {
      at += length;
      filled += 1;
      validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7)); // and so is this
    }
    offsets[row + 1] = at;
  }
  const type = utf8();
  const Batch = batchType(type);
  const batch = { type, length: rows, nullCount: rows - filled, validity, offsets, values: bytes };
  return new Column([new Batch(batch)]);
}
