import { isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import {
  cutOff,
  formatOf,
  isDoubtful,
  startHanCount,
  startUtf8Count,
  utf16Of,
} from "#core/check/read-encoding";
import { type Problem, problem } from "#core/problem/problem";

const readBytes = 1 << 19;
const pieceBytes = 1 << 16; // of text at a time: it stays in the cache while it is split and checked

export type Encoding = "UTF-8" | "GB18030" | "UTF-16LE" | "UTF-16BE";

/** Thrown inside a reading to stop it; `checkFile` catches it. */
export class Stop extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

async function* bytesOf(file: FileHandle, size = readBytes): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(size);
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, size, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** How a file is encoded, and what speaks against it. */
export type Encoded = { encoding: Encoding; doubt?: { rare: number; of: number } };

/** Reads the file once to see how it is encoded: a late byte decides how the first line is read. */
export async function encodingOf(file: FileHandle): Promise<Encoded> {
  let count: ReturnType<typeof startUtf8Count> | undefined;
  let carry = Buffer.alloc(0);
  let at = 0;
  for await (const bytes of bytesOf(file)) {
    if (at === 0) {
      const format = formatOf(bytes);
      if (format) throw new Stop(problem("not text", { format }));
      const utf16 = utf16Of(bytes);
      if (utf16) return { encoding: utf16 };
    }
    at += bytes.length;
    if (bytes.includes(0)) throw new Stop(problem("not text", { format: "binary" }));
    const joined = carry.length > 0 ? Buffer.concat([carry, bytes]) : bytes;
    const cut = cutOff(joined);
    if (!isUtf8(joined.subarray(0, joined.length - cut))) count = startUtf8Count();
    if (count) break;
    carry = Buffer.from(joined.subarray(joined.length - cut));
  }
  if (at === 0) throw new Stop(problem("empty file", {}));
  if (carry.length === 0 && !count) return { encoding: "UTF-8" };

  const counted = count ?? startUtf8Count();
  const han = startHanCount();
  for await (const bytes of bytesOf(file)) {
    counted.add(bytes, false);
    han.add(bytes);
  }
  counted.add(new Uint8Array(0), true);
  const first = counted.first();
  if (first === undefined) return { encoding: "UTF-8" };
  if (counted.valid() <= counted.invalid()) {
    const doubt = han.counts();
    return { encoding: "GB18030", ...(isDoubtful(doubt) && { doubt }) };
  }
  const { offset, line } = first;
  throw new Stop(problem("damaged text", { encoding: "UTF-8", offset }, { line }));
}

/** UTF-8 that was found sound, in pieces that end with a line where they can. */
async function* soundUtf8(file: FileHandle, read: (bytes: number) => void): AsyncGenerator<string> {
  const buffer = Buffer.allocUnsafe(readBytes);
  let held = 0;
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, held, buffer.length - held, at);
    const end = held + bytesRead;
    if (bytesRead === 0) {
      if (end > 0) yield buffer.toString("utf8", 0, end);
      return;
    }
    at += bytesRead;
    read(bytesRead);
    let from = 0;
    while (end - from > pieceBytes) {
      const lineEnd = buffer.lastIndexOf(10, from + pieceBytes) + 1;
      const cut =
        lineEnd > from
          ? lineEnd
          : from + pieceBytes - cutOff(buffer.subarray(from, from + pieceBytes));
      yield buffer.toString("utf8", from, cut);
      from = cut;
    }
    buffer.copyWithin(0, from, end);
    held = end - from;
  }
}

async function* decoded(
  file: FileHandle,
  encoding: Encoding,
  read: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true });
  let line = 1;
  for await (const bytes of bytesOf(file, pieceBytes)) {
    let text = "";
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      const place = { line: line + lineOfDamage(bytes, encoding) };
      throw new Stop(problem("damaged text", { encoding, offset: undefined }, place));
    }
    read(bytes.length);
    yield text;
    line += text.split("\n").length - 1;
  }
  try {
    yield decoder.decode();
  } catch {
    throw new Stop(problem("damaged text", { encoding, offset: undefined }, { line }));
  }
}

/** The file's text in pieces, without byte order mark, every line end as \n. */
export async function* textOf(
  file: FileHandle,
  encoding: Encoding,
  read: (bytes: number) => void,
): AsyncGenerator<string> {
  let start = true;
  let returned = false; // the last piece ended in \r
  const pieces = encoding === "UTF-8" ? soundUtf8(file, read) : decoded(file, encoding, read);
  for await (const piece of pieces) {
    let text = start && piece.startsWith("\ufeff") ? piece.slice(1) : piece;
    if (piece !== "") start = false;
    if (returned && text.startsWith("\n")) text = text.slice(1);
    if (piece !== "") returned = piece.endsWith("\r");
    yield text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  }
}

function lineOfDamage(bytes: Buffer, encoding: Encoding): number {
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes);
  return text.slice(0, text.indexOf("\ufffd")).split("\n").length - 1;
}
