import type { components as words } from "#site/strings/components-zh";

/** The page of components, in English. */
export const components: typeof words = {
  title: "Components",
  lead: "Every component in every state, the very ones that the pages use; to look at and to test, neither listed nor searched.",
  text: "Text and links",
  buttons: "Buttons and dialogs",
  forms: "Forms",
  states: "States and notes",
  exploring: "Filtering",
  found: "Search results",
  figures: "Figures and their parts",
  cards: "Cards of the home page",
  charts: "Charts",
  tables: "Tables",
  noRows: "A table without rows",
  one: "One record",
  charges: "Charges",
  findings: "Lists and leads",
  files: "Files and sources",
};
