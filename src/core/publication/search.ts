/** What a page that can be found is about; results are grouped by it, in this order. */
export const searchKinds = [
  "fee",
  "organisation",
  "programme",
  "region",
  "dataset",
  "guide",
  "article",
  "row",
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Where the search index lies, below the host. */
export const searchFolder = "/pagefind/";
