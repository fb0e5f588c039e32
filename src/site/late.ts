import { dueOn } from "#core/arrears/arrears";
import type { Claim } from "#core/arrears/late-claim";
import { settle, stepsOf } from "#core/arrears/late-steps";
import { formatDate } from "#core/format/format";
import type { Lang } from "#core/language";
import { strings } from "#site/strings";

/** The example of the page; its words are in the strings. */
const example: Claim = {
  debtor: "large",
  from: "delivery",
  start: "2026-01-15",
  asOf: "2026-06-30",
  agreedDays: null,
  unpaidFen: 100_000_000n,
  agreedRate: null,
};

export const exampleSteps = (lang: Lang) => stepsOf(settle(example), strings[lang].late.say, lang);

/** Due dates after 30 and 60 days for the first of each month of a year. */
export const dueDates = (
  year: string,
  lang: Lang,
): readonly (readonly [string, string, string])[] =>
  Array.from({ length: 12 }, (_, i) => {
    const start = `${year}-${String(i + 1).padStart(2, "0")}-01`;
    const say = (iso: string) => inYear(iso, year, lang);
    return [say(start), say(dueOn(start, 30)), say(dueOn(start, 60))] as const;
  });

/** A date without the year that stands above the table. */
const inYear = (iso: string, year: string, lang: Lang): string => {
  const said = formatDate(iso, lang);
  return lang === "zh" ? said.replace(`${year}年`, "") : said.replace(` ${year}`, "");
};
