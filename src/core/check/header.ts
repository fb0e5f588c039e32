import { type Scale, scaleOf } from "#core/check/amount";
import { columnsOf, type Dataset } from "#core/dataset";
import type { Column } from "#core/field";
import { copyOf, excerpt, type Problem, problem } from "#core/problem/problem";

export type Row = { line: number; cells: readonly string[] };

/** Where the columns are in the file. */
export type Header = {
  line: number;
  cells: readonly string[];
  /** Position of each declared column that the file has. */
  at: ReadonlyMap<string, number>;
  /** Unit of each column's bare numbers, where it is not 元. */
  scale: ReadonlyMap<string, Scale>;
  /** Codes of absent columns that the title above the header names. */
  titled: ReadonlyMap<string, string>;
  problems: readonly Problem[];
};

/** A header is looked for in this many rows. */
export const headerRows = 10;

const folded = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s*]+/gu, "")
    .replace(/:$/, "")
    .toLowerCase();

// 金额(万元), 金额（单位：元）, 金额/万元
const withUnit = /^(.+?)(?:[([【](?:单位:)?([^()[\]【】]{1,6})[)\]】]|\/(万元|亿元|元))$/u;
const titleUnit =
  /(?<!\p{Script=Han})(?:金额|货币|计价)?单位:?(\p{Script=Han}{0,3}元)(?!\p{Script=Han})/u;
const knownUnit = /^(?:人民币)?(?:万|亿)?元?$/u;

/** Columns that are looked for in the file: not those read out of others, nor the line number itself. */
export function fileColumns(dataset: Dataset): [string, Column][] {
  return Object.entries(columnsOf(dataset)).filter(
    ([name, column]) =>
      column.of === undefined && (dataset.input !== undefined || name !== "source_row"),
  );
}

/** What a column's header may be, the usual ones first. */
const acceptedHeaders = (name: string, { label, headers = [] }: Column): string[] => [
  ...new Set([label.zh, name, label.en, ...headers]),
];

function namesByHeader(columns: readonly [string, Column][]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (header: string, name: string) => {
    if (!names.has(folded(header))) names.set(folded(header), name);
  };
  for (const [name] of columns) add(name, name);
  for (const [name, { label }] of columns) {
    add(label.zh, name);
    add(label.en, name);
  }
  for (const [name, { headers = [] }] of columns) for (const header of headers) add(header, name);
  return names;
}

type Match = { name: string; unit: string | undefined };

function matchOf(cell: string, names: ReadonlyMap<string, string>): Match | undefined {
  const whole = folded(cell);
  const exact = names.get(whole);
  if (exact !== undefined) return { name: exact, unit: undefined };
  const parts = withUnit.exec(whole);
  const name = parts === null ? undefined : names.get(parts[1] ?? "");
  return name === undefined ? undefined : { name, unit: parts?.[2] ?? parts?.[3] };
}

/** Finds the header among the first rows: the one that names most columns, and at least two if there are two. */
export function findHeader(rows: readonly Row[], dataset: Dataset): Header | undefined {
  const columns = fileColumns(dataset);
  const names = namesByHeader(columns);
  let best: { row: Row; matches: (Match | undefined)[]; count: number } | undefined;
  for (const row of rows.slice(0, headerRows)) {
    const matches = row.cells.map((cell) => matchOf(cell, names));
    const count = new Set(matches.flatMap((m) => m?.name ?? [])).size;
    if (count > (best?.count ?? Math.min(1, columns.length - 1))) best = { row, matches, count };
  }
  if (best === undefined) return undefined;
  const above = rows.slice(0, rows.indexOf(best.row));
  return headerOf(best.row, best.matches, above, columns);
}

function headerOf(
  row: Row,
  matches: readonly (Match | undefined)[],
  above: readonly Row[],
  columns: readonly [string, Column][],
): Header {
  const place = { line: row.line };
  const cells = row.cells.map((cell) => copyOf(cell.trim()));
  const at = new Map<string, number>();
  const scale = new Map<string, Scale>();
  const problems: Problem[] = [];
  const titles = above.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first] = titles;
  if (first) problems.push(problem("title rows", {}, { line: first.line, count: titles.length }));
  const title = titles.map(({ cells }) => folded(cells.join(" "))).join(" ");
  const statedUnit = titleUnit.exec(title)?.[1] ?? "";
  const general = scaleOf(statedUnit.replace("人民币", ""));

  matches.forEach((match, i) => {
    const found = cells[i] ?? "";
    if (match === undefined) {
      if (found !== "") problems.push(problem("undeclared column", { found }, place));
      return;
    }
    const column = columns.find(([name]) => name === match.name)?.[1];
    const before = at.get(match.name);
    if (before !== undefined && column) {
      const twice = { first: cells[before] ?? "", second: found };
      problems.push(problem("column twice", twice, { ...place, column: column.label }));
      return;
    }
    at.set(match.name, i);
    const unit = match.unit ?? statedUnit;
    if (column?.kind === "money" && !knownUnit.test(unit)) {
      problems.push(problem("unknown unit", { found: unit }, { ...place, column: column.label }));
    }
    const own = match.unit === undefined ? general : scaleOf(match.unit);
    if (own !== 0) scale.set(match.name, own);
  });

  const found = cells.filter((cell) => cell !== "");
  const titled = new Map<string, string>();
  for (const [name, column] of columns) {
    if (at.has(name) || column.optional) continue;
    const code = codeIn(title, column);
    if (code !== undefined) {
      titled.set(name, code);
      problems.push(problem("from title", { found: code }, { line: 1, column: column.label }));
      continue;
    }
    const accepted = acceptedHeaders(name, column);
    problems.push(
      problem("missing column", { accepted, found }, { ...place, column: column.label }),
    );
  }
  return { line: row.line, cells, at, scale, titled, problems };
}

/** The one code of a category that a title names, as in 行政事业性收费目录清单; undefined for none or several. */
function codeIn(title: string, column: Column): string | undefined {
  if (column.kind !== "category") return undefined;
  const codes = Object.entries(column.codes).filter(([code, label]) =>
    [code, label.zh].some((text) => title.includes(folded(text))),
  );
  return codes.length === 1 ? codes[0]?.[0] : undefined;
}

/** The problem of a file in which no row is a header. */
export function noHeader(rows: readonly Row[], dataset: Dataset): Problem {
  const columns = fileColumns(dataset);
  const required = columns.filter(([, column]) => !column.optional);
  const expected = (required.length > 1 ? required : columns).slice(0, 4).map(([, c]) => c.label);
  const row = rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  // Without a header nobody knows which of these cells concern a person.
  const hidden = Object.values(columnsOf(dataset)).some(({ personal }) => personal);
  const found = hidden ? null : (row?.cells ?? []).slice(0, 8).map(excerpt);
  return problem("no header", { expected, found }, { line: row?.line ?? 1 });
}
