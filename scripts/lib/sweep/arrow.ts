import { type Batch, Type, tableFromIPC } from "@uwdata/flechette";
import { messagesOf } from "./arrow-message.ts";
import type { Job } from "./reader.ts";
import { between, lookAt, nobodys, partsFound } from "./value.ts";

type Look = (value: unknown, row: number) => void;

/** Searches an Arrow file or stream, a batch of rows at a time; of text only what is suspect leaves its bytes. */
export async function sweepArrow(chunks: AsyncIterable<Uint8Array>, job: Job): Promise<void> {
  const head: Uint8Array[] = [];
  const seen = new Map<string, Set<unknown>>();
  let rows = 0;
  const read = (messages: Uint8Array[]) => {
    const table = tableFromIPC(messages, { useBigInt: true });
    for (const name of table.names) {
      const known = seen.get(name) ?? new Set();
      if (!seen.has(name)) lookAt(name, 0, name, job);
      seen.set(name, known);
      const look: Look = (value, row) => {
        if (value === null || value === undefined || known.has(value)) return;
        if (known.size < 10_000) known.add(value);
        lookAt(value, rows + row + 1, name, job);
      };
      for (const batch of table.getChild(name)?.data ?? []) lookAtBatch(batch, look, job);
    }
    rows += table.numRows;
  };
  for await (const { bytes, isRows } of messagesOf(chunks)) {
    if (isRows) read([...head, bytes]);
    else head.push(Uint8Array.from(bytes));
  }
  if (rows === 0 && head.length > 0) read(head);
}

function lookAtBatch(batch: Batch<unknown>, look: Look, job: Job): void {
  const values: unknown = batch.values;
  const { offsets } = batch;
  const { typeId } = batch.type;
  if (typeId === Type.Utf8 && values instanceof Uint8Array && offsets instanceof Int32Array)
    lookAtTexts(batch, values, offsets, look, job);
  else if (typeId === Type.Dictionary && values instanceof Int32Array)
    lookAtCodes(batch, values, look);
  else if (typeId === Type.Int && values instanceof BigInt64Array) {
    const many = BigInt(nobodys);
    values.forEach((value, i) => {
      if (value <= -many || value >= many) look(batch.at(i), i);
    });
  } else
    for (let i = 0; i < batch.length; i++) {
      const value = batch.at(i);
      if (!Number.isInteger(value) || Math.abs(Number(value)) >= nobodys) look(value, i);
    }
}

/** Of a code only the first row. */
function lookAtCodes(batch: Batch<unknown>, codes: Int32Array, look: Look): void {
  const isKnown = new Uint8Array(1 << 16);
  for (let i = 0; i < batch.length; i++) {
    const code = codes[i] ?? 0;
    if (isKnown[code] === 1) continue;
    isKnown[code] = 1; // of more texts than these each is looked at
    look(batch.at(i), i);
  }
}

/** The texts with a byte between them, for two that touch may look like one number. */
function spaced(texts: Uint8Array, offsets: Int32Array, length: number): Uint8Array {
  const [first = 0, last = 0] = [offsets[0], offsets[length]];
  const bytes = Buffer.allocUnsafe(last - first + length);
  let at = 0;
  for (let row = 0; row < length; row++) {
    const end = offsets[row + 1] ?? 0;
    for (let i = offsets[row] ?? 0; i < end; i++) bytes[at++] = texts[i] ?? 0;
    bytes[at++] = between;
  }
  return bytes;
}

function lookAtTexts(
  batch: Batch<unknown>,
  texts: Uint8Array,
  offsets: Int32Array,
  look: Look,
  job: Job,
): void {
  /** Where a row's text begins among those with a byte between them. */
  const startOf = (row: number) => (offsets[row] ?? 0) - (offsets[0] ?? 0) + row;
  let row = 0;
  for (const { start, end } of partsFound(spaced(texts, offsets, batch.length), job)) {
    while (row < batch.length && startOf(row + 1) <= start) row += 1;
    for (; row < batch.length && startOf(row) < end; row++) look(batch.at(row), row);
  }
}
