import { isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { type Problem, problem } from "#core/problem";
import { cutOff, formatOf, startUtf8Count, utf16Of } from "#core/read-encoding";

const pieceBytes = 1 << 18;

export type Encoding = "UTF-8" | "GB18030" | "UTF-16LE" | "UTF-16BE";

/** Thrown inside a reading to stop it; `checkFile` catches it. */
export class Stop extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

async function* bytesOf(file: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, pieceBytes, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Reads the file once to see how it is encoded: a late byte decides how the first line is read. */
export async function encodingOf(file: FileHandle): Promise<Encoding> {
  let count: ReturnType<typeof startUtf8Count> | undefined;
  let carry = Buffer.alloc(0);
  let at = 0;
  for await (const bytes of bytesOf(file)) {
    if (at === 0) {
      const format = formatOf(bytes);
      if (format) throw new Stop(problem("not text", { format }));
      const utf16 = utf16Of(bytes);
      if (utf16) return utf16;
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
  if (carry.length === 0 && !count) return "UTF-8";

  const counted = count ?? startUtf8Count();
  for await (const bytes of bytesOf(file)) counted.add(bytes, false);
  counted.add(new Uint8Array(0), true);
  const first = counted.first();
  if (first === undefined) return "UTF-8";
  if (counted.valid() <= counted.invalid()) return "GB18030";
  const { offset, line } = first;
  throw new Stop(problem("damaged text", { encoding: "UTF-8", offset }, { line }));
}

/** The file's text in pieces, without byte order mark, every line end as \n. */
export async function* textOf(
  file: FileHandle,
  encoding: Encoding,
  read: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true });
  let carry = Buffer.alloc(0);
  let line = 1;
  let returned = false; // the last piece ended in \r
  const decode = (bytes?: Buffer): string => {
    if (encoding === "UTF-8") {
      if (bytes === undefined) return "";
      const joined = carry.length > 0 ? Buffer.concat([carry, bytes]) : bytes;
      const cut = cutOff(joined);
      carry = cut > 0 ? Buffer.from(joined.subarray(joined.length - cut)) : Buffer.alloc(0);
      return joined.toString("utf8", 0, joined.length - cut);
    }
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      const place = { line: line + (bytes ? lineOfDamage(bytes, encoding) : 0) };
      throw new Stop(problem("damaged text", { encoding, offset: undefined }, place));
    }
  };
  let start = true;
  const unified = (text: string): string => {
    let t = start && text.startsWith("\ufeff") ? text.slice(1) : text;
    if (text !== "") start = false;
    if (returned && t.startsWith("\n")) t = t.slice(1);
    if (t !== "") returned = t.endsWith("\r");
    return t.includes("\r") ? t.replace(/\r\n?/g, "\n") : t;
  };
  for await (const bytes of bytesOf(file)) {
    const text = unified(decode(bytes));
    read(bytes.length);
    yield text;
    if (encoding !== "UTF-8") line += text.split("\n").length - 1;
  }
  yield unified(decode());
}

function lineOfDamage(bytes: Buffer, encoding: Encoding): number {
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes);
  return text.slice(0, text.indexOf("\ufffd")).split("\n").length - 1;
}
