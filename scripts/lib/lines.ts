import { type FileHandle, open, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "#core/query/sql";

const pieceBytes = 1 << 20;
const [newline, tab] = [10, 9];

/**
 * Goes through the rows of a query in their order: texts without line ends and tabs, as JSON is. They cross into
 * JavaScript as the bytes of a file, for a value would take as long as a thousand characters.
 */
export class Lines {
  /** The present line is between `from` and `to`, until the next is asked for. */
  bytes = Buffer.allocUnsafe(2 * pieceBytes);
  from = 0;
  to = -1;
  private length = 0;
  private readonly path: string;
  private readonly file: FileHandle;

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.file = file;
  }

  /** Asks; the rows lie in a file at `path` until they are closed. */
  static async of(duck: DuckDBConnection, sql: string, path: string): Promise<Lines> {
    const plain = "FORMAT csv, HEADER false, DELIMITER chr(9), QUOTE '', ESCAPE ''";
    await duck.run(`COPY (${sql}) TO ${literal(path)} (${plain})`);
    return new Lines(path, await open(path));
  }

  /** Goes on to the next line; false at the end. */
  async next(): Promise<boolean> {
    return this.step() || (await this.more());
  }

  /** Goes on to the next line, if all of it was read. */
  step(): boolean {
    const start = this.to + 1;
    const end = this.bytes.indexOf(newline, start);
    if (end < 0 || end >= this.length) return false;
    this.from = start;
    this.to = end;
    return true;
  }

  /** Takes the first column off the present line. */
  take(): string {
    const end = this.bytes.indexOf(tab, this.from);
    const text = this.bytes.toString("utf8", this.from, end);
    this.from = end + 1;
    return text;
  }

  async close(): Promise<void> {
    await this.file.close();
    await rm(this.path);
  }

  /** Reads on until a line ends. */
  private async more(): Promise<boolean> {
    this.bytes.copyWithin(0, this.to + 1, this.length);
    this.length -= this.to + 1;
    this.to = -1;
    for (;;) {
      if (this.length + pieceBytes > this.bytes.length)
        this.bytes = Buffer.concat([this.bytes], 2 * this.bytes.length);
      const { bytesRead } = await this.file.read(this.bytes, this.length, pieceBytes);
      if (bytesRead === 0) return false;
      this.length += bytesRead;
      if (this.step()) return true;
    }
  }
}
