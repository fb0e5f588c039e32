import type { front as words } from "#site/strings/home-zh";

/** The home page, in English. */
export const front: typeof words = {
  title: "What is charged, who got subsidies, who owes, what was answered",
  lead: "Mingzhang, “clear accounts”, turns what must be public for private businesses into data you can search, download and cite.",
  published: "What is published, and how fresh",
  real: (n, of) =>
    `${n} of ${of} datasets are real; those marked “Demonstration” are made up by a program to show how the site works.`,
  none: "There is no dataset yet. Once the first file is received and compiled, its figures and dates stand here.",
  old: "This page has not been updated for two weeks; its dates and figures may be out of date.",
  trend: (month, value) => `${month}: ${value}`,
  change: (words) => `${words} on the month before`,
  doors: "What do you need?",
  doorPublic: "I run a business",
  doorPublicText:
    "Charged too much, not paid, looking for a subsidy, or with a problem nobody solves.",
  doorPress: "I report or research",
  doorPressText:
    "Filter, download, trace each row to its source, cite the exact version; with leads worth asking about.",
  doorOfficial: "I work in an office",
  doorOfficialText:
    "See what is missing against each article, check sources and gaps, print any page.",
  missing: "Not published yet",
  missingText:
    "The draft measures ask for these to be public too. We have no such data now and show no samples in their place.",
  law: "All 59 articles against the site",
};
