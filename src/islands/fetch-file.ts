import { EngineError } from "./engine-error.ts";

/** The bytes of a file of the site; told how many have arrived, uncompressed, as they come. */
export async function fetchFile(
  url: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(url, { signal });
  if (!response.body) throw new EngineError("failed", `${url}: empty`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  const next = () => reader.read().catch((cause) => Promise.reject(notFetched(url, cause)));
  for (let part = await next(); !part.done; part = await next()) {
    chunks.push(part.value);
    bytes += part.value.length;
    onBytes(bytes);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Throws where a file cannot be had, without reading it. */
export async function needFile(url: string, signal: AbortSignal): Promise<void> {
  await request(url, { signal, method: "HEAD", cache: "no-store" });
}

async function request(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((cause) => Promise.reject(notFetched(url, cause)));
  if (response.ok) return response;
  const kind = response.status === 404 || response.status === 410 ? "missing" : "failed";
  throw new EngineError(kind, `${url}: ${response.status}`);
}

/** A fetch fails where no answer comes at all; only the browser knows whether that is for want of a network. */
const notFetched = (url: string, cause: unknown): EngineError =>
  new EngineError(navigator.onLine ? "failed" : "offline", `${url}: ${cause}`, { cause });
