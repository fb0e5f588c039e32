import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { isNumeric } from "#core/publication/download";
import { cellText } from "./cells.ts";
import type { RecordWriter } from "./rewrite.ts";
import { Piece, Sink } from "./sink.ts";

const sinkBytes = 1 << 21;
const head = Piece.of("[\n\t");
const between = Piece.of(",\n\t");
const tail = Piece.of("\n]\n");
const quote = Piece.of('"');
const close = Piece.of("}");

/** The JSON out of the CSV for machines: an array of objects; a blank is null, and an empty text stays one. */
export async function jsonRows(d: Dataset, path: string): Promise<RecordWriter> {
  const sink = await Sink.open(path, sinkBytes);
  const fields = publicFields(d);
  const numbers = fields.map((f) => isNumeric(needField(d, f)));
  const keys = fields.map((f, i) => `${i === 0 ? "{" : ","}${JSON.stringify(f)}:`);
  const blanks = keys.map((key) => Piece.of(`${key}null`));
  const starts = keys.map((key, i) => Piece.of(numbers[i] ? key : `${key}"`));
  const more = blanks.reduce((sum, { length }) => sum + length + 2, between.length);
  const put = (piece: Piece) => sink.put(piece, 0, piece.length);
  let isFirst = true;
  return {
    sinks: [sink],
    // A control character becomes six.
    most: (bytes) => 6 * bytes + more,
    start: () => put(head),
    record(piece, cells) {
      if (!isFirst) put(between);
      isFirst = false;
      const { starts: cellStarts, plain } = cells;
      for (let i = 0; i < starts.length; i++) {
        const from = cellStarts[i] as number; // this and the next are there
        const to = (cellStarts[i + 1] as number) - 1;
        if (from === to) {
          put(blanks[i] as Piece);
          continue;
        }
        put(starts[i] as Piece);
        if (plain || numbers[i]) sink.put(piece, from, to);
        else put(Piece.of(JSON.stringify(cellText(piece.bytes, from, to)).slice(1, -1)));
        if (!numbers[i]) put(quote);
      }
      put(close);
    },
    end: () => put(tail),
  };
}
