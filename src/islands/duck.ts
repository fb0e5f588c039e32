import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { toEngineError } from "./engine-error.ts";

export { wasmUrl, workerUrl };

/** What DuckDB's worker is asked and answers, as src/parallel/worker_request.ts of duckdb-wasm 1.32.0 has it. */
type Tasks = {
  INSTANTIATE: { data: [wasm: string, pthreads: null]; answer: null };
  CONNECT: { data: null; answer: number };
  RUN_QUERY: { data: [connection: number, sql: string]; answer: Uint8Array<ArrayBuffer> };
  REGISTER_FILE_BUFFER: { data: [name: string, bytes: Uint8Array<ArrayBuffer>]; answer: null };
  INSERT_ARROW_FROM_IPC_STREAM: {
    data: [
      connection: number,
      stream: Uint8Array<ArrayBuffer>,
      options: { name: string; create: boolean },
    ];
    answer: null;
  };
  COPY_FILE_TO_BUFFER: { data: string; answer: Uint8Array<ArrayBuffer> };
  DROP_FILE: { data: string; answer: null };
};
type Reply = { requestId: number; type: string; data: never };
type Waiting = { resolve: (data: never) => void; reject: (error: Error) => void };

/**
 * DuckDB in a worker of its own, asked in turn. Its own client would bring apache-arrow, which is more script than all of
 * the explorer; here answers stay the bytes they are.
 */
export class Duck {
  readonly #worker = new Worker(workerUrl);
  readonly #waiting = new Map<number, Waiting>();
  readonly #onProgress: (bytes: number) => void;
  #lastId = 0;
  #connection = 0;
  #dead: Error | undefined;

  constructor(onProgress: (bytes: number) => void) {
    this.#onProgress = onProgress;
    this.#worker.onmessage = (event: MessageEvent<Reply>) => this.#hear(event.data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.close(toEngineError(event.message || "the worker did not start"));
    };
  }

  /** Starts the engine, which may fetch nothing by itself. Waits for ever where its file cannot be had. */
  async start(): Promise<void> {
    await this.#do("INSTANTIATE", [new URL(wasmUrl, location.href).href, null]);
    this.#connection = await this.#do("CONNECT", null);
    await this.query("SET autoinstall_known_extensions = false");
    await this.query("SET autoload_known_extensions = false");
  }

  /** An answer as an Arrow stream. */
  query(sql: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#do("RUN_QUERY", [this.#connection, sql]);
  }

  /** Opens a database; the bytes are the engine's from then on. */
  async attach(bytes: Uint8Array<ArrayBuffer>, database: string): Promise<void> {
    await this.#do("REGISTER_FILE_BUFFER", [`${database}.duckdb`, bytes], [bytes.buffer]);
    await this.query(`ATTACH '${database}.duckdb' AS ${database} (READ_ONLY)`);
  }

  /** Adds the rows of an Arrow stream to a table. */
  async insert(stream: Uint8Array<ArrayBuffer>, table: string, create: boolean): Promise<void> {
    const options = { name: table, create };
    const data: Tasks["INSERT_ARROW_FROM_IPC_STREAM"]["data"] = [this.#connection, stream, options];
    await this.#do("INSERT_ARROW_FROM_IPC_STREAM", data, [stream.buffer]);
  }

  /** The file that a COPY wrote, which is then forgotten. */
  async take(file: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#do("COPY_FILE_TO_BUFFER", file);
    await this.#do("DROP_FILE", file);
    return bytes;
  }

  /** Ends the worker; whatever waits for an answer, or asks for one, gets the error. */
  close(error: Error): void {
    this.#dead ??= error;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(this.#dead);
    this.#waiting.clear();
  }

  #do<T extends keyof Tasks>(
    type: T,
    data: Tasks[T]["data"],
    transfer: Transferable[] = [],
  ): Promise<Tasks[T]["answer"]> {
    if (this.#dead) return Promise.reject(this.#dead);
    this.#lastId += 1;
    const messageId = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(messageId, { resolve, reject });
      this.#worker.postMessage({ messageId, type, data }, transfer);
    });
  }

  #hear({ requestId, type, data }: Reply): void {
    if (type === "INSTANTIATE_PROGRESS") {
      this.#onProgress((data as { bytesLoaded: number }).bytesLoaded);
      return;
    }
    const waiting = this.#waiting.get(requestId);
    if (!waiting) return;
    this.#waiting.delete(requestId);
    if (type === "ERROR") waiting.reject(new Error((data as { message: string }).message));
    else waiting.resolve(data);
  }
}
