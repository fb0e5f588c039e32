import { findPersonal } from "#core/sweep/personal";
import { nextSuspect } from "#core/sweep/suspect";
import { parse } from "#scripts/lib/records";
import { heading, type Job } from "./reader.ts";
import { linesIn, utf8Of } from "./text.ts";

/** A record longer than this has a quote that is never closed; it is searched in pieces. */
const longest = 1 << 20;

const [newline, quote] = [10, 34];

const isOpen = (record: Buffer): boolean => {
  let quotes = 0;
  for (let i = record.indexOf(quote); i >= 0; i = record.indexOf(quote, i + 1)) quotes += 1;
  return quotes % 2 === 1;
};

const delimiterOf = (header: string): string =>
  [",", "\t", ";"].sort((a, b) => header.split(b).length - header.split(a).length)[0] ?? ",";

/** Searches a CSV record by record, so that a line break inside a cell joins and one between rows parts. */
export async function sweepCsv(chunks: AsyncIterable<Buffer>, job: Job): Promise<void> {
  let delimiter = ",";
  let headings: readonly string[] | undefined;
  let line = 1;
  const look = (bytes: Buffer) => {
    if (headings === undefined) {
      const header = bytes.toString().replace(/^\uFEFF/, "");
      delimiter = delimiterOf(header);
      headings = parse(header, delimiter, false).data[0] ?? [];
    }
    if (nextSuspect(bytes)) {
      const record = bytes.toString();
      if (findPersonal(record, job).length > 0) inCells(record);
    }
    line += linesIn(bytes) + 1;
  };
  const inCells = (record: string) => {
    const cells = parse(record.replace(/\r$/, ""), delimiter, false).data.flat();
    cells.forEach((cell, i) => {
      const name = headings?.[i] ?? "";
      const amount = job.amounts.has(name);
      for (const found of findPersonal(cell, { ...job, amount }))
        job.tell(found, { line, ...(name && { column: heading(name) }), spot: { in: "line" } });
    });
  };
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of utf8Of(chunks)) {
    const bytes = Buffer.concat([rest, piece]);
    const whole = bytes.lastIndexOf(newline) + 1;
    const hasQuotes = bytes.includes(quote);
    let start = 0;
    /** Without a quote before them, lines are records: those before the next suspect are passed over at once. */
    const pass = () => {
      if (!headings || hasQuotes) return;
      const at = nextSuspect(bytes.subarray(start, whole))?.at;
      const to = at === undefined ? whole : bytes.lastIndexOf(newline, start + at) + 1;
      if (to <= start) return;
      line += linesIn(bytes, start, to);
      start = to;
    };
    pass();
    for (let end = bytes.indexOf(newline, start); end >= 0; end = bytes.indexOf(newline, end + 1)) {
      const record = bytes.subarray(start, end);
      if (hasQuotes && record.length < longest && isOpen(record)) continue;
      look(record);
      start = end + 1;
      pass();
      end = Math.max(end, start - 1);
    }
    rest = bytes.subarray(start);
    if (rest.length > longest) {
      look(rest);
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) look(rest);
}
