import type { QueryFile } from "#core/catalog";
import { arrowSlices } from "./arrow-slices.ts";
import type { Duck } from "./duck.ts";

/** Makes a table of the nth query file and returns its name. */
export async function load(
  duck: Duck,
  format: QueryFile["format"],
  nth: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const part = `part${nth}`;
  if (format === "duckdb") {
    await duck.attach(bytes, part);
    return `${part}.rows`;
  }
  let isFirst = true;
  for (const slice of arrowSlices(bytes)) {
    await duck.insert(slice, part, isFirst);
    isFirst = false;
  }
  return part;
}
