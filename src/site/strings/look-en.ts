import { punctuation } from "#core/format/punctuation";
import type { look as words } from "#site/strings/look-zh";

/** Words of the frame around every page, in English. */
export const look: typeof words = {
  nav: {
    fees: "Charges",
    subsidies: "Subsidies",
    arrears: "Arrears",
    complaints: "Complaints",
  },
  check: "Check a charge",
  late: "Late payment",
  larger: "A+",
  largerName: "A+ larger type",
  filters: "Filters",
  chosen: "{n} chosen",
  everyRow: (n) => `Show all ${n} rows`,
  ...punctuation.en,
  stop: ".",
  listed: ", ",
  beforeArticle: ", ",
  nextSentence: ". ",
  yuan: "{n} yuan",
  yuanPer: "{n} yuan ({unit})",
};
