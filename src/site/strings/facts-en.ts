import type { facts as words } from "#site/strings/facts-zh";

/** What a page says of a dataset as a whole, in English: its line of facts, figures, files, citation. */
export const facts: typeof words = {
  publisher: (name) => `Publisher: ${name}`,
  span: (from, to) => (from === to ? from : `${from} to ${to}`),
  spanOf: "Covers",
  updated: "Updated",
  due: "Next update due:",
  notStated: "not stated by the source",
  noDuty: "Made up, so no update is due",
  licence: "Licence",
  how: "How this is worked out",
  others: "Everything else about this entry",
  neverFilled: (n) => `${n} fields that the source leaves blank in every row`,
  short: "In one line",
  copy: "Copy",
  copyWhat: (what) => `Copy: ${what}`,
  copied: "Copied",
  copyByHand: "The browser does not allow copying; it is selected, press Ctrl+C",
  allFiles: (n: string) => `All ${n} files: every format, with sizes and hashes`,
  excel: "Download Excel",
  csv: "Download CSV",
  hash: "SHA-256 (first 12 digits)",
};
