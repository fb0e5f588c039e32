import {
  closeSync,
  createReadStream,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from "node:fs";
import {
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  gunzipSync,
  type ZlibOptions,
} from "node:zlib";

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
    const space = Buffer.allocUnsafeSlow(Math.min(size, fstatSync(file).size + 1));
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
  if (isPacked(path) && length < 16 * size) return isSmallCopy(path, readFileSync(of));
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

/** The same at once: a stream for each of thousands of small files takes longer than their content. */
function isSmallCopy(path: string, of: Buffer): boolean {
  const options: ZlibOptions = {
    chunkSize: Math.max(64, of.length),
    maxOutputLength: of.length + 1,
  };
  const unpackNow = path.endsWith(".gz") ? gunzipSync : brotliDecompressSync;
  try {
    return unpackNow(readFileSync(path), options).equals(of);
  } catch (error) {
    if (error instanceof RangeError) return false; // longer
    throw error;
  }
}
