import type { RowToolStrings } from "#site/strings/rows-zh";

/** The list of rows in the explorer in English. */
export const rowTools: RowToolStrings = {
  hint: "Arrow keys move, Enter opens everything about a row, Enter on a heading sorts.",
  sight: "Rows {from}–{to} of {of}",
  loading: "Reading…",
  failed: "Some rows could not be read; scrolling tries again.",
  rowOf: "Row {n} of {of}",
  order: "Order",
  other:
    "Below are still the first rows of all: those you asked for come with the rows, which are loading.",
  sourceOrder: "As in the source",
  up: "{label}, ascending",
  down: "{label}, descending",
  choose: "Choose columns",
  columns: "Which columns to show",
  apply: "Show these columns",
  usual: "Back to the usual columns",
  close: "Close",
  page: "Open the page of this row",
  copy: "Copy a link to this row",
  copied: "Link copied.",
  copyByHand: "The browser does not allow copying; please copy this address yourself:",
  previous: "Previous row",
  next: "Next row",
};
