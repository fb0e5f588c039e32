import type { Entry, Tombstone } from "#core/catalog";
import type { Lang } from "#core/language";

/** The kind of reason in words. */
export const reasonText = (e: Entry, { reason }: Tombstone, lang: Lang): string =>
  e.reasons[reason]?.[lang] ?? reason;
