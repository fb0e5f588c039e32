import { closeSync, openSync, readSync } from "node:fs";
import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { isNumeric } from "#core/publication/download";
import { cellText } from "./cells.ts";
import type { RecordWriter } from "./rewrite.ts";
import { Sink } from "./sink.ts";

const utf8 = new TextEncoder();
const sinkBytes = 1 << 21;
const head = utf8.encode("[\n\t");
const between = utf8.encode(",\n\t");
const tail = utf8.encode("\n]\n");
const blank = utf8.encode("null");
const quote = utf8.encode('"');
const close = utf8.encode("}");

/** Rows of a JSON file, each an object on a line of its own. */
export type JsonRows = {
  path: string;
  /** The byte at which each begins, and at the end where one more would. */
  starts: Float64Array;
};

/** The JSON out of the CSV for machines: an array of objects; a blank is null, and an empty text stays one. */
export async function jsonRows(
  d: Dataset,
  path: string,
  rows: number,
): Promise<{ writer: RecordWriter; rows: JsonRows }> {
  const sink = await Sink.open(path, sinkBytes);
  const fields = publicFields(d);
  const keys = fields.map((f, i) => utf8.encode(`${i === 0 ? "{" : ","}${JSON.stringify(f)}:`));
  const numbers = fields.map((f) => isNumeric(needField(d, f)));
  const more = keys.reduce((sum, { length }) => sum + length + blank.length + 2, between.length);
  const starts = new Float64Array(rows + 1);
  let row = 0;
  const writer: RecordWriter = {
    sinks: [sink],
    // A control character becomes six.
    most: (bytes) => 6 * bytes + more,
    start: () => sink.put(head),
    record(bytes, cells) {
      if (row > 0) sink.put(between);
      starts[row] = sink.length;
      const { starts: cellStarts, plain } = cells;
      for (let i = 0; i < keys.length; i++) {
        sink.put(keys[i] as Uint8Array); // this and the next are there
        const from = cellStarts[i] as number;
        const to = (cellStarts[i + 1] as number) - 1;
        if (from === to) sink.put(blank);
        else if (numbers[i]) sink.put(bytes, from, to);
        else putText(sink, bytes, from, to, plain);
      }
      sink.put(close);
      row += 1;
    },
    end() {
      starts[row] = sink.length + between.length;
      sink.put(tail);
    },
  };
  return { writer, rows: { path, starts } };
}

function putText(sink: Sink, bytes: Uint8Array, from: number, to: number, plain: boolean): void {
  if (!plain) {
    sink.put(utf8.encode(JSON.stringify(cellText(bytes, from, to))));
    return;
  }
  sink.put(quote);
  sink.put(bytes, from, to);
  sink.put(quote);
}

/** Opens the rows for reading. */
export function openRows({ path, starts }: JsonRows): {
  lengthOf: (row: number) => number;
  read: (row: number, bytes: Uint8Array, at: number) => void;
  close: () => void;
} {
  const file = openSync(path, "r");
  const lengthOf = (row: number) => (starts[row + 1] ?? 0) - (starts[row] ?? 0) - between.length;
  return {
    lengthOf,
    read(row, bytes, at) {
      const length = lengthOf(row);
      if (readSync(file, bytes, at, length, starts[row] ?? 0) !== length)
        throw new Error(`${path} ends before row ${row}`);
    },
    close: () => closeSync(file),
  };
}
