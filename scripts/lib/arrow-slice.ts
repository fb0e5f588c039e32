import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type Column,
  type dictionary,
  type float64,
  int32,
  type int64,
  Type,
  utf8,
} from "@uwdata/flechette";
import { name } from "#core/query/sql";
import { columnOf, type Filled, startFilled } from "./arrow-column.ts";
import { bytesOf } from "./slices.ts";

/** How a field is stored: as numbers, as nothing at all, as codes for texts stored once, or as text. */
export type Plan =
  | { as: "number"; type: ReturnType<typeof int32 | typeof int64 | typeof float64> }
  | { as: "blank" }
  | {
      as: "codes";
      enumType: string;
      type: ReturnType<typeof dictionary>;
      texts: Column<unknown>;
    }
  | { as: "text" };

/** The columns of a slice of rows; codes bring their texts only with the first. */
export async function readSlice(
  duck: DuckDBConnection,
  slice: { sql: string; rows: number },
  plans: ReadonlyMap<string, Plan>,
  first: boolean,
): Promise<[string, Column<unknown>][]> {
  const fields = [...plans];
  const numbers = await numbersOf(duck, slice, fields);
  const texts = fields
    .filter(([, plan]) => plan.as === "text")
    .map(([f]) => `encode(string_agg(${name(f)}, '' ORDER BY rowid))`);
  const bytes = texts.length
    ? [...(await bytesOf(duck, `${slice.sql} SELECT ${texts.join(", ")} FROM rows`))]
    : [];
  return fields.map(([f, plan], i) => {
    const filled = numbers[i] ?? startFilled(Int32Array, 0);
    if (plan.as === "number") return [f, columnOf(plan.type, filled)];
    if (plan.as === "codes")
      return [f, first ? columnOf(plan.type, filled, plan) : columnOf(int32(), filled)];
    const offsets = new Int32Array(slice.rows + 1);
    for (let row = 0; row < slice.rows; row++) {
      offsets[row + 1] = (offsets[row] ?? 0) + Number(filled.values[row]);
    }
    const text = plan.as === "text" ? bytes.shift() : undefined;
    return [f, columnOf(utf8(), filled, { offsets, bytes: text ?? new Uint8Array() })];
  });
}

/** What is read of each row: a number, a code, or how many bytes its text has. */
function numberSql(field: string, plan: Plan): string {
  switch (plan.as) {
    case "number":
      return field;
    case "codes":
      return `CAST(enum_code(CAST(${field} AS ${plan.enumType})) AS INTEGER)`;
    case "text":
      return `CAST(strlen(${field}) AS INTEGER)`;
    case "blank":
      return "NULL";
  }
}

/** Where the numbers go: money and counts have 64 bits, a share is a fraction, codes and lengths are short. */
function arrayOf(plan: Plan) {
  if (plan.as !== "number") return Int32Array;
  if (plan.type.typeId === Type.Float) return Float64Array;
  return plan.type.bitWidth === 64 ? BigInt64Array : Int32Array;
}

async function numbersOf(
  duck: DuckDBConnection,
  slice: { sql: string; rows: number },
  fields: readonly [string, Plan][],
): Promise<readonly Filled[]> {
  const columns = fields.map(([, plan]) => startFilled(arrayOf(plan), slice.rows));
  const asked = fields.map(([f, plan]) => numberSql(name(f), plan)).join(", ");
  const result = await duck.run(`${slice.sql} SELECT ${asked} FROM rows`);
  let from = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    const rows = chunk?.rowCount ?? 0;
    if (!chunk || rows === 0) break;
    for (const [i, column] of columns.entries()) {
      if (fields[i]?.[1].as !== "blank") column.take(chunk.getColumnVector(i), from, rows);
    }
    from += rows;
  }
  if (from !== slice.rows) throw new Error(`a slice of ${slice.rows} rows gave ${from}`);
  return columns;
}
