import { findPersonal } from "#core/sweep/personal";
import { type Suspect, suspects } from "#core/sweep/suspect";
import { heading, type Job } from "./reader.ts";
import { Window } from "./window.ts";

type Bytes = AsyncIterable<Buffer>;

/** How much is kept on either side of a cut, so that nothing across it is missed or seen without what is around it. */
const margin = 4096;
/** How far from a suspect what it is part of can begin or end: a mailbox, or a number with its country's code. */
const reach = 512;

/** The bytes, made UTF-8 where their mark says that they are UTF-16. */
export async function* utf8Of(chunks: Bytes): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined;
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      const mark = chunk.subarray(0, 2).toString("hex");
      const wide = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : undefined;
      decoder = wide ? new TextDecoder(wide) : null;
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
}

/** The start of the character that the byte at `i` is part of. */
function startOf(bytes: Buffer, i: number): number {
  let start = Math.min(i, bytes.length);
  while (start > 0 && start > i - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}

const newline = 10;

/** Line ends among the bytes. */
export function linesIn(bytes: Buffer, from = 0, to = bytes.length): number {
  let lines = 0;
  for (let i = bytes.indexOf(newline, from); i >= 0 && i < to; i = bytes.indexOf(newline, i + 1))
    lines += 1;
  return lines;
}

function countLines(text: string, to: number): number {
  let lines = 0;
  for (let i = text.indexOf("\n"); i >= 0 && i < to; i = text.indexOf("\n", i + 1)) lines += 1;
  return lines;
}

/** The key of a JSON value that stands at `index`, where one line is one record. */
const keyAt = (text: string, index: number): string | undefined =>
  [...text.slice(Math.max(0, index - margin), index).matchAll(/"([^"\\]{1,100})"\s*:/g)].at(
    -1,
  )?.[1];

/** Whether a JSON number, not a string, stands there. */
const isBare = (text: string, index: number) => /[:[,\s-]$/.test(text.slice(index - 1, index));

/** Suspects with what they can be part of, those next to each other as one. */
function near(found: readonly Suspect[]): Suspect[] {
  const joined: Suspect[] = [];
  for (const { start, end } of found) {
    const last = joined.at(-1);
    if (last && start - reach <= last.end) last.end = Math.max(last.end, end + reach);
    else joined.push({ start: start - reach, end: end + reach });
  }
  return joined;
}

/** Searches text of any kind, line by line as far as places go, in flat memory. */
export async function sweepText(chunks: Bytes, job: Job, isText: boolean): Promise<void> {
  const isJson = job.path.endsWith(".json");
  const isMeasured = /(?:^|\/)catalog\.json$|\/points\/[^/]+\.json$/.test(job.path);
  const isIndex = /\/(?:groups|organisations)\/[^/]+\.json$/.test(job.path);
  const window = new Window();
  let [bytes, done, line, offset] = [window.bytes, 0, 1, 0];
  /** What begins between two bytes, with what is around it. */
  const search = (from: number, to: number) => {
    const [before, after] = [
      startOf(bytes, Math.max(0, from - margin)),
      startOf(bytes, to + margin),
    ];
    const written = bytes.subarray(before, after);
    const text = isText ? written.toString() : written.toString("latin1");
    const characters = (until: number) =>
      isText ? bytes.subarray(before, startOf(bytes, until)).toString().length : until - before;
    const [first, last] = [characters(from), characters(to)];
    for (const found of findPersonal(text, job)) {
      if (found.index < first || found.index >= last) continue;
      const key = isJson ? keyAt(text, found.index) : undefined;
      const isFigure = isIndex && /^(?:value|of|per)$/.test(key ?? "");
      const isAmount = isMeasured || isFigure || (key !== undefined && job.amounts.has(key));
      if (isAmount && isBare(text, found.index) && found.kind !== "identity") continue;
      const at = line + linesIn(bytes, 0, before) + countLines(text, found.index);
      job.tell(
        found,
        isText
          ? { line: at, ...(key && { column: heading(key) }), spot: { in: "line" } }
          : { spot: { in: "byte", offset: offset + before + found.index } },
      );
    }
  };
  /** Whether anything at all is found between two bytes and close to them. */
  const isFound = (from: number, to: number) => {
    const text = bytes.subarray(Math.max(0, from - reach), to + reach).toString();
    return findPersonal(text, job).length > 0;
  };
  const look = (last: boolean) => {
    const until = last ? bytes.length : startOf(bytes, bytes.length - margin);
    if (!isText) search(done, until);
    else
      for (const { start, end } of near(suspects(bytes, done, until + reach))) {
        const [from, to] = [
          Math.max(done, startOf(bytes, start)),
          Math.min(until, startOf(bytes, end)),
        ];
        if (from < to && isFound(from, to)) search(from, to);
      }
    const cut = startOf(bytes, Math.max(0, until - margin));
    done = Math.max(done, until) - cut;
    line += linesIn(bytes, 0, cut);
    offset += cut;
    window.drop(cut);
  };
  for await (const piece of isText ? utf8Of(chunks) : chunks) {
    window.add(piece);
    bytes = window.bytes;
    if (bytes.length > 64 * margin) look(false);
  }
  bytes = window.bytes;
  look(true);
}
