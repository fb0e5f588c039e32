import type { Entry, Measure, Row } from "#core/catalog";
import type { Organisations } from "#core/dataset";
import type { Lang } from "#core/language";
import { shardNames } from "#core/publication/shard";
import { catalog, organisationsIn } from "#site/catalog";
import { type Figure, figure } from "#site/figure";

/** An organisation with its first published rows, in the columns declared. */
export type Recipient = {
  uscc: string;
  name: string;
  figures: Readonly<Record<string, Measure>>;
  rows: readonly Row[];
};

/** The dataset whose organisations have pages, with what it declares of them; null where none does. */
export function recipientsEntry(): { entry: Entry; declared: Organisations; count: number } | null {
  const entry = catalog().datasets.find((e) => e.dataset.organisations && e.organisations);
  const declared = entry?.dataset.organisations;
  return entry?.organisations && declared
    ? { entry, declared, count: entry.organisations.count }
    : null;
}

/** True where each organisation has a page; beyond the number declared one page looks them up. */
export const haveOwnPages = (): boolean => {
  const found = recipientsEntry();
  return found !== null && found.count <= found.declared.pages;
};

export const recipientsUrl = (lang: Lang): string => `/${lang}/recipients/`;

/** The address of an organisation: its page, or the page that looks it up. */
export const recipientUrl = (lang: Lang, uscc: string): string =>
  haveOwnPages() ? `/${lang}/recipients/${uscc}/` : `/${lang}/recipients/?q=${uscc}`;

/** The address of the organisation a row is about; undefined where it is none, such as an individual business. */
export function recipientOf(row: Row, lang: Lang): string | undefined {
  const found = recipientsEntry();
  if (!found) return undefined;
  const { uscc, where } = found.declared;
  const isOne = where.is.includes(String(row[where.field])) && row[uscc];
  return isOne ? recipientUrl(lang, String(row[uscc])) : undefined;
}

/** Every organisation, where each has a page. */
export function recipients(): readonly Recipient[] {
  const found = recipientsEntry();
  if (!found || !haveOwnPages()) return [];
  return shardNames.flatMap((shard) =>
    Object.entries(organisationsIn(found.entry.dataset.id, shard)).map(([uscc, o]) => ({
      uscc,
      ...o,
    })),
  );
}

export const figuresOf = (r: Recipient, lang: Lang): readonly Figure[] => {
  const found = recipientsEntry();
  if (!found) return [];
  return found.declared.of.map((m) =>
    figure(found.entry, m, lang, r.figures[m] ?? { value: null }),
  );
};

/** What the page that looks organisations up is told. */
export function lookupConfig(lang: Lang) {
  const found = recipientsEntry();
  if (!found) return null;
  const { id, fields } = found.entry.dataset;
  const { table } = found.declared;
  return {
    lang,
    folder: `/data/${id}/organisations/`,
    pages: haveOwnPages() ? recipientsUrl(lang) : null,
    fields: Object.fromEntries(table.map((f) => [f, fields[f]])),
    regions: found.entry.regions,
  };
}
