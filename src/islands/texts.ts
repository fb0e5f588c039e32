import { name } from "#core/query/sql";
import { place } from "#core/query/stored";
import type { Engine } from "./engine.ts";

/** So many rows are read at a time, so that the engine never holds an answer of all of them. Rows come in their order. */
const pieceRows = 131_072;

/** Texts of some rows one after another, and where each begins; the last start is the end. */
type Piece = { text: string; starts: Int32Array };

/** The texts of a field, row by row: a pattern is found in a million of them within a few frames. */
export class Texts {
  #pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  static async read(engine: Pick<Engine, "text">, field: string, rows: number): Promise<Texts> {
    const pieces: Piece[] = [];
    for (let from = 0; from < rows; from += pieceRows) {
      const sql = `SELECT coalesce(replace(${name(field)}, chr(10), ' '), '') || chr(10) FROM rows WHERE ${place} >= ${from} AND ${place} < ${from + pieceRows}`;
      pieces.push(pieceOf(await engine.text(sql)));
    }
    return new Texts(pieces);
  }

  /** Marks the rows in which a pattern is found; no pattern goes over the end of a line. */
  mark(found: Uint8Array, pattern: string): void {
    let first = 0;
    for (const { text, starts } of this.#pieces) {
      const all = new RegExp(pattern, "gu");
      for (let i = 0; all.test(text); ) {
        const at = all.lastIndex - 1;
        while ((starts[i + 1] ?? text.length) <= at) i++;
        found[first + i] = 1;
        all.lastIndex = starts[i + 1] ?? text.length; // once in a row is enough
      }
      first += starts.length - 1;
    }
  }
}

/** Each text ends with a line; a word has no line ends. */
function pieceOf(text: string): Piece {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return { text, starts: Int32Array.from(starts) };
}
