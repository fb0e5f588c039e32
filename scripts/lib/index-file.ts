import { closeSync, openSync, writeSync } from "node:fs";

/** What stands between what is known of a key and its rows, and after them. */
export type Shape = { open: string; close: string };

/** `{…, "rows": […]}` */
export const withRows: Shape = { open: ',"rows":[', close: "]}" };
/** `[…]` */
export const listed: Shape = { open: "", close: "]" };

const utf8 = new TextEncoder();
const comma = utf8.encode(",\n");
const pieceBytes = 1 << 16;

/** A JSON file of values by key, each an object or a list with rows inside, written as it comes: memory holds a piece. */
export class IndexFile {
  private readonly file: number;
  private readonly open: string;
  private readonly close: Uint8Array;
  private piece = new Uint8Array(pieceBytes);
  private at = 0;
  /** Of the present key; -1 before the first. */
  private rows = -1;

  constructor(path: string, { open, close }: Shape) {
    this.file = openSync(path, "w");
    this.open = open;
    this.close = utf8.encode(close);
    this.put(utf8.encode("{"));
  }

  /** Starts the next key with its value, both as JSON; the value's last bracket is replaced by what follows. */
  key(key: string, value: string): void {
    this.endKey();
    const comma = this.rows < 0 ? "" : ",\n";
    this.put(utf8.encode(`${comma}${key}:${value.slice(0, -1)}${this.open}`));
    this.rows = 0;
  }

  /** Adds a row to the present key. */
  row(bytes: Uint8Array, from: number, to: number): void {
    if (this.rows > 0) this.put(comma);
    this.put(bytes.subarray(from, to));
    this.rows += 1;
  }

  end(): void {
    this.endKey();
    this.put(utf8.encode("}\n"));
    this.write();
    closeSync(this.file);
  }

  private endKey(): void {
    if (this.rows >= 0) this.put(this.close);
  }

  private put(bytes: Uint8Array): void {
    this.make(bytes.length);
    this.piece.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Makes room for so many bytes. */
  private make(room: number): void {
    if (this.at + room > this.piece.length) this.write();
    if (room > this.piece.length) this.piece = new Uint8Array(2 * room);
  }

  private write(): void {
    for (let from = 0; from < this.at; )
      from += writeSync(this.file, this.piece, from, this.at - from);
    this.at = 0;
  }
}
