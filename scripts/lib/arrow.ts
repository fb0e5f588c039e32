import { open } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
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
import { publicFields } from "#core/gate/public";
import { name } from "#core/query/sql";
import { type Plan, readSlice } from "./arrow-slice.ts";
import { ask } from "./duck.ts";
import { slices } from "./slices.ts";

/** As many as DuckDB stores together. */
const sliceRows = 122_880;

/** Past this many different texts their list costs more than it saves. */
const mostTexts = 4096;

/** Eight bytes that end a stream. */
const endBytes = 8;

/**
 * Writes the published rows in query form as an Arrow stream, a slice of rows at a time, so that memory
 * does not grow with the rows. Text that repeats is stored once, with a number in each row; other text
 * crosses into JavaScript as the bytes of a whole slice, never as a string a row.
 */
export async function writeArrow(duck: DuckDBConnection, d: Dataset, path: string): Promise<void> {
  const plans = await planAll(duck, d);
  const file = await open(path, "w");
  try {
    let first = true;
    for await (const slice of slices(duck, d, sliceRows)) {
      const columns = await readSlice(duck, slice, plans, first);
      const bytes = tableToIPC(tableFromColumns(columns), { format: "stream" });
      if (!bytes) throw new Error("no Arrow bytes");
      await file.write(bytes.subarray(first ? 0 : schemaBytes(bytes), bytes.length - endBytes));
      first = false;
    }
    await file.write(new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]));
  } finally {
    await file.close();
  }
}

/** The length of the message that a stream begins with: eight bytes, the last four of which count the rest. */
const schemaBytes = (bytes: Uint8Array): number =>
  8 + new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);

async function planAll(duck: DuckDBConnection, d: Dataset): Promise<ReadonlyMap<string, Plan>> {
  const fields = publicFields(d);
  // An estimate costs a fifth of a count, and the same rows give the same one.
  const estimates = fields.map((f) => `approx_count_distinct(${name(f)})`);
  const all = `[${["count(*)", ...estimates].join(", ")}]`;
  const answer = await ask(duck, `SELECT CAST(unnest(${all}) AS DOUBLE) AS n FROM rows`);
  const [rows = 0, ...distinct] = answer.map((r) => Number(r["n"]));
  const plans = new Map<string, Plan>();
  for (const [i, f] of fields.entries()) {
    const texts = distinct[i] ?? 0;
    const number = numberType(d, f);
    if (number) plans.set(f, { as: "number", type: number });
    else if (texts === 0) plans.set(f, { as: "blank" });
    else if (texts > Math.min(mostTexts, rows / 2)) plans.set(f, { as: "text" });
    else plans.set(f, await codes(duck, f, `texts_${i}`));
  }
  return plans;
}

/** As an enum each text crosses into JavaScript once, not once a row. */
async function codes(duck: DuckDBConnection, f: string, enumType: string): Promise<Plan> {
  await duck.run(
    `CREATE OR REPLACE TYPE ${enumType} AS ENUM (SELECT DISTINCT ${name(f)} FROM rows WHERE ${name(f)} IS NOT NULL ORDER BY 1)`,
  );
  const texts = await ask(
    duck,
    `SELECT CAST(unnest(enum_range(NULL::${enumType})) AS VARCHAR) AS text`,
  );
  const values = columnFromValues(
    texts.map((r) => r["text"]),
    utf8(),
  );
  return { as: "codes", enumType, type: dictionary(values.type, int32()), texts: values };
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
    case "month":
      return undefined;
  }
}
