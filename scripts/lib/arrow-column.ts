import type { DuckDBVector } from "@duckdb/node-api";
import { batchType, Column } from "@uwdata/flechette";

type Numbers = Int32Array | BigInt64Array | Float64Array;

/** Numbers of a column, and which of them are there: a bit each, as Arrow writes it. */
export type Filled = {
  values: Numbers;
  validity: Uint8Array;
  filled: number;
  take(from: DuckDBVector, at: number, rows: number): void;
};

/** Room for the numbers of a column, to be filled from DuckDB's vectors without a list between. */
export function startFilled(Type: new (length: number) => Numbers, length: number): Filled {
  return {
    values: new Type(length),
    validity: new Uint8Array(Math.ceil(length / 8)),
    filled: 0,
    take(vector, at, rows) {
      const { values, validity } = this;
      for (let row = 0; row < rows; row++) {
        const value = vector.getItem(row);
        if (value === null) continue;
        const i = at + row;
        values[i] = value as never; // DuckDB's type is that of the array
        validity[i >> 3] = (validity[i >> 3] ?? 0) | (1 << (i & 7));
        this.filled += 1;
      }
    },
  };
}

/** One Arrow batch: numbers, codes with the texts they stand for, or text by its offsets. */
export function columnOf(
  type: Column<unknown>["type"],
  { values, validity, filled }: Filled,
  more?: { texts: Column<unknown> } | { offsets: Int32Array; bytes: Uint8Array },
): Column<unknown> {
  const Batch = batchType(type);
  const nullCount = values.length - filled;
  const base = { type, length: values.length, nullCount, validity };
  if (more && "offsets" in more) {
    return new Column([new Batch({ ...base, offsets: more.offsets, values: more.bytes })]);
  }
  const batch = new Batch({ ...base, values });
  if (more) batch.setDictionary(more.texts);
  return new Column([batch]);
}
