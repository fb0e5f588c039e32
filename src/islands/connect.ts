import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import type { Cell } from "#core/catalog";
import type { Answer } from "#core/query/query";

/** DuckDB in the browser, holding one dataset's rows in the table `rows`. */
export type Engine = {
  ask(sql: string): Promise<Answer>;
  /** The bytes of a CSV file of a query's rows. */
  csv(sql: string): Promise<Uint8Array<ArrayBuffer>>;
};

/** The query file, and the bytes of it and of the engine before compression. */
export type EngineFiles = { rows: string; rowsBytes: number; engineBytes: number };

/** Silence after which the start counts as failed, in milliseconds. */
const patience = 30_000;

/**
 * Starts the engine and reads the query file into `rows`, by the SQL that makes them of the table `loaded`. Everything comes from this site, and
 * DuckDB may fetch nothing itself. Throws where WebAssembly is missing or blocked, a file cannot be
 * had, or nothing arrives for half a minute.
 */
export async function connect(
  files: EngineFiles,
  loadedRows: string,
  onProgress: (share: number) => void,
): Promise<Engine> {
  // A page policy that forbids WebAssembly would otherwise leave the worker waiting for ever.
  await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  const watch = watchdog();
  const read = { engine: 0, rows: 0 };
  const report = (part: keyof typeof read) => (bytes: number) => {
    read[part] = bytes;
    watch.alive();
    const share = (read.engine + read.rows) / (files.engineBytes + files.rowsBytes);
    onProgress(Math.min(1, share));
  };
  const started = Promise.all([start(report("engine")), download(files.rows, report("rows"))]);
  const [db, rows] = await Promise.race([started, watch.expired]);
  const connection = await db.connect();
  await connection.query("SET autoinstall_known_extensions = false");
  await connection.query("SET autoload_known_extensions = false");
  await connection.insertArrowFromIPCStream(rows, { name: "loaded", create: true });
  await connection.query(`CREATE TABLE rows AS ${loadedRows}`);
  await connection.query("DROP TABLE loaded");
  watch.done();
  return {
    async ask(sql) {
      const table = await connection.query(sql);
      return table.toArray().map((row) => row.toJSON() as Record<string, Cell>); // text and doubles
    },
    async csv(sql) {
      await connection.query(`COPY (${sql}) TO 'rows.csv' (FORMAT csv, HEADER)`);
      const bytes = await db.copyFileToBuffer("rows.csv");
      await db.dropFile("rows.csv");
      return bytes.slice();
    },
  };
}

async function start(onProgress: (bytes: number) => void): Promise<AsyncDuckDB> {
  const duckdb = await import("@duckdb/duckdb-wasm");
  const worker = new Worker(workerUrl);
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || "the worker did not start"));
  });
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const ready = db.instantiate(wasmUrl, null, (p) => onProgress(p.bytesLoaded));
  await Promise.race([ready, failed, unreachable(wasmUrl)]);
  return db;
}

/** Rejects where a file cannot be had; the engine itself would wait for it without a word. */
async function unreachable(url: string): Promise<never> {
  const { ok, status } = await fetch(url, { method: "HEAD" });
  if (!ok) throw new Error(`${url}: ${status}`);
  return new Promise(() => {}); // it is there: the others in the race decide
}

async function download(
  url: string,
  onProgress: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    bytes += part.value.length;
    onProgress(bytes);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function watchdog() {
  let timer: ReturnType<typeof setTimeout>;
  let expire: (error: Error) => void;
  const expired = new Promise<never>((_, reject) => {
    expire = reject;
  });
  expired.catch(() => {}); // only a race listens
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => expire(new Error("nothing arrived in time")), patience);
  };
  alive();
  return { alive, expired, done: () => clearTimeout(timer) };
}
