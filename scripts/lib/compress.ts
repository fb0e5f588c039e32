import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import { mediaType } from "#scripts/lib/headers";

/** Best first. */
const encodings = [
  { name: "br", ending: ".br", compress: brotli },
  { name: "gzip", ending: ".gz", compress: (raw: Buffer) => promisify(gzip)(raw, { level: 9 }) },
] as const;

/** Scripts and styles are few and kept for good; of thousands of pages the last percent costs minutes. */
const quality = (name: string, bytes: number): number =>
  bytes > 1e6 ? 6 : /\.(js|css|svg)$/.test(name) ? 11 : 9;

function brotli(raw: Buffer, name: string): Promise<Buffer> {
  const params = {
    [zlib.BROTLI_PARAM_QUALITY]: quality(name, raw.length),
    // No larger than the file: a window of 16 MB for each of thousands of pages is a minute of page faults.
    [zlib.BROTLI_PARAM_LGWIN]: Math.min(24, Math.max(16, Math.ceil(Math.log2(raw.length)))),
    [zlib.BROTLI_PARAM_SIZE_HINT]: raw.length,
  };
  return promisify(brotliCompress)(raw, { params });
}

/** Writes a .br and a .gz beside each file of a folder, or each that is `wanted`, that is text or WebAssembly and worth it. */
export async function compressFolder(
  folder: string,
  wanted: (name: string) => boolean = () => true,
): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile() || !mediaType(file.name).compress || !wanted(file.name)) continue;
    const path = join(file.parentPath, file.name);
    const raw = await readFile(path);
    if (raw.length < 1024) continue;
    const write = async ({ ending, compress }: (typeof encodings)[number]) =>
      writeFile(path + ending, await compress(raw, file.name));
    await Promise.all(encodings.map(write));
  }
}

/** The encoding in which to send a file: what the reader takes and lies beside it; none for a range. */
export function encodingOf({ headers }: IncomingMessage, path: string) {
  if (headers.range !== undefined) return undefined;
  const accepted = String(headers["accept-encoding"] ?? "").split(/\s*,\s*/);
  const takes = (name: string) =>
    accepted.some((a) => a === name || (a.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/.test(a)));
  return encodings.find(({ name, ending }) => takes(name) && existsSync(path + ending));
}
