import type { Entry } from "#core/catalog";
import type { Lang } from "#core/language";

/** What most parts of a page are given: a dataset as it was compiled, and the language to show it in. */
export type OfEntry = { entry: Entry; lang: Lang };
