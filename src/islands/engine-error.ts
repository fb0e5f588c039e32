/**
 * Why the engine does not work:
 * - `offline`: no connection; `missing`: the site no longer has a file, as after a new release; `blocked`: the browser or
 *   a policy forbids WebAssembly or workers
 * - `memory`: more was asked for than the browser gives; `timeout`: nothing arrived for half a minute
 * - `failed`: anything else
 */
export type EngineErrorKind = "offline" | "memory" | "missing" | "blocked" | "timeout" | "failed";

/** An error that a reader can be told about. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;
  constructor(kind: EngineErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EngineError";
    this.kind = kind;
  }
}

/** What DuckDB, the C++ runtime and V8 say when memory runs out. */
const outOfMemory =
  /out of memory|could not allocate|allocation (failed|failure)|cannot enlarge memory|bad_alloc|\bOOM\b|invalid (typed )?array(buffer)? length/i;

/** Sorts an error of a worker, a query or a download; one that is sorted already stays as it is. */
export function toEngineError(cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new EngineError(outOfMemory.test(message) ? "memory" : "failed", message, { cause });
}
