import { unzipSync } from "fflate";
import { findPersonal } from "#core/sweep/personal";
import { unfold } from "#core/sweep/unfold";
import { heading, type Job } from "./reader.ts";
import { between, partsFound } from "./value.ts";

const cell = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const attributes = { r: /\br="([^"]*)"/, t: /\bt="([^"]*)"/ } as const;

/** The text of a string item or cell, its runs of letters joined. */
const textOf = (xml: string): string =>
  unfold(xml.replace(/<rPh[\s\S]*?<\/rPh>|<[^>]*>/g, "")).replaceAll("&amp;", "&");

/** The text of a number cell: 1.3800138E10 is 13800138000. */
function numberText(raw: string): string {
  const value = Number(raw);
  return Number.isSafeInteger(value) ? String(value) : raw;
}

/** Searches the cells of a workbook, and as text every other part of it. */
export function sweepSheets(bytes: Uint8Array, job: Job): [string, Uint8Array][] {
  const parts = Object.entries(unzipSync(bytes));
  const xml = (path: string) =>
    new TextDecoder().decode(parts.find(([name]) => name === path)?.[1] ?? new Uint8Array());
  const shared = [...xml("xl/sharedStrings.xml").matchAll(/<si\b[^>]*>([\s\S]*?)<\/si>/g)];
  const strings = shared.map(([, item = ""]) => textOf(item));
  const names = [...xml("xl/workbook.xml").matchAll(/<sheet\b[^>]*?\bname="([^"]*)"/g)];
  const isSheet = (path: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(path);
  for (const [path] of parts.filter(([path]) => isSheet(path))) {
    const number = Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 1);
    sweepSheet(xml(path), names[number - 1]?.[1] ?? path, strings, job);
  }
  return parts.filter(([path]) => !isSheet(path) && path !== "xl/sharedStrings.xml");
}

type Cell = { at: string; text: string };

function* cellsOf(xml: string, strings: readonly string[]): Generator<Cell> {
  for (const [, tag = "", body = ""] of xml.matchAll(cell)) {
    const type = attributes.t.exec(tag)?.[1];
    const raw = /<v>([^<]*)<\/v>/.exec(body)?.[1];
    const text =
      type === "s"
        ? (strings[Number(raw)] ?? "")
        : raw !== undefined && (type ?? "n") === "n"
          ? numberText(raw)
          : textOf(body);
    yield { at: attributes.r.exec(tag)?.[1] ?? "", text };
  }
}

function sweepSheet(xml: string, sheet: string, strings: readonly string[], job: Job): void {
  const cells = [...cellsOf(xml, strings)];
  const texts = cells.map(({ text }) => text).join(String.fromCharCode(between));
  if (partsFound(Buffer.from(texts), job).next().done) return;
  const headings = new Map<string, string>();
  for (const { at, text } of cells) {
    const column = at.replace(/\d+$/, "");
    if (!headings.has(column)) headings.set(column, text);
    const name = headings.get(column) ?? "";
    for (const found of findPersonal(text, { ...job, amount: job.amounts.has(name) }))
      job.tell(found, {
        ...(name && name !== text && { column: heading(name) }),
        spot: { in: "cell", sheet, cell: at },
      });
  }
}
