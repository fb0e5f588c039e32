import type { Download } from "#core/catalog";
import type { Column, Dataset } from "#core/dataset";
import { type Lang, langs } from "#core/language";
import { publicFields } from "#core/publish";
import { where } from "#core/query";
import { literal, name } from "#core/sql";
import type { View } from "#core/view";

/** A file to write; compile adds its size, rows and hash. */
export type Plan = Pick<Download, "name" | "format" | "lang">;

/** Excel's sheets end at 1,048,576 rows; past this many the file opens slowly on an office machine. */
export const xlsxRows = 100_000;

/** Marks the file names of made-up rows. */
const stem = (d: Dataset): string => (d.demonstration ? `${d.id}.DEMONSTRATION` : d.id);

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

/** The name of a file of the rows a reader has filtered. */
export const filteredName = (d: Dataset, lang: Lang, rows: number): string =>
  `${stem(d)}.${rows}.${lang}.csv`;

/** A cell that starts so would run as a formula in a spreadsheet; an apostrophe stops it. */
export const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/**
 * The rows of a view for people: headings and categories in their language, money in yuan, text that
 * a spreadsheet would run or cut made safe. Over `rows`, at build time and in the browser.
 * `nameByRegion` holds the regions that occur.
 */
export function peopleSql(
  d: Dataset,
  lang: Lang,
  view: View,
  nameByRegion: Readonly<Record<string, string>>,
): string {
  const columns = publicFields(d).map((f) => {
    const field = d.fields[f] as Column; // publicFields lists declared fields
    return `${peopleCell(name(f), field, lang, nameByRegion)} AS ${name(field.label[lang])}`;
  });
  return `SELECT ${columns.join(", ")} FROM rows ${where(d, view)} ORDER BY ${name(d.key)}`;
}

function peopleCell(
  c: string,
  f: Column,
  lang: Lang,
  nameByRegion: Readonly<Record<string, string>>,
): string {
  const cases = (label: Readonly<Record<string, string>>) => {
    const whens = Object.entries(label).map(
      ([code, text]) => `WHEN ${literal(code)} THEN ${literal(text)}`,
    );
    return whens.length ? `CASE ${c} ${whens.join(" ")} ELSE ${c} END` : c;
  };
  switch (f.kind) {
    case "category":
      return cases(
        Object.fromEntries(Object.entries(f.codes).map(([code, text]) => [code, text[lang]])),
      );
    case "region":
      return cases(nameByRegion);
    case "money":
      return `CAST(${c} AS DECIMAL(18,0)) * 0.01`;
    case "text":
    case "url":
    case "uscc":
    case "documents":
      return `CASE WHEN regexp_matches(${c}, '${formulaStart.source}') THEN '''' || ${c} WHEN regexp_full_match(${c}, '0\\d+|\\d{12,}') THEN ${c} || chr(9) ELSE ${c} END`;
    case "date":
    case "year":
    case "count":
    case "share":
      return c;
  }
}
