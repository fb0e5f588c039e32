import type { Entry } from "#core/catalog";
import type { Listing } from "#core/format/cell";
import type { Lang } from "#core/language";
import { hasRowPages } from "#site/page";
import { specialOf } from "#site/special";

/** How a dataset's rows are listed. */
export const listingOf = (e: Entry, lang: Lang): Listing => ({
  dataset: e.dataset,
  regions: e.regions,
  lang,
  linked: hasRowPages(e),
  note: specialOf(e.dataset).titleNote ?? null,
});
