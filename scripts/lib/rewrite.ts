import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { Cells } from "./cells.ts";
import { Piece, type Sink } from "./sink.ts";
import type { Measured } from "./write.ts";

/** Writes one record after the other in a format of its own, into one file or several. */
export type RecordWriter = {
  sinks: readonly Sink[];
  /** The most bytes that a record of so many can become in one of them. */
  most: (bytes: number) => number;
  start: () => void;
  record: (piece: Piece, cells: Cells) => void;
  end: () => void;
};

const pieceBytes = 1 << 19;

/**
 * Lets a CSV with a heading pass by once, in flat memory, and every writer take its records. No cell becomes a
 * value of JavaScript, so that a million rows take a few seconds. Returns what each of the files measures, by its path.
 */
export async function rewrite(
  csv: string,
  cells: Cells,
  writers: readonly RecordWriter[],
): Promise<ReadonlyMap<string, Measured>> {
  const hash = createHash("sha256");
  const file = await open(csv);
  const all = writers.flatMap(({ sinks, most }) => sinks.map((sink) => ({ sink, most })));
  const flush = (size: number) => Promise.all(all.map(({ sink, most }) => sink.flush(most(size))));
  try {
    for (const { start } of writers) start();
    let piece = new Piece(2 * pieceBytes);
    let [length, total, isHeading] = [0, 0, true];
    for (;;) {
      if (length + pieceBytes > piece.length) piece = doubled(piece);
      const { bytes } = piece;
      const { bytesRead } = await file.read(bytes, length, pieceBytes);
      if (bytesRead === 0) break;
      hash.update(bytes.subarray(length, length + bytesRead));
      total += bytesRead;
      length += bytesRead;
      let from = 0;
      while (cells.find(bytes, from, length)) {
        const size = cells.next - from;
        if (!isHeading) {
          if (!all.every(({ sink, most }) => sink.has(most(size)))) await flush(size);
          for (const { record } of writers) record(piece, cells);
        }
        isHeading = false;
        from = cells.next;
      }
      bytes.copyWithin(0, from, length);
      length -= from;
      await flush(0);
    }
    if (length > 0) throw new Error(`${csv} ends inside a record`);
    for (const { end } of writers) end();
    const measured = new Map([[csv, { bytes: total, sha256: hash.digest("hex") }]]);
    for (const { sink } of all) measured.set(sink.path, await sink.end());
    return measured;
  } finally {
    await file.close();
    for (const { sink } of all) await sink.close();
  }
}

function doubled({ bytes, length }: Piece): Piece {
  const twice = new Piece(2 * length);
  twice.bytes.set(bytes);
  return twice;
}
