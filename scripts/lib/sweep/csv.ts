import { findPersonal } from "#core/sweep/personal";
import { parse } from "#scripts/lib/records";
import { heading, type Job } from "./reader.ts";
import { decode } from "./text.ts";

/** A record longer than this has a quote that is never closed; it is searched in pieces. */
const longest = 1 << 20;

const isOpen = (record: string): boolean => {
  let quotes = 0;
  for (let i = record.indexOf('"'); i >= 0; i = record.indexOf('"', i + 1)) quotes += 1;
  return quotes % 2 === 1;
};

const delimiterOf = (header: string): string =>
  [",", "\t", ";"].sort((a, b) => header.split(b).length - header.split(a).length)[0] ?? ",";

/** Searches a CSV record by record, so that a line break inside a cell joins and one between rows parts. */
export async function sweepCsv(chunks: AsyncIterable<Buffer>, job: Job): Promise<void> {
  let delimiter = ",";
  let headings: readonly string[] | undefined;
  let line = 1;
  const look = (record: string) => {
    if (headings === undefined) {
      const header = record.replace(/^\uFEFF/, "");
      delimiter = delimiterOf(header);
      headings = parse(header, delimiter, false).data[0] ?? [];
    }
    if (findPersonal(record, job).length > 0) inCells(record);
    for (let i = record.indexOf("\n"); i >= 0; i = record.indexOf("\n", i + 1)) line += 1;
    line += 1;
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
  let rest = "";
  for await (const chunk of decode(chunks, true)) {
    const text = rest + chunk;
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
      const record = text.slice(start, end);
      if (isOpen(record) && record.length < longest) continue;
      look(record);
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > longest) {
      look(rest);
      rest = "";
    }
  }
  if (rest !== "") look(rest);
}
