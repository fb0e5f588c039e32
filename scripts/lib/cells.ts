const [comma, newline, quote, backslash] = [44, 10, 34, 92];

/** What a byte outside of quotes means: a cell ends, a JSON string would escape it, or nothing. */
const [plainly, ends, escaped] = [0, 1, 2];
const meaning = new Uint8Array(256);
meaning.fill(escaped, 0, 32);
meaning[backslash] = escaped;
meaning[comma] = ends;
meaning[newline] = ends;

/** The cells of one record of CSV after the other, found in its bytes. */
export class Cells {
  /** Where each begins; after the last, where the next record does. A cell ends a byte before the next. */
  readonly starts: Int32Array;
  /** Which of them stand in quotes. */
  readonly quoted: Uint8Array;
  /** Whether a JSON string holds every cell as it stands. */
  plain = true;
  private readonly count: number;

  constructor(count: number) {
    this.count = count;
    this.starts = new Int32Array(count + 1);
    this.quoted = new Uint8Array(count);
  }

  /** Where the next record begins. */
  get next(): number {
    return this.starts[this.count] as number; // a byte after the last cell
  }

  /** Finds those of the record that begins at `from`; false where it does not end before `to`. */
  find(bytes: Uint8Array, from: number, to: number): boolean {
    const { starts, quoted } = this;
    let plain = true;
    let cell = 0;
    let i = from;
    starts[0] = from;
    for (;;) {
      const isQuoted = bytes[i] === quote;
      quoted[cell] = isQuoted ? 1 : 0;
      if (isQuoted) {
        plain = false;
        i = afterQuotes(bytes, i, to);
      }
      while (i < to) {
        const means = meaning[bytes[i] as number]; // i is inside
        if (means === ends) break;
        if (means !== plainly) plain = false;
        i += 1;
      }
      if (i >= to) return false;
      cell += 1;
      i += 1;
      starts[cell] = i;
      if (bytes[i - 1] === newline) break;
      if (cell >= this.count) throw new Error(`a record of more than ${this.count} cells`);
    }
    if (cell !== this.count) throw new Error(`a record of ${cell} cells, not ${this.count}`);
    this.plain = plain;
    return true;
  }
}

/** The byte after the quotes that open at `i`: two in a row stand for one inside. */
function afterQuotes(bytes: Uint8Array, i: number, to: number): number {
  for (let at = i + 1; at < to; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote || at + 1 >= to) return at + 1;
    at += 1;
  }
  return to;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a cell between two bytes, quoted or not. */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  if (bytes[from] !== quote) return utf8.decode(bytes.subarray(from, to));
  return utf8.decode(bytes.subarray(from + 1, to - 1)).replaceAll('""', '"');
}

/** A text as a cell of CSV. */
export const csvCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
