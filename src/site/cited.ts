import type { Entry, Row } from "#core/catalog";
import type { Lang } from "#core/language";
import type { Cited } from "#core/publication/cite";
import { catalog } from "#site/catalog";
import { config } from "#site/config";
import { fullTitle } from "#site/special";
import { absolute, datasetUrl, rowUrl } from "#site/urls";

/** The page a row was taken from. */
function sourceOf(row: Row) {
  const [url, date] = [row["source_url"], row["source_date"]];
  return url ? { source: { url: String(url), date: String(date ?? "") } } : {};
}

/** What a citation of a dataset, or of one of its rows, names. */
export function cited(e: Entry, lang: Lang, row?: Row): Cited {
  const { id, key, title } = e.dataset;
  const name = row ? String(row[key]) : "";
  return {
    publisher: config.operator[lang] || config.name[lang],
    title: title[lang],
    version: e.version,
    date: catalog().today,
    url: absolute(row ? rowUrl(lang, id, name) : datasetUrl(lang, id)),
    ...(row ? { row: { title: fullTitle(e.dataset, row), key: name, ...sourceOf(row) } } : {}),
  };
}
