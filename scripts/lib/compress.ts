import type { Stats } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";

type Coding = "br" | "gzip";

/** The coding to answer with, by the client's own preference where it states one. */
export function chooseCoding(accept: string): Coding | null {
  const q = Object.fromEntries(
    accept.split(",").map((part) => {
      const [name = "", weight] = part.trim().split(/\s*;\s*q=/);
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  const [br, gz] = [q["br"] ?? q["*"] ?? 0, q["gzip"] ?? q["*"] ?? 0];
  if (br > 0 && br >= gz) return "br";
  return gz > 0 ? "gzip" : null;
}

/** Compresses a file once for as long as it stays the same; forgets the oldest when too much is kept. */
export function compressor(limit = 256e6) {
  const kept = new Map<string, Promise<Buffer>>();
  let bytes = 0;
  const compress = async (path: string, coding: Coding) => {
    const raw = await readFile(path);
    return coding === "gzip"
      ? promisify(gzip)(raw)
      : promisify(brotliCompress)(raw, { params: { [zlib.BROTLI_PARAM_QUALITY]: 5 } });
  };
  return (path: string, stats: Stats, coding: Coding): Promise<Buffer> => {
    const key = `${coding} ${stats.mtimeMs} ${stats.size} ${path}`;
    const known = kept.get(key);
    if (known) return known;
    const made = compress(path, coding);
    kept.set(key, made);
    made.then(
      async (buffer) => {
        bytes += buffer.length;
        for (const [oldest, promise] of kept) {
          if (bytes <= limit || oldest === key) break;
          kept.delete(oldest);
          bytes -= (await promise).length;
        }
      },
      () => kept.delete(key),
    );
    return made;
  };
}
