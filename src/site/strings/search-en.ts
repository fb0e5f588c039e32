import type { search as words } from "#site/strings/search-zh";

/** The search page, in English; {n} and the like are filled in by the browser. */
export const search: typeof words = {
  nav: "Search",
  title: "Search the site",
  lead: "Find charges, organisations that got subsidies, programmes, articles, guides and datasets.",
  label: "Look for",
  hint: "e.g. late payment, 污水处理费",
  button: "Search",
  noScript:
    "Scripts are off, so search does not work. Start from a page below and use your browser’s “find in page” (Ctrl+F).",
  places: "Start here",
  notHere:
    "Exposed debtors are not in this search: their names may have to leave the site any day.",
  debtors: "Look for a debtor among the exposed cases",
  demonstration: "Demonstration",
  kinds: {
    fee: "Charges",
    organisation: "Organisations that got subsidies",
    programme: "Subsidy programmes",
    region: "Briefs of regions",
    dataset: "Datasets and topics",
    guide: "Guides and tools",
    article: "Articles of the draft measures",
    row: "Other entries",
  },
  island: {
    searching: "Searching…",
    found: "{n} found",
    none: "Nothing found for “{q}”. Try another word, or fewer.",
    failed: "The search index could not be read. Try again later, or start from a page below.",
    more: "{n} more",
  },
};
