import type { Dataset } from "#core/dataset";
import type { Lang } from "#core/language";
import { citeArticle, laws, measures } from "#core/law";
import { labelOf, whereText } from "#core/publication/method";
import type { Privacy } from "#core/rule";

/** What the gate does by a rule, in words that follow from it. */
export function ruleText(d: Dataset, rule: Privacy, lang: Lang): string {
  const label = (field: string) => labelOf(d, field, lang);
  const list = (fields: readonly string[]) => fields.map(label).join(lang === "zh" ? "、" : ", ");
  switch (rule.rule) {
    case "drop":
      return lang === "zh"
        ? `不公布列“${label(rule.field)}”。`
        : `The column “${label(rule.field)}” is not published.`;
    case "mask": {
      const when = whereText(d, rule.when, lang);
      return lang === "zh"
        ? `${when}，而且“${label(rule.field)}”就是自然人姓名的，只留首尾两字（张*三）。`
        : `Where ${when} and “${label(rule.field)}” is a person’s name, only its first and last character stay (张*三).`;
    }
    case "withdraw": {
      const status = whereText(d, rule.status, lang);
      return lang === "zh"
        ? `过了“${label(rule.until)}”、${status}，或者登记为撤下的，整行撤下，只留编号、月份和原因。旧网页过了期也自动隐去${list(rule.names)}。`
        : `Past “${label(rule.until)}”, where ${status}, or once listed as taken down, a row leaves whole; its ID, month and reason stay. An old copy of a page hides ${list(rule.names)} by itself.`;
    }
    case "suppress":
      return lang === "zh"
        ? `${list(rule.bases)}不足 ${rule.under} 的格子，在同一${list(rule.within)}内合并；合并后仍会露出的，不公布。合计仍然准确。`
        : `Cells with fewer than ${rule.under} in ${list(rule.bases)} are merged within the same ${list(rule.within)}; what would still show is withheld. Totals stay exact.`;
  }
}

/** The article or law that a rule rests on. */
export const becauseText = ({ because }: Privacy, lang: Lang): string =>
  "law" in because
    ? laws[because.law][lang]
    : `${measures[lang]}${lang === "zh" ? "" : ", "}${citeArticle(because.article, [], lang)}`;
