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
const quote = utf8.encode('"');
const close = utf8.encode("}");

/** The JSON out of the CSV for machines: an array of objects; a blank is null, and an empty text stays one. */
export async function jsonRows(d: Dataset, path: string): Promise<RecordWriter> {
  const sink = await Sink.open(path, sinkBytes);
  const fields = publicFields(d);
  const numbers = fields.map((f) => isNumeric(needField(d, f)));
  const keys = fields.map((f, i) => `${i === 0 ? "{" : ","}${JSON.stringify(f)}:`);
  const blanks = keys.map((key) => utf8.encode(`${key}null`));
  const starts = keys.map((key, i) => utf8.encode(numbers[i] ? key : `${key}"`));
  const more = blanks.reduce((sum, { length }) => sum + length + 2, between.length);
  let isFirst = true;
  return {
    sinks: [sink],
    // A control character becomes six.
    most: (bytes) => 6 * bytes + more,
    start: () => sink.put(head),
    record(bytes, cells) {
      if (!isFirst) sink.put(between);
      isFirst = false;
      const { starts: cellStarts, plain } = cells;
      for (let i = 0; i < starts.length; i++) {
        const from = cellStarts[i] as number; // this and the next are there
        const to = (cellStarts[i + 1] as number) - 1;
        if (from === to) {
          sink.put(blanks[i] as Uint8Array);
          continue;
        }
        sink.put(starts[i] as Uint8Array);
        if (plain || numbers[i]) sink.put(bytes, from, to);
        else sink.put(utf8.encode(JSON.stringify(cellText(bytes, from, to)).slice(1, -1)));
        if (!numbers[i]) sink.put(quote);
      }
      sink.put(close);
    },
    end: () => sink.put(tail),
  };
}
