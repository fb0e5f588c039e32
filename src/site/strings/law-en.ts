import type { law as words } from "#site/strings/law-zh";

/** The page that holds the site against the draft measures, and how fresh things are, in English. */
export const law: typeof words = {
  nav: "Law and pages",
  title: "What the measures ask to be public, and whether it is",
  lead: "The draft has 59 articles. Each in one line, and held against this site: where what must be public is, since when and how fresh, or what is missing.",
  coverage: "Result",
  ofDuties: (per) => `of ${per} duties to publish`,
  standing: {
    met: "Published",
    late: "Published, from an old source",
    demonstration: "Demonstration only",
    none: "Not yet",
  },
  counted:
    "A duty counts as published once one dataset has real rows; demonstration rows do not count.",
  partial: "Published does not mean complete: gaps stand under “Source and gaps” of each dataset.",
  duties: "Duties to publish",
  article: "Article",
  what: "What must be public",
  who: "Who publishes",
  here: "On this site",
  fresh: "How fresh",
  since: (date) => `since ${date}`,
  missing: "Missing: no data received.",
  onlyMadeUp: "Missing: real rows; the page is ready.",
  systems: "Systems that concern this site without a duty to publish",
  systemsText: "These articles ask for no publication. Of them we show totals only, never names.",
  noPage: "No page",
  all: "All 59 articles",
  allText:
    "Our own one-line summaries, not the text. Articles 42 and 52 bear the same title, so we always cite by number.",
  isDuty: "duty to publish",
  // How fresh
  age: (days) => `${days} days ago`,
  ageToday: "today",
  ageOf: { source: "newest source", received: "file received" },
  inTime: "in time",
  lateTag: "late",
  yardstick: (days) =>
    `The draft says “promptly” and gives no number. We take ${days} days: the Regulation on the Disclosure of Government Information (Art. 26) allows 20 working days, about four weeks.`,
};
