import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { Measured } from "./write.ts";

/** Copies go eight bytes at a time, so that as many more than asked for may be read, and written over later. */
const step = 8;

/** Bytes that are put into sinks. */
export class Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly length: number;
  readonly view: DataView;

  constructor(length: number) {
    const { buffer } = new Uint8Array(length + step);
    this.bytes = new Uint8Array(buffer, 0, length);
    this.length = length;
    this.view = new DataView(buffer);
  }

  static of(text: string): Piece {
    const bytes = utf8.encode(text);
    const piece = new Piece(bytes.length);
    piece.bytes.set(bytes);
    return piece;
  }
}

const utf8 = new TextEncoder();

/** A file that is written piece by piece and measured as it is. */
export class Sink {
  readonly path: string;
  private readonly hash = createHash("sha256");
  private readonly file: FileHandle;
  private waiting: Piece;
  private at = 0;
  private written = 0;

  private constructor(path: string, file: FileHandle, size: number) {
    this.path = path;
    this.file = file;
    this.waiting = new Piece(size);
  }

  static async open(path: string, size: number): Promise<Sink> {
    return new Sink(path, await open(path, "w"), size);
  }

  /** Bytes so far. */
  get length(): number {
    return this.written + this.at;
  }

  /** Whether so many bytes fit in before the next flush. */
  has(room: number): boolean {
    return this.waiting.length - this.at >= room;
  }

  // A loop: to make a view of so few bytes would take longer than to copy them.
  put({ view: from }: Piece, start: number, end: number): void {
    const { view } = this.waiting;
    let { at } = this;
    for (let i = start; i < end; i += step) {
      view.setBigUint64(at, from.getBigUint64(i, true), true);
      at += step;
    }
    this.at += end - start;
  }

  /** The system writes while the same bytes are hashed here; afterwards at least `room` bytes fit in. */
  async flush(room = 0): Promise<void> {
    const bytes = this.waiting.bytes.subarray(0, this.at);
    const written = this.file.appendFile(bytes);
    this.hash.update(bytes);
    await written;
    this.written += this.at;
    this.at = 0;
    if (!this.has(room)) this.waiting = new Piece(room);
  }

  /** Flushes what is left and says what the whole file measures. */
  async end(): Promise<Measured> {
    await this.flush();
    return { bytes: this.written, sha256: this.hash.digest("hex") };
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
