import type { Download, QueryFile, RegionNames } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import type { Column } from "#core/field";
import { orderOf, publicFields } from "#core/gate/public";
import { type Lang, langs, type Text } from "#core/language";
import { literal, name } from "#core/query/sql";
import type { View } from "#core/query/view";
import { where } from "#core/query/where";

/** A file to write; compile adds its size, rows and hash. */
export type Plan = Pick<Download, "name" | "lang"> & {
  format: Exclude<Download["format"], "datapackage">;
};

/** Excel's sheets end at 1,048,576 rows; past this many the file opens slowly on an office machine. */
export const xlsxRows = 100_000;

/** Marks the file names of made-up rows. */
export const stem = (d: Dataset): string => (d.demonstration ? `${d.id}.DEMONSTRATION` : d.id);

/** The file that the gate writes and all others are made of. */
export const parquetFile = (d: Dataset): string => `${stem(d)}.parquet`;

/** Every file a dataset is offered as. */
export function downloads(d: Dataset, rows: number): readonly Plan[] {
  const people = langs.map(
    (lang): Plan => ({ name: `${stem(d)}.${lang}.csv`, format: "csv", lang }),
  );
  const machines: Plan[] = [
    { name: `${stem(d)}.csv`, format: "machine-csv" },
    { name: `${stem(d)}.json`, format: "json" },
    { name: parquetFile(d), format: "parquet" },
  ];
  const sheet: Plan[] = rows <= xlsxRows ? [{ name: `${stem(d)}.xlsx`, format: "xlsx" }] : [];
  return [...people, ...sheet, ...machines];
}

/** A file that the explorer reads, by its SHA-256; without one, any of them. */
export const queryFile = (d: Dataset, format: QueryFile["format"], sha256 = "*"): string =>
  `${d.id}.${sha256.slice(0, 12)}.${format}`;

/** The file that answers the first filters, likewise by its SHA-256. */
export const cubeFile = (d: Dataset, sha256 = "*"): string =>
  `${d.id}.cube.${sha256.slice(0, 12)}.json`;

/** The name of a file of the rows a reader has filtered. */
export const filteredName = (d: Dataset, lang: Lang, rows: number): string =>
  `${stem(d)}.${rows}.${lang}.csv`;

/** A cell that starts so would run as a formula in a spreadsheet; an apostrophe stops it. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** A spreadsheet cuts the digits of such a text, as of a long code; a tab keeps them. */
const digitsCut = /^(?:0\d+|\d{12,})$/;

/** The heading of a column for people: one line without quotes, with a byte order mark at the start of the file so that Excel takes it for UTF-8. */
export function headingOf(d: Dataset, field: string, lang: Lang): string {
  const plain = needField(d, field)
    .label[lang].replace(/[",\r\n]/g, " ")
    .replace(formulaStart, "'$&");
  return (field === publicFields(d)[0] ? "\uFEFF" : "") + plain;
}

/** What people read in the place of a field's codes; undefined where it has none. */
export function labelsOf(
  d: Dataset,
  field: string,
  regions: RegionNames,
): Readonly<Record<string, Text>> | undefined {
  const f = needField(d, field);
  return f.kind === "category" ? f.codes : f.kind === "region" ? regions : undefined;
}

/** Whether a field's cells are numbers. */
export const isNumeric = ({ kind }: Column): boolean =>
  kind === "money" || kind === "count" || kind === "year" || kind === "share";

/** A text as a file for people has it: a spreadsheet neither runs it as a formula nor cuts its digits. */
export function guarded(text: string): string {
  if (formulaStart.test(text)) return `'${text}`;
  return digitsCut.test(text) ? `${text}\t` : text;
}

/**
 * The same in SQL. The first character spares nearly every cell a regular expression. No IN: DuckDB makes a list of
 * five a join, which does not keep the order of the rows.
 */
function guardedSql(sql: string): string {
  const first = `ord(${sql})`;
  const sign = `(${first} < 48 OR ${first} BETWEEN 58 AND 64 OR ${first} > 65280)`;
  const formula = `${sign} AND regexp_matches(${sql}, '${formulaStart.source}')`;
  const digits = `${first} BETWEEN 48 AND 57 AND regexp_matches(${sql}, '${digitsCut.source}')`;
  return `CASE WHEN ${formula} THEN '''' || ${sql} WHEN ${digits} THEN ${sql} || chr(9) ELSE ${sql} END`;
}

/**
 * The rows of a view as a CSV for people: headings and categories in their language, money in yuan, and text that a
 * spreadsheet would run or cut made safe. Over `rows`, in the browser; the build writes the same of all rows.
 */
export function csvSql(d: Dataset, lang: Lang, view: View, regions: RegionNames): string {
  const columns = publicFields(d).map((f) => {
    const cell = label(d, f, lang, regions);
    const safe = isNumeric(needField(d, f)) ? cell : guardedSql(cell);
    return `${safe} AS ${name(headingOf(d, f, lang))}`;
  });
  return `SELECT ${columns.join(", ")} FROM rows ${where(d, view)} ORDER BY ${name(orderOf(d))}`;
}

/** The cells of a sheet: as in the CSV, but text as it is, since a cell typed as text does not run. */
export const sheetCells = (
  d: Dataset,
  lang: Lang,
  regions: RegionNames,
): readonly { sql: string; number: boolean }[] =>
  publicFields(d).map((f) => ({
    sql: label(d, f, lang, regions),
    number: isNumeric(needField(d, f)),
  }));

/** A cell as people read it: names for codes, yuan for fen. */
function label(d: Dataset, field: string, lang: Lang, regions: RegionNames): string {
  const c = name(field);
  if (needField(d, field).kind === "money")
    return `CAST(CAST(${c} AS DECIMAL(18,0)) * 0.01 AS DECIMAL(18,2))`;
  const whens = Object.entries(labelsOf(d, field, regions) ?? {}).map(
    ([code, text]) => `WHEN ${literal(code)} THEN ${literal(text[lang])}`,
  );
  return whens.length ? `CASE ${c} ${whens.join(" ")} ELSE ${c} END` : c;
}
