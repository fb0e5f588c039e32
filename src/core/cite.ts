import type { Lang } from "#core/language";

/** What a citation names. */
export type Cited = {
  /** Who publishes: the site. */
  publisher: string;
  title: string;
  /** Identifies the rows: the same rows, the same version. */
  version: string;
  /** ISO date of this state. */
  date: string;
  url: string;
  /** One row of the dataset: its name and key. */
  row?: { title: string; key: string };
};

/** GB/T 7714-2015 without the reader's date of access in Chinese; author, date, title in English. */
export function citation(c: Cited, lang: Lang): string {
  if (lang === "zh") {
    const title = c.row ? `${c.row.title}（编号 ${c.row.key}）//${c.title}` : c.title;
    return `${c.publisher}. ${title}: 版本 ${c.version}[DS/OL]. (${c.date}). ${c.url}.`;
  }
  const title = c.row ? `“${c.row.title}” (ID ${c.row.key}), in ${c.title}` : c.title;
  return `${c.publisher} (${c.date}). ${title}, version ${c.version} [data set]. ${c.url}`;
}

/** A BibTeX entry; braces keep the case of names, and what TeX would read as a command is escaped. */
export function bibtex(c: Cited): string {
  const key = `mingzhang-${c.row?.key ?? "dataset"}-${c.version}`;
  const lines = [
    `author  = {{${tex(c.publisher)}}}`,
    `title   = {{${tex(c.row ? `${c.row.title}, ${c.title}` : c.title)}}}`,
    `version = {${c.version}}`,
    `year    = {${c.date.slice(0, 4)}}`,
    `date    = {${c.date}}`,
    `url     = {${c.url}}`,
  ];
  return `@misc{${key},\n  ${lines.join(",\n  ")}\n}`;
}

const tex = (s: string): string =>
  s.replace(/[\\{}$&#%_^~]/g, (c) => (c === "\\" ? "\\textbackslash{}" : `\\${c}`));
