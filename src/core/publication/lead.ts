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

/** The table of what a lead's SQL selected. */
export const leadTable = (lead: string): string => name(`lead ${lead}`);

/** The published rows that any of these leads is about, which are the table `led`: it is read many times, and they are few. */
export function ledSql(d: Dataset, leads: readonly string[]): string {
  const keys = leads.map((lead) => `SELECT key FROM ${leadTable(lead)}`).join(" UNION ");
  return `SELECT published.* FROM published SEMI JOIN (${keys}) led ON led.key = published.${name(d.key)}`;
}

const beside = (d: Dataset, lead: string) =>
  `${leadTable(lead)} AS lead LEFT JOIN led ON lead.key = led.${name(d.key)}`;
const order = (d: Dataset) =>
  `lead.about NULLS FIRST, led.${name(orderOf(d))} NULLS FIRST, led.${name(d.key)}, lead.because_zh`;

/** The keys a lead found that are not those of published rows: key. */
export const strangeSql = (d: Dataset, lead: string): string =>
  `SELECT lead.key AS key FROM ${beside(d, lead)} WHERE lead.key IS NOT NULL AND led.${name(d.key)} IS NULL`;

/** All rows of a lead. */
export function leadCsvSql(d: Dataset, lead: string): string {
  const fields = publicFields(d)
    .map((f) => `led.${name(f)}`)
    .join(", ");
  return `SELECT ${fields}, lead.about, lead.because_zh, lead.because_en FROM ${beside(d, lead)} ORDER BY ${order(d)}`;
}

/** The first rows of a lead, as `LeadRow`. */
export const leadJsonSql = (d: Dataset, lead: string): string =>
  `SELECT lead.about AS about, {zh: lead.because_zh, en: lead.because_en} AS because, CASE WHEN lead.key IS NOT NULL THEN led END AS row FROM ${beside(d, lead)} ORDER BY ${order(d)} LIMIT ${leadRows}`;
