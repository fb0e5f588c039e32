import type { QueryFile } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { shownRows } from "#core/query/query";
import { place, storedRows } from "#core/query/stored";
import { Duck, wasmUrl } from "./duck.ts";
import { EngineError } from "./engine-error.ts";
import { fetchFile, needFile } from "./fetch-file.ts";
import { startKeeping } from "./keep.ts";
import { load } from "./load.ts";
import { type Progress, watchProgress } from "./progress.ts";

/** The query files in order, and the bytes of the engine; all bytes are those before compression. */
export type EngineFiles = {
  parts: readonly (Pick<QueryFile, "format" | "bytes" | "fields"> & { url: string })[];
  engineBytes: number;
};

/** What is in the files, and who reads them when: an ISO date. */
export type EngineSubject = { dataset: Dataset; day: string };

/** What is read, and the tables that have been made of it. */
export type Reader = { files: EngineFiles["parts"]; subject: EngineSubject; tables: string[] };

/** `stop` ends everything, and the signal tells of it, with the EngineError it ended for. */
export type Control = {
  signal: AbortSignal;
  stop: (cause: unknown) => EngineError;
  onProgress: (p: Progress) => void;
};

/**
 * Starts the engine, then reads the first file: both at once would share the line, and the engine has to be made ready
 * once it is there, for which it needs no line.
 */
export async function start(reader: Reader, engineBytes: number, control: Control): Promise<Duck> {
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
  startKeeping();
  const [ofEngine, ofFirst] = [watch.part(), watch.part()];
  let arrived = () => {};
  const fetched = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const duck = new Duck((bytes) => {
    ofEngine(bytes);
    if (bytes >= engineBytes) arrived();
  });
  signal.addEventListener("abort", () => duck.close(signal.reason));
  const started = duck.start();
  await Promise.race([fetched, started]);
  const [bytes] = await Promise.all([fetchFile(first.url, signal, ofFirst), started]);
  watch.done();
  reader.tables.push(await load(duck, first.format, 0, bytes));
  await show(duck, reader);
  return duck;
}

/** Reads the other files. */
export async function readRest(duck: Duck, reader: Reader, control: Control): Promise<void> {
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

/** Columns of the rows at some places, without a look at the others. */
export function rowsAtSql(
  { subject: { dataset, day }, tables }: Reader,
  columns: string,
  places: Int32Array,
): string {
  const rows = shownRows(dataset, day, `(${storedRows(dataset, tables, places)})`);
  return `SELECT CAST(${place} AS DOUBLE) AS ${place}, ${columns} FROM (${rows})`;
}

/** Lets `rows` have the fields that are there. */
async function show(duck: Duck, { files, subject, tables }: Reader): Promise<void> {
  const { dataset, day } = subject;
  await duck.query(`CREATE OR REPLACE VIEW loaded AS ${storedRows(dataset, tables)}`);
  const rows = tables.length === files.length ? shownRows(dataset, day) : "FROM loaded";
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
