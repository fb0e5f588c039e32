import type { Column } from "#core/field";
import type { Lang } from "#core/language";
import type { Where } from "#core/metric";

/** The three populations of creditors; they are defined differently and their figures are never added up. */
export type CreditorScope = "53-1" | "53-2" | "802";

/** Short names of the populations, for labels that say more beside. */
export const creditorNames = {
  "53-1": { zh: "各类民营组织", en: "Any private organisation" },
  "53-2": { zh: "中小民营组织", en: "Small and medium private" },
  "802": { zh: "国令 802 中小企业", en: "SMEs under Order 802" },
} as const;

export const creditorScope = {
  kind: "category",
  label: { zh: "债权人范围", en: "Whose money" },
  help: {
    zh: "三类债权人的定义不同，数字从不相加。",
    en: "The three are defined differently; their figures are never added up.",
  },
  codes: {
    "53-1": {
      zh: "各类民营经济组织（第 53 条第 1 款）",
      en: "Any private organisation (Article 53, paragraph 1)",
    },
    "53-2": {
      zh: "中小民营经济组织（第 53 条第 2 款、第 54 条）",
      en: "Small and medium private organisations (Article 53, paragraph 2, and Article 54)",
    },
    "802": {
      zh: "中小企业（国务院令第 802 号）",
      en: "Small and medium enterprises (State Council Order No. 802)",
    },
  },
} as const satisfies Column;

export const debtorType = {
  kind: "category",
  label: { zh: "欠款方类型", en: "Kind of debtor" },
  codes: {
    机关: { zh: "机关", en: "State body" },
    事业单位: { zh: "事业单位", en: "Public institution" },
    国有企业: { zh: "国有企业", en: "State-owned enterprise" },
    大型企业: { zh: "大型企业", en: "Large enterprise" },
  },
} as const satisfies Column;

/** How long overdue, by the site's own bands. */
export const ageBand = {
  kind: "category",
  label: { zh: "逾期段", en: "How late" },
  ordered: true,
  codes: {
    "≤60": { zh: "60 天以内", en: "Up to 60 days" },
    "61–180": { zh: "61–180 天", en: "61–180 days" },
    "181–365": { zh: "181–365 天", en: "181–365 days" },
    ">365": { zh: "超过 365 天", en: "Over 365 days" },
  },
} as const satisfies Column;

/** Only the rows of one population. */
export const owedTo = (scope: CreditorScope) =>
  ({ field: "creditor_scope", is: [scope] }) as const satisfies Where;

/** A label that says whose money it is about. */
export const ofCreditors = (scope: CreditorScope, zh: string, en: string) => ({
  label: { zh: `${zh}（${creditorNames[scope].zh}）`, en: `${en} (${creditorNames[scope].en})` },
});

/** Such a label without that part, for a table whose row says whose money it is. */
export function withoutCreditors(label: string, scope: CreditorScope, lang: Lang): string {
  const added = ofCreditors(scope, "", "").label[lang];
  return label.endsWith(added) ? label.slice(0, -added.length) : label;
}
