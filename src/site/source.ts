import type { Entry } from "#core/catalog";
import { formatDate } from "#core/format/format";
import type { Lang } from "#core/language";
import { rowsOf } from "#site/catalog";

/** A page the rows come from, with its date in words and how many rows it gave. */
export type SourcePage = { url: string; date: string; rows: number };

/** Every page the rows of a dataset come from, in the order in which they first occur. */
export function sourcePages(e: Entry, lang: Lang): readonly SourcePage[] {
  if (!e.dataset.fields["source_url"]) return [];
  if (!e.dataset.fields["source_url"]) return [];
  const rows = rowsOf(e.dataset.id).filter((row) => row["source_url"]);
  const rowsByUrl = Map.groupBy(rows, (row) => String(row["source_url"]));
  return [...rowsByUrl].map(([url, group]) => ({
    url,
    date: formatDate(String(group[0]?.["source_date"] ?? ""), lang),
    rows: group.length,
  }));
}
