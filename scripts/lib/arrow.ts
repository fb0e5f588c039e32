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
import type { Dataset, Column as Field } from "#core/dataset";
import { publicFields } from "#core/publish";
import { name } from "#core/sql";

const batchRows = 65_536;

/** The query form of the published rows as an Arrow stream, read one column at a time. */
export async function arrowStream(duck: DuckDBConnection, d: Dataset): Promise<Uint8Array> {
  const columns: [string, Column<unknown>][] = [];
  for (const f of [...publicFields(d), "search"]) {
    const reader = await duck.runAndReadAll(`SELECT ${name(f)} FROM rows`);
    const values = reader.getColumnsJS()[0] ?? [];
    columns.push([
      f,
      columnFromValues(values, arrowType(d.fields[f]), { maxBatchRows: batchRows }),
    ]);
  }
  const bytes = tableToIPC(tableFromColumns(columns), { format: "stream" });
  if (!bytes) throw new Error("no Arrow bytes");
  return bytes;
}

function arrowType(f: Field | undefined) {
  switch (f?.kind) {
    case "category":
    case "region":
      return dictionary(utf8(), int32());
    case "money":
    case "count":
      return int64();
    case "year":
      return int32();
    case "share":
      return float64();
    case "text":
    case "url":
    case "uscc":
    case "documents":
    case "date":
    case undefined: // the search column
      return utf8();
  }
}
