import { open, stat } from "node:fs/promises";
import { type Beside, startCheck } from "#core/check/check";
import type { Referred } from "#core/check/reference";
import { columnsOf, type Dataset } from "#core/dataset";
import { bySeverity } from "#core/problem/list";
import { type Problem, problem } from "#core/problem/problem";
import { csvCell } from "#scripts/lib/cells";
import { layoutNotices, layoutOf } from "#scripts/lib/layout";
import { newlines, openQuote, parse, quoteProblem, startOf } from "#scripts/lib/records";
import { type Encoding, encodingOf, Stop, textOf } from "#scripts/lib/text";

const longestRecord = 1 << 20; // characters
const mostQuotes = 1000; // wrong quotes, after which the rest is not read
const headLength = 1 << 16;

export type Checked = {
  problems: Problem[];
  /** Rows of data, sound or not. */
  rows: number;
  encoding: Encoding | "";
  delimiter: string;
  /** What `needed` asked to keep; undefined where no header was found. */
  kept?: Referred | undefined;
};
export type Options = Beside & {
  /** Lines of RFC 4180 CSV with the columns of `csvColumns`, sound rows only; awaited before the next. */
  onCsv?: (chunk: string) => Promise<void> | void;
  /** Told after every piece of the file. */
  onProgress?: (done: { bytes: number; of: number; rows: number }) => void;
};

/** Columns of what `onCsv` receives: the line in the file, then those of the dataset. */
export const csvColumns = (dataset: Dataset): string[] => [
  "source_row",
  ...Object.keys(columnsOf(dataset)).filter((name) => name !== "source_row"),
];

function csvLine(line: number, cells: readonly string[], skip: number): string {
  let text = String(line);
  for (let i = 0; i < cells.length; i++) if (i !== skip) text += `,${csvCell(cells[i] ?? "")}`;
  return `${text}\n`;
}

function isSame(cells: readonly string[], others: readonly string[]): boolean {
  if (cells.length !== others.length) return false;
  for (let i = 0; i < cells.length; i++) if (cells[i] !== others[i]) return false;
  return true;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

type Pieces = AsyncGenerator<string>;

/** The first text, enough to find the header in; stops at a record that does not end. */
async function headOf(pieces: Pieces): Promise<{ head: string; more: boolean }> {
  let head = "";
  while (head.length < headLength) {
    const { value, done } = await pieces.next();
    if (done) return { head, more: false };
    head += value;
  }
  return { head, more: true };
}

async function checkText(
  pieces: Pieces,
  dataset: Dataset,
  { onCsv, ...beside }: Options,
  told: (rows: number) => void,
): Promise<Omit<Checked, "encoding">> {
  const { head, more } = await headOf(pieces);
  if (head.trim() === "") throw new Stop(problem("empty file", {}));
  const { delimiter, header } = layoutOf(head, more, dataset);
  const check = startCheck(dataset, header, beside);
  const skip = Object.keys(columnsOf(dataset)).indexOf("source_row");
  let line = 1;

  const take = (data: readonly string[][], text: string): string => {
    const multiline = text.includes('"');
    // Cells that commas alone part need no quotes, as long as they stay as they are.
    const bare = delimiter === "," && skip < 0 && !multiline && !text.includes("\r");
    let csv = "";
    let at = 0;
    for (const cells of data) {
      const lines = multiline ? 1 + newlines(cells) : 1;
      const end = bare ? lineEnd(text, at) : at;
      if (line > header.line) {
        const row = check.record(cells, line, lines);
        if (row !== undefined && onCsv)
          csv +=
            bare && isSame(row, cells)
              ? `${line},${text.slice(at, end)}\n`
              : csvLine(line, row, skip);
      }
      at = end + 1;
      line += lines;
    }
    return csv;
  };

  let rest = head;
  let last = !more;
  let whole = true;
  for (let wrong = 0; ; ) {
    const { data, errors, meta } = parse(rest, delimiter, !last);
    const error = errors[0];
    const csv = take(error ? data.slice(0, error.row) : data, rest);
    if (csv !== "") await onCsv?.(csv);
    told(check.rows());
    rest = rest.slice(error ? startOf(error.row ?? 0, rest, delimiter) : meta.cursor);
    const long = rest.length > longestRecord;
    if (error || (long && openQuote(rest) !== undefined)) {
      // Read on below the line with the quote: what is wrong further down is to be told too.
      const lineEnd = rest.indexOf("\n");
      if (lineEnd >= 0 || last || long) {
        check.add(quoteProblem(rest, line, error));
        wrong += 1;
        whole = lineEnd >= 0 && wrong < mostQuotes;
        if (!whole) break;
        rest = rest.slice(lineEnd + 1);
        line += 1;
        continue;
      }
    } else if (long) {
      check.add(problem("long record", { limit: longestRecord }, { line }));
      whole = false;
      break;
    }
    if (last) break;
    const { value, done } = await pieces.next();
    if (done) last = true;
    else rest = rest === "" ? value : rest + value;
  }
  const problems = check.end();
  return { problems, rows: check.rows(), delimiter, kept: check.kept(whole) };
}

/** Checks a file against a dataset: every problem in it, and its sound rows as CSV for who wants them. */
export async function checkFile(
  path: string,
  dataset: Dataset,
  options: Options = {},
): Promise<Checked> {
  let encoding: Encoding | "" = "";
  const doubts: Problem[] = [];
  try {
    const of = await sizeOf(path);
    const file = await open(path);
    try {
      const encoded = await encodingOf(file);
      encoding = encoded.encoding;
      if (encoded.doubt) doubts.push(problem("encoding doubtful", { encoding, ...encoded.doubt }));
      let bytes = 0;
      const pieces = textOf(file, encoding, (n) => {
        bytes += n;
      });
      const told = (rows: number) => options.onProgress?.({ bytes, of, rows });
      const checked = await checkText(pieces, dataset, options, told);
      const notices = layoutNotices(encoding, checked.delimiter);
      const problems = [...notices, ...doubts, ...checked.problems].sort(bySeverity);
      return { ...checked, problems, encoding };
    } finally {
      await file.close();
    }
  } catch (error) {
    const stopped = stopOf(error);
    return { problems: [...doubts, stopped], rows: 0, encoding, delimiter: "" };
  }
}

/** Why a reading stopped: a problem of the file, or of the disk it is on; anything else is a defect of ours. */
function stopOf(error: unknown): Problem {
  if (error instanceof Stop) return error.problem;
  if (error instanceof Error && "syscall" in error && "code" in error)
    return problem("cannot be read", { reason: String(error.code) });
  throw error;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new Stop(problem("no such file", {}));
  if (!found.isFile()) throw new Stop(problem("not a file", {}));
  return found.size;
}
