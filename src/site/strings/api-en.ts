import type { api as words } from "#site/strings/api-zh";

/** The page for programs, in English. */
export const api: typeof words = {
  nav: "For programs",
  title: "For programs: catalog.json",
  lead: "One file lists every dataset, version, figure and download. No key and no quota: they are plain files.",
  catalog: "Start with this file",
  address: "Address",
  rule: "A download lies at /data/<dataset>/<file name>; names, bytes, rows and SHA-256 stand in downloads.",
  stable:
    "The same rows have the same version (the first 12 digits of the SHA-256 of the CSV for programs). Take the files again when it changes.",
  demonstration:
    "Files of made-up rows have DEMONSTRATION in their name, and dataset.demonstration is true.",
  parts: "What it holds",
  part: "Place",
  meaning: "Meaning",
  partText: {
    today: "the day of the build",
    "datasets[].dataset": "the declaration: fields, codes, figures, filters, charts, privacy rules",
    "datasets[].version": "the version",
    "datasets[].rows":
      "rows in the source, published, taken down, merged, withheld, and set aside with the reason",
    "datasets[].figures": "each figure; a ratio has its numerator “of” and denominator “per”",
    "datasets[].dates": "first and last date of the sources",
    "datasets[].downloads[]": "file name, format, language, bytes, rows, SHA-256",
    "datasets[].tombstones[]": "rows taken down: ID, month, reason",
    "datasets[].notes": "source and gaps (Markdown, in Chinese and English)",
  },
  examples: "One line each",
  examplesText: (title) => `With “${title}”; for another dataset change the address.`,
  noOrigin: "This copy of the site has no host set; https://example.org stands in its place.",
  excel: "Excel: Data → Get Data → Blank Query, and paste the line into the formula bar.",
};
