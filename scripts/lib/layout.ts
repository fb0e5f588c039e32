import { findHeader, type Header, headerRows, noHeader, type Row } from "#core/check/header";
import type { Dataset } from "#core/dataset";
import { type Problem, problem } from "#core/problem/problem";
import { newlines, parse } from "./records.ts";
import { type Encoding, Stop } from "./text.ts";

/** The delimiter under which the first rows hold the best header. */
export function layoutOf(
  head: string,
  more: boolean,
  dataset: Dataset,
): { delimiter: string; header: Header } {
  let best: { delimiter: string; header: Header } | undefined;
  let rows: Row[] = [];
  for (const delimiter of [",", "\t", ";", "，"]) {
    let line = 1;
    const found = parse(head, delimiter, more)
      .data.slice(0, headerRows * 2)
      .map((cells): Row => {
        const row = { line, cells };
        line += 1 + newlines(cells);
        return row;
      });
    if (delimiter === ",") rows = found;
    const header = findHeader(
      found.filter(({ cells }) => cells.length > 1 || cells[0] !== ""),
      dataset,
    );
    if (header && header.at.size > (best?.header.at.size ?? 0)) best = { delimiter, header };
  }
  if (best === undefined) throw new Stop(noHeader(rows, dataset));
  return best;
}

/** What a reader of the problems should know about the file as a whole. */
export function layoutNotices(encoding: Encoding, delimiter: string): Problem[] {
  const notices: Problem[] = [];
  if (encoding !== "UTF-8") notices.push(problem("encoding", { encoding }));
  if (delimiter !== ",") notices.push(problem("delimiter", { delimiter }));
  return notices;
}
