import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type Column,
  columnFromValues,
  dictionary,
  float64,
  int32,
  int64,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/publish";
import { name } from "#core/sql";
import { ask, count } from "./duck.ts";

const batchRows = 65_536;

/** Past this many different texts an enum, whose list comes with each chunk of rows, costs more than it saves. */
const mostTexts = 4096;

/**
 * The published rows in query form as an Arrow stream, read one column at a time. Text that repeats is
 * stored once, with a number in each row.
 */
export async function arrowStream(duck: DuckDBConnection, d: Dataset): Promise<Uint8Array> {
  const rows = await count(duck, "rows");
  const columns: [string, Column<unknown>][] = [];
  for (const f of publicFields(d)) {
    const column = await readColumn(duck, d, f, rows);
    columns.push([f, column]);
  }
  const bytes = tableToIPC(tableFromColumns(columns), { format: "stream" });
  if (!bytes) throw new Error("no Arrow bytes");
  return bytes;
}

async function readColumn(duck: DuckDBConnection, d: Dataset, f: string, rows: number) {
  const number = numberType(d, f);
  if (number) return columnOf(duck, name(f), number);
  const [row] = await ask(duck, `SELECT CAST(count(DISTINCT ${name(f)}) AS DOUBLE) AS n FROM rows`);
  const distinct = Number(row?.["n"]);
  if (distinct === 0 || distinct > Math.min(mostTexts, rows / 2))
    return columnOf(duck, name(f), utf8());
  // As an enum each text crosses into JavaScript once, not once a row.
  await duck.run(
    `CREATE OR REPLACE TYPE texts AS ENUM (SELECT DISTINCT ${name(f)} FROM rows WHERE ${name(f)} IS NOT NULL ORDER BY 1)`,
  );
  return columnOf(duck, `CAST(${name(f)} AS texts)`, dictionary(utf8(), int32()));
}

async function columnOf(
  duck: DuckDBConnection,
  sql: string,
  type: ReturnType<typeof utf8 | typeof dictionary | typeof int64 | typeof int32 | typeof float64>,
): Promise<Column<unknown>> {
  const reader = await duck.runAndReadAll(`SELECT ${sql} FROM rows`);
  return columnFromValues(reader.getColumnsJS()[0] ?? [], type, { maxBatchRows: batchRows });
}

function numberType(d: Dataset, f: string) {
  switch (needField(d, f).kind) {
    case "money":
    case "count":
      return int64();
    case "year":
      return int32();
    case "share":
      return float64();
    case "category":
    case "region":
    case "text":
    case "url":
    case "uscc":
    case "documents":
    case "date":
      return undefined;
  }
}
