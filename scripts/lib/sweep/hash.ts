import { createHash } from "node:crypto";
import { createReadStream, globSync } from "node:fs";
import { basename } from "node:path";
import type { Readable } from "node:stream";

/** SHA-256 of a stream, in flat memory. */
export async function hashOf(content: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of content) hash.update(chunk);
  return hash.digest("hex");
}

let known: Promise<ReadonlySet<string>> | undefined;

/** The engine that npm installed: its exact version is in package-lock.json, with its own hash. */
async function readPackage(): Promise<ReadonlySet<string>> {
  const files = globSync("node_modules/@duckdb/duckdb-wasm/dist/*{eh.wasm,eh.worker.js}");
  return new Set(await Promise.all(files.map((f) => hashOf(createReadStream(f)))));
}

/** Whether a file with that content came out of an installed package as it is. */
export async function isFromPackage(hash: string, path: string): Promise<boolean> {
  if (!basename(path).startsWith("duckdb-")) return false;
  known ??= readPackage();
  return (await known).has(hash);
}
