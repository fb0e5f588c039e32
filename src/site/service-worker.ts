import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/** The service worker as browsers read it. */
export const serviceWorkerCode = (): string =>
  stripTypeScriptTypes(readFileSync("src/islands/service-worker.ts", "utf8"));
