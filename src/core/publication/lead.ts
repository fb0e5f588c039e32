import type { Dataset } from "#core/dataset";
import { orderOf, publicFields } from "#core/gate/public";
import { stem } from "#core/publication/download";
import { name } from "#core/query/sql";

/**
 * What leads/<lead>.sql selects out of `published` and the datasets used.
 * - `key`: of the published row it found, each at most once; NULL for a finding about many rows at once.
 * - `about`: a text that rows belonging together share, such as the codes of recipient and programme.
 * - `because_zh`, `because_en`: what was found, in a few words.
 */
export const leadColumns = ["key", "about", "because_zh", "because_en"] as const;

/** Rows of a lead that its page lists; all are in its file. */
export const leadRows = 200;

/** The file of all rows of a lead: what a file for machines holds, with `about` and the two reasons beside it. */
export const leadFile = (d: Dataset, lead: string): string => `${stem(d)}.lead-${lead}.csv`;

const order = (d: Dataset) =>
  `about NULLS FIRST, ${name(orderOf(d))} NULLS FIRST, ${name(d.key)}, because_zh`;

/** All rows of the table `lead`. */
export function leadCsvSql(d: Dataset): string {
  const fields = publicFields(d).map(name).join(", ");
  return `SELECT ${fields}, about, because_zh, because_en FROM lead LEFT JOIN published ON lead.key = published.${name(d.key)} ORDER BY ${order(d)}`;
}

/** The first rows of the table `lead`, as `LeadRow`. */
export const leadJsonSql = (d: Dataset): string =>
  `SELECT about, {zh: because_zh, en: because_en} AS because, CASE WHEN lead.key IS NOT NULL THEN published END AS row FROM lead LEFT JOIN published ON lead.key = published.${name(d.key)} ORDER BY ${order(d)} LIMIT ${leadRows}`;
