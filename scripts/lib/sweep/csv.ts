import { findPersonal } from "#core/sweep/personal";
import { suspects } from "#core/sweep/suspect";
import { parse } from "#scripts/lib/records";
import { heading, type Job } from "./reader.ts";
import { linesIn, utf8Of } from "./text.ts";
import { Window } from "./window.ts";

/** A record longer than this has a quote that is never closed; it is searched in pieces. */
const longest = 1 << 20;

const [newline, quote] = [10, 34];

const delimiterOf = (header: string): string =>
  [",", "\t", ";"].sort((a, b) => header.split(b).length - header.split(a).length)[0] ?? ",";

/** Takes a record: its first byte, that of its line end, and how many lines are before it. */
type TakeRecord = (start: number, end: number, lines: number) => void;

/** Hands over every whole record of the bytes; returns where the rest begins. */
function eachRecord(bytes: Buffer, take: TakeRecord): { start: number; lines: number } {
  let rest = { start: 0, lines: 0 };
  let [lines, isOpen, next] = [0, false, bytes.indexOf(quote)];
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, end + 1)) {
    for (; next >= 0 && next < end; next = bytes.indexOf(quote, next + 1)) isOpen = !isOpen;
    lines += 1;
    if (isOpen && end - rest.start < longest) continue;
    take(rest.start, end, rest.lines);
    rest = { start: end + 1, lines };
    isOpen = false;
  }
  return rest;
}

/** Searches a CSV record by record, so that a line break inside a cell joins and one between rows parts. */
export async function sweepCsv(chunks: AsyncIterable<Buffer>, job: Job): Promise<void> {
  const window = new Window();
  let delimiter = ",";
  let headings: readonly string[] | undefined;
  let line = 1;
  const readHeader = (record: string) => {
    const header = record.replace(/^\uFEFF/, "");
    delimiter = delimiterOf(header);
    headings = parse(header, delimiter, false).data[0] ?? [];
  };
  const search = (record: string, at: number) => {
    if (findPersonal(record, job).length === 0) return;
    const cells = parse(record.replace(/\r$/, ""), delimiter, false).data.flat();
    cells.forEach((cell, i) => {
      const name = headings?.[i] ?? "";
      const amount = job.amounts.has(name);
      for (const found of findPersonal(cell, { ...job, amount }))
        job.tell(found, { line: at, ...(name && { column: heading(name) }), spot: { in: "line" } });
    });
  };
  const look = (bytes: Buffer): number => {
    const found = suspects(bytes, 0, bytes.lastIndexOf(newline));
    let k = 0;
    const rest = eachRecord(bytes, (start, end, lines) => {
      if (headings === undefined) readHeader(bytes.toString("utf8", start, end));
      while (k < found.length && (found[k]?.end ?? 0) <= start) k += 1;
      if ((found[k]?.start ?? end) < end) search(bytes.toString("utf8", start, end), line + lines);
    });
    line += rest.lines;
    return rest.start;
  };
  const lookAtRest = (bytes: Buffer) => {
    const record = bytes.toString();
    if (headings === undefined) readHeader(record);
    search(record, line);
    line += linesIn(bytes) + 1;
    window.drop(bytes.length);
  };
  for await (const piece of utf8Of(chunks)) {
    window.add(piece);
    window.drop(look(window.bytes));
    if (window.bytes.length > longest) lookAtRest(window.bytes);
  }
  if (window.bytes.length > 0) lookAtRest(window.bytes);
}
