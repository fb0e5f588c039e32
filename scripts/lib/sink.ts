import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { Measured } from "./write.ts";

/** A file that is written piece by piece and measured as it is. */
export class Sink {
  readonly path: string;
  private readonly hash = createHash("sha256");
  private readonly file: FileHandle;
  private waiting: Uint8Array;
  private at = 0;
  private written = 0;

  private constructor(path: string, file: FileHandle, size: number) {
    this.path = path;
    this.file = file;
    this.waiting = new Uint8Array(size);
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
  put(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const { waiting } = this;
    let { at } = this;
    for (let i = from; i < to; i++) waiting[at++] = bytes[i] as number; // callers stay inside
    this.at = at;
  }

  /** The system writes while the same bytes are hashed here; afterwards at least `room` bytes fit in. */
  async flush(room = 0): Promise<void> {
    const bytes = this.waiting.subarray(0, this.at);
    const written = this.file.appendFile(bytes);
    this.hash.update(bytes);
    await written;
    this.written += this.at;
    this.at = 0;
    if (!this.has(room)) this.waiting = new Uint8Array(room);
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
