import { open } from "node:fs/promises";
import { DuckDBBlobValue, type DuckDBConnection } from "@duckdb/node-api";
import { batchType, Column, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import { name } from "#core/query/sql";
import { count } from "./duck.ts";

/** As many as DuckDB stores together. */
const sliceRows = 122_880;

/** Eight bytes that end a stream. */
const end = new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]);

/**
 * Writes text columns of the table `rows` as an Arrow stream, a slice of rows at a time, so that memory does not grow with
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
      const slice = `SELECT * FROM rows LIMIT ${sliceRows} OFFSET ${from}`;
      const columns = await readTexts(duck, fields, slice, Math.min(sliceRows, rows - from));
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
  slice: string,
  rows: number,
): Promise<[string, Column<unknown>][]> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE slice AS ${slice}`);
  const joined = fields.map((f) => `encode(string_agg(${name(f)}, '' ORDER BY rowid))`);
  const lengths = fields.map((f) => `CAST(strlen(${name(f)}) AS INTEGER)`);
  const [texts = []] = (
    await duck.runAndReadAll(`SELECT ${joined.join(", ")} FROM slice`)
  ).getRows();
  const read = await duck.runAndReadAll(`SELECT ${lengths.join(", ")} FROM slice ORDER BY rowid`);
  return read.getColumns().map((column, i) => {
    const text = texts[i];
    const bytes = text instanceof DuckDBBlobValue ? text.bytes : new Uint8Array();
    // A length is a number, or null where there is no text.
    return [fields[i] ?? "", textColumn(column as (number | null)[], bytes, rows)];
  });
}

function textColumn(
  lengths: readonly (number | null)[],
  bytes: Uint8Array,
  rows: number,
): Column<unknown> {
  const offsets = new Int32Array(rows + 1);
  const validity = new Uint8Array(Math.ceil(rows / 8));
  let filled = 0;
  for (const [row, length] of lengths.entries()) {
    offsets[row + 1] = (offsets[row] ?? 0) + (length ?? 0);
    if (length === null) continue;
    validity[row >> 3] = (validity[row >> 3] ?? 0) | (1 << (row & 7));
    filled += 1;
  }
  const type = utf8();
  const Batch = batchType(type);
  const batch = { type, length: rows, nullCount: rows - filled, validity, offsets, values: bytes };
  return new Column([new Batch(batch)]);
}
