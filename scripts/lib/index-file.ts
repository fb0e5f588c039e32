import { closeSync, openSync, writeSync } from "node:fs";

/** What stands between what is known of a key and its rows, and after them. */
export type Shape = { open: string; close: string };

/** `{…, "rows": […]}` */
export const withRows: Shape = { open: ',"rows":[', close: "]}" };
/** `[…]` */
export const listed: Shape = { open: "", close: "]" };

const comma = Buffer.from(",\n");
const pieceBytes = 1 << 16;

/** A JSON file of values by key, each an object or a list with rows inside, written as it comes: memory holds a piece. */
export class IndexFile {
  private readonly file: number;
  private readonly open: Buffer;
  private readonly close: Buffer;
  private piece = new Uint8Array(pieceBytes);
  private at = 0;
  /** Of the present key; -1 before the first. */
  private rows = -1;

  constructor(path: string, { open, close }: Shape) {
    this.file = openSync(path, "w");
    this.open = Buffer.from(open);
    this.close = Buffer.from(close);
    this.put(Buffer.from("{"));
  }

  /** Starts the next key, given with a colon and its value as JSON; the value's last bracket is replaced by what follows. */
  key(bytes: Buffer, from = 0, to = bytes.length): void {
    this.endKey();
    if (this.rows >= 0) this.put(comma);
    this.put(bytes, from, to - 1);
    this.put(this.open);
    this.rows = 0;
  }

  /** Adds a row to the present key. */
  row(bytes: Buffer, from: number, to: number): void {
    if (this.rows > 0) this.put(comma);
    this.put(bytes, from, to);
    this.rows += 1;
  }

  end(): void {
    this.endKey();
    this.put(Buffer.from("}\n"));
    this.write();
    closeSync(this.file);
  }

  private endKey(): void {
    if (this.rows >= 0) this.put(this.close);
  }

  private put(bytes: Buffer, from = 0, to = bytes.length): void {
    this.make(to - from);
    this.at += bytes.copy(this.piece, this.at, from, to);
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
