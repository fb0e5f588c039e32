import { tableFromIPC } from "@uwdata/flechette";
import type { Cell } from "#core/catalog";
import type { Answer } from "#core/query/query";
import { placeName } from "#core/query/stored";
import { type Duck, wasmUrl, workerUrl } from "./duck.ts";
import { EngineError, toEngineError } from "./engine-error.ts";
import { keepFiles } from "./keep.ts";
import type { Progress } from "./progress.ts";
import {
  type EngineFiles,
  type EngineSubject,
  type Reader,
  readRest,
  rowsAtSql,
  start,
} from "./reader.ts";

export { EngineError, type EngineErrorKind } from "./engine-error.ts";
export { mayStartEarly, savesData } from "./may-start.ts";
export type { Progress } from "./progress.ts";
export type { EngineFiles, EngineSubject } from "./reader.ts";

/** DuckDB in the browser, holding one dataset's rows in the view `rows`. Every promise rejects with an EngineError. */
export type Engine = {
  /** Text, doubles and null; waits for `hot`. */
  ask(sql: string): Promise<Answer>;
  /** The columns of an answer in which every cell is a number: a million in one piece. Waits for `hot`. */
  columns(sql: string): Promise<Readonly<Record<string, ArrayLike<number>>>>;
  /** The texts of an answer of one column, none of them null, one after another. Waits for `hot`. */
  text(sql: string): Promise<string>;
  /** Columns of the rows at some places, in that order, without a look at the others; waits for `all`. */
  rowsAt(columns: string, places: Int32Array): Promise<Answer>;
  /** The bytes of a CSV file of a query's rows. */
  csv(sql: string): Promise<Uint8Array<ArrayBuffer>>;
  /** From then on the fields of the first file can be asked about. */
  hot: Promise<void>;
  /** From then on also names, the key and `search`. */
  all: Promise<void>;
  /** Frees the memory; to go on, connect again. */
  close(): void;
};

/**
 * Starts the engine and reads the query files, everything from this site: the first file together with the engine, the
 * others once the first can be asked about.
 */
export function connect(
  files: EngineFiles,
  subject: EngineSubject,
  onProgress: (p: Progress) => void,
): Engine {
  const stopped = new AbortController();
  const { signal } = stopped;
  const stop = (cause: unknown): EngineError => {
    if (!signal.aborted) stopped.abort(toEngineError(cause));
    return signal.reason as EngineError; // nothing else aborts
  };
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  const unlessEnded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([work, ended]);
    } catch (cause) {
      throw stop(cause);
    }
  };
  const reader: Reader = { files: files.parts, subject, tables: [] };
  const control = { signal, stop, onProgress };
  const started = unlessEnded(start(reader, files.engineBytes, control));
  const hot = started.then(() => {});
  const all = unlessEnded(started.then((duck) => readRest(duck, reader, control)));
  const urls = [workerUrl, wasmUrl, ...files.parts.map(({ url }) => url)];
  all.then(() => keepFiles(urls)).catch(() => {});
  for (const promise of [ended, hot, all]) promise.catch(() => {}); // who waits is told; nobody has to
  const ask = async <T>(question: (duck: Duck) => Promise<T>): Promise<T> => {
    const duck = await started;
    try {
      return await question(duck);
    } catch (cause) {
      const error = toEngineError(cause);
      // What ran out of memory is in a state that nobody knows.
      throw error.kind === "memory" ? stop(error) : error;
    }
  };
  return {
    ask: (sql) => ask(async (duck) => toAnswer(await duck.query(sql))),
    columns: (sql) =>
      ask(async (duck) => {
        const table = tableFromIPC(await duck.query(sql));
        const columns = table.names.map((name, i) => [name, table.getChildAt(i).toArray()]);
        return Object.fromEntries(columns) as Record<string, ArrayLike<number>>; // the caller says so
      }),
    text: (sql) => ask(async (duck) => toText(await duck.query(sql))),
    rowsAt: async (columns, places) => {
      if (places.length === 0) return [];
      await all;
      const sql = rowsAtSql(reader, columns, places);
      const rows = await ask(async (duck) => toAnswer(await duck.query(sql)));
      const nthOf = new Map(rows.map((row, i) => [row[placeName], i]));
      return Array.from(places, (at) => rows[nthOf.get(at) ?? -1] ?? {});
    },
    csv: (sql) =>
      ask(async (duck) => {
        await duck.query(`COPY (${sql}) TO 'rows.csv' (FORMAT csv, HEADER)`);
        return duck.take("rows.csv");
      }),
    hot,
    all,
    close: () => void stop(new EngineError("failed", "closed")),
  };
}

/** Rows of an Arrow stream, made column by column: thousands of them in a few milliseconds. */
function toAnswer(stream: Uint8Array): Answer {
  const table = tableFromIPC(stream);
  const rows = Array.from({ length: table.numRows }, (): Record<string, Cell> => ({}));
  for (const [i, name] of table.names.entries()) {
    const values = table.getChildAt(i).toArray() as ArrayLike<Cell>; // the queries give text, doubles and null
    for (const [nth, row] of rows.entries()) row[name] = values[nth] ?? null;
  }
  return rows;
}

/** What a batch of texts of an Arrow stream is. */
type Texts = { values: Uint8Array; offsets: Int32Array; length: number };
const utf8 = new TextDecoder();

/** A text alone takes more room than its letters: a million are not made one by one. */
function toText(stream: Uint8Array): string {
  const { data } = tableFromIPC(stream).getChildAt(0) as unknown as { data: readonly Texts[] }; // the query gives text
  const parts = data.map(({ values, offsets, length }) =>
    values.subarray(offsets[0], offsets[length]),
  );
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return utf8.decode(bytes);
}
