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

/** Every file a dataset is offered as. */
export function downloads(d: Dataset, rows: number): readonly Plan[] {
  const people = langs.map(
    (lang): Plan => ({ name: `${stem(d)}.${lang}.csv`, format: "csv", lang }),
  );
  const machines: Plan[] = [
    { name: `${stem(d)}.csv`, format: "machine-csv" },
    { name: `${stem(d)}.json`, format: "json" },
    { name: `${stem(d)}.parquet`, format: "parquet" },
  ];
  const sheet: Plan[] = rows <= xlsxRows ? [{ name: `${stem(d)}.xlsx`, format: "xlsx" }] : [];
  return [...people, ...sheet, ...machines];
}

/** A file that the explorer reads, by its SHA-256; without one, any of them. */
export const queryFile = (d: Dataset, format: QueryFile["format"], sha256 = "*"): string =>
  `${d.id}.${sha256.slice(0, 12)}.${format}`;

/** The name of a file of the rows a reader has filtered. */
export const filteredName = (d: Dataset, lang: Lang, rows: number): string =>
  `${stem(d)}.${rows}.${lang}.csv`;

/** A cell that starts so would run as a formula in a spreadsheet; an apostrophe stops it. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/**
 * The rows of a view as a CSV for people: a byte order mark so that Excel takes it for UTF-8, headings
 * and categories in their language, money in yuan, and text that a spreadsheet would run or cut made
 * safe. Over `rows`, at build time and in the browser.
 */
export const csvSql = (d: Dataset, lang: Lang, view: View, regions: RegionNames): string =>
  `${csvColumns(d, lang, regions)} ${where(d, view)} ORDER BY ${name(orderOf(d))}`;

/** The same of every row, in the order `rows` has: to sort a long list once more would spill it to disk. */
export function csvColumns(d: Dataset, lang: Lang, regions: RegionNames): string {
  const columns = publicFields(d).map((f, i) => {
    const plain = needField(d, f)
      .label[lang].replace(/[",\r\n]/g, " ")
      .replace(formulaStart, "'$&");
    const heading = (i === 0 ? "\uFEFF" : "") + plain;
    return `${safe(label(d, f, lang, regions), needField(d, f))} AS ${name(heading)}`;
  });
  return `SELECT ${columns.join(", ")} FROM rows`;
}

/** The cells of a sheet: as in the CSV, but text as it is, since a cell typed as text does not run. */
export const sheetCells = (
  d: Dataset,
  lang: Lang,
  regions: RegionNames,
): readonly { sql: string; number: boolean }[] =>
  publicFields(d).map((f) => ({
    sql: label(d, f, lang, regions),
    number: ["money", "count", "year", "share"].includes(needField(d, f).kind),
  }));

/** A cell as people read it: names for codes, yuan for fen. */
function label(d: Dataset, field: string, lang: Lang, regions: RegionNames): string {
  const f = needField(d, field);
  const c = name(field);
  const cases = (nameByCode: Readonly<Record<string, Text>>) => {
    const whens = Object.entries(nameByCode).map(
      ([code, text]) => `WHEN ${literal(code)} THEN ${literal(text[lang])}`,
    );
    return whens.length ? `CASE ${c} ${whens.join(" ")} ELSE ${c} END` : c;
  };
  switch (f.kind) {
    case "category":
      return cases(f.codes);
    case "region":
      return cases(regions);
    case "money":
      return `CAST(CAST(${c} AS DECIMAL(18,0)) * 0.01 AS DECIMAL(18,2))`;
    case "text":
    case "url":
    case "uscc":
    case "documents":
    case "date":
    case "year":
    case "month":
    case "count":
    case "share":
      return c;
  }
}

/** Keeps a spreadsheet from running a text as a formula or cutting the digits of a long code. */
function safe(sql: string, f: Column): string {
  switch (f.kind) {
    case "text":
    case "url":
    case "uscc":
    case "documents":
    case "category":
    case "region":
    case "date":
    case "month":
      return guarded(sql);
    case "money":
    case "year":
    case "count":
    case "share":
      return sql;
  }
}

/**
 * The first character spares nearly every cell a regular expression. No IN: DuckDB makes a list of five
 * a join, which does not keep the order of the rows.
 */
function guarded(sql: string): string {
  const first = `ord(${sql})`;
  const sign = `(${first} < 48 OR ${first} BETWEEN 58 AND 64 OR ${first} > 65280)`;
  const formula = `${sign} AND regexp_matches(${sql}, '${formulaStart.source}')`;
  const digits = `${first} BETWEEN 48 AND 57 AND regexp_full_match(${sql}, '0\\d+|\\d{12,}')`;
  return `CASE WHEN ${formula} THEN '''' || ${sql} WHEN ${digits} THEN ${sql} || chr(9) ELSE ${sql} END`;
}
