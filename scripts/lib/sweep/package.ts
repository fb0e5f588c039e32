import { globSync } from "node:fs";
import { basename } from "node:path";
import { isCopy } from "./piece.ts";

/** The engine that npm installed: its exact version is in package-lock.json, with its own hash. */
const engine = "node_modules/@duckdb/duckdb-wasm/dist/*{eh.wasm,eh.worker.js}";

/** Whether a file, unpacked, came out of an installed package as it is. */
export async function isFromPackage(path: string): Promise<boolean> {
  if (!basename(path).startsWith("duckdb-")) return false;
  for (const file of globSync(engine)) if (await isCopy(path, file)) return true;
  return false;
}
