import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { createBrotliDecompress, createGunzip } from "node:zlib";

/** As much as stays in a processor's cache while it is searched. */
const size = 1 << 18;

const packed = /\.(?:gz|br)$/;
export const isPacked = (path: string): boolean => packed.test(path);

/** The path of what a compressed copy is one of; that of any other file itself. */
export const unpackedName = (path: string): string => path.replace(packed, "");

/** The content of a file in pieces, each valid until the next; unpacked where it is a compressed copy. */
export function piecesOf(path: string): AsyncIterable<Buffer> {
  if (path.endsWith(".gz")) return unpack(path, createGunzip({ chunkSize: size }));
  if (path.endsWith(".br")) return unpack(path, createBrotliDecompress({ chunkSize: size }));
  return readPlain(path);
}

async function* readPlain(path: string): AsyncGenerator<Buffer> {
  const file = openSync(path, "r");
  try {
    const space = Buffer.allocUnsafeSlow(size);
    for (;;) {
      const length = readSync(file, space);
      if (length === 0) return;
      yield space.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function unpack(path: string, to: ReturnType<typeof createGunzip>): AsyncIterable<Buffer> {
  const from = createReadStream(path, { highWaterMark: size });
  from.on("error", (error) => to.destroy(error));
  return from.pipe(to);
}

/** Whether a file holds, unpacked, the very bytes of another. */
export async function isCopy(path: string, of: string): Promise<boolean> {
  const length = statSync(of).size;
  const file = openSync(of, "r");
  try {
    const space = Buffer.allocUnsafeSlow(size);
    let at = 0;
    for await (const piece of piecesOf(path)) {
      const read = readSync(file, space, 0, piece.length, at);
      if (!piece.equals(space.subarray(0, read))) return false;
      at += read;
    }
    return at === length;
  } finally {
    closeSync(file);
  }
}
