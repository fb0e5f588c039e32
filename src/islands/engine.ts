import { tableFromIPC } from "@uwdata/flechette";
import type { Cell, QueryFile, RegionNames } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { type Answer, loadedRows } from "#core/query/query";
import { storedRows } from "#core/query/stored";
import { Duck, wasmUrl } from "./duck.ts";
import { EngineError, toEngineError } from "./engine-error.ts";
import { fetchFile, needFile } from "./fetch-file.ts";
import { load } from "./load.ts";
import { type Progress, watchProgress } from "./progress.ts";

export { EngineError, type EngineErrorKind } from "./engine-error.ts";
export type { Progress } from "./progress.ts";

/** DuckDB in the browser, holding one dataset's rows in the view `rows`. Every promise rejects with an EngineError. */
export type Engine = {
  /** Text, doubles and null; waits for `hot`. */
  ask(sql: string): Promise<Answer>;
  /** The bytes of a CSV file of a query's rows. */
  csv(sql: string): Promise<Uint8Array<ArrayBuffer>>;
  /** From then on the fields of the first file can be asked about. */
  hot: Promise<void>;
  /** From then on also names, the key and `search`. */
  all: Promise<void>;
  /** Frees the memory; to go on, connect again. */
  close(): void;
};

/** The query files in order, and the bytes of the engine; all bytes are those before compression. */
export type EngineFiles = {
  parts: readonly (Pick<QueryFile, "format" | "bytes" | "fields"> & { url: string })[];
  engineBytes: number;
};

/** What is in the files, and who reads them when: an ISO date. */
export type EngineSubject = { dataset: Dataset; regions: RegionNames; day: string };

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

/** What is read, and the tables that have been made of it. */
type Reader = { files: EngineFiles["parts"]; subject: EngineSubject; tables: string[] };

/** `stop` ends everything, and the signal tells of it, with the EngineError it ended for. */
type Control = {
  signal: AbortSignal;
  stop: (cause: unknown) => EngineError;
  onProgress: (p: Progress) => void;
};

async function start(reader: Reader, engineBytes: number, control: Control): Promise<Duck> {
  const [first] = reader.files;
  if (!first) throw new EngineError("failed", "no query file");
  await needWebAssembly();
  const { signal, stop } = control;
  const watch = watchProgress("engine", engineBytes + first.bytes, control.onProgress, {
    // The engine waits without a word for a file that cannot be had.
    doubt: () => needFile(wasmUrl, signal).catch(stop),
    giveUp: stop,
  });
  signal.addEventListener("abort", watch.done);
  const duck = new Duck(watch.part());
  signal.addEventListener("abort", () => duck.close(signal.reason));
  const reading = fetchFile(first.url, signal, watch.part());
  await Promise.all([duck.start(), reading]);
  watch.done();
  reader.tables.push(await load(duck, first.format, 0, await reading));
  await show(duck, reader);
  return duck;
}

async function readRest(duck: Duck, reader: Reader, control: Control): Promise<void> {
  const rest = reader.files.slice(1);
  if (rest.length === 0) return;
  const { signal, stop } = control;
  const bytes = rest.reduce((sum, file) => sum + file.bytes, 0);
  const watch = watchProgress("names", bytes, control.onProgress, {
    doubt: () => {},
    giveUp: stop,
  });
  signal.addEventListener("abort", watch.done);
  const read = await Promise.all(rest.map((file) => fetchFile(file.url, signal, watch.part())));
  watch.done();
  for (const [i, bytes] of read.entries()) {
    const format = rest[i]?.format ?? "duckdb";
    reader.tables.push(await load(duck, format, i + 1, bytes));
  }
  await show(duck, reader);
}

/** Lets `rows` have the fields that are there; names, and what a search looks at, only when all are. */
async function show(duck: Duck, { files, subject, tables }: Reader): Promise<void> {
  const { dataset, regions, day } = subject;
  const isWhole = tables.length === files.length;
  await duck.query(`CREATE OR REPLACE VIEW loaded AS ${storedRows(dataset, tables)}`);
  const rows = isWhole ? loadedRows(dataset, regions, day) : "FROM loaded";
  await duck.query(`CREATE OR REPLACE VIEW rows AS ${rows}`);
}

/** A page policy that forbids WebAssembly would otherwise leave the worker waiting for ever. */
async function needWebAssembly(): Promise<void> {
  try {
    await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  } catch (cause) {
    throw new EngineError("blocked", String(cause), { cause });
  }
}
