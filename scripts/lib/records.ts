import Papa from "papaparse";
import { type Problem, problem } from "#core/problem/problem";

export type ParseError = { code: string; row?: number };
export type Parsed = {
  data: string[][];
  errors: readonly ParseError[];
  meta: { cursor: number };
};

/** Splits text with \n line ends into records; with `more` the last, unfinished one is left alone. */
export function parse(text: string, delimiter: string, more: boolean, preview = 0): Parsed {
  return new Papa.Parser({ delimiter, newline: "\n", preview }).parse(text, 0, more);
}

/** Line ends inside the cells of a record. */
export const newlines = (cells: readonly string[]): number => {
  let lines = 0;
  for (const cell of cells)
    for (let i = cell.indexOf("\n"); i >= 0; i = cell.indexOf("\n", i + 1)) lines += 1;
  return lines;
};

/** Lines down to the quote that is still open at the end of the text; undefined where none is. */
export function openQuote(text: string): number | undefined {
  const quotes = text.split('"');
  if (quotes.length % 2 === 1) return undefined;
  return quotes.slice(0, -1).join("").split("\n").length - 1;
}

/** What is wrong with the quotes of the record at the start of the text. */
export function quoteProblem(rest: string, line: number, error: ParseError | undefined): Problem {
  if (error?.code === "InvalidQuotes") return problem("bad quote", {}, { line });
  return problem("open quote", {}, { line: line + (openQuote(rest) ?? 0) });
}

/** Where a row starts in the text. */
export const startOf = (row: number, text: string, delimiter: string): number =>
  row === 0 ? 0 : parse(text, delimiter, true, row).meta.cursor;
