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
  /** With the host, where the site knows its own; else the path alone. */
  url: string;
  /** One row of the dataset: its name and key. */
  row?: { title: string; key: string; source?: { url: string; date: string } };
};

/** GB/T 7714-2015 without the reader's date of access in Chinese; author, date, title in English. */
export function citation(c: Cited, lang: Lang): string {
  if (lang === "zh") {
    const title = c.row ? `${c.row.title}（编号 ${c.row.key}）//${c.title}` : c.title;
    const source = c.row?.source ? ` 原始来源：${c.row.source.url}（${c.row.source.date}）.` : "";
    return `${c.publisher}. ${title}[DS/OL]. 版本 ${c.version}. (${c.date})[引用日期]. ${c.url}.${source}`;
  }
  const title = c.row ? `“${c.row.title}” (ID ${c.row.key}), in ${c.title}` : c.title;
  const source = c.row?.source
    ? ` Original source: ${c.row.source.url} (${c.row.source.date}).`
    : "";
  return `${c.publisher} (${c.date}). ${title}, version ${c.version} [data set]. ${c.url}${source}`;
}

/** What fits below a chart or in a sentence: who, what, which version, where. */
export function shortCitation(c: Cited, lang: Lang): string {
  const title = c.row ? `${c.row.title}（${c.title}）` : c.title;
  return lang === "zh"
    ? `来源：${c.publisher}《${title}》，版本 ${c.version}，${c.url}`
    : `Source: ${c.publisher}, ${c.row ? `${c.row.title}, ` : ""}${c.title}, version ${c.version}, ${c.url}`;
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
    ...(/^https?:/.test(c.url) ? [`url     = {${c.url}}`] : []),
  ];
  return `@misc{${key},\n  ${lines.join(",\n  ")}\n}`;
}

const tex = (s: string): string =>
  s.replace(/[\\{}$&#%_^~]/g, (c) => (c === "\\" ? "\\textbackslash{}" : `\\${c}`));
