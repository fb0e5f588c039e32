import type { Entry } from "#core/catalog";
import { freshnessOf } from "#core/freshness";
import type { Lang } from "#core/language";
import type { Disputed } from "#core/publication/dispute";
import { formulaText } from "#core/publication/method";
import { becauseText, ruleText } from "#core/publication/privacy-text";
import { catalog, pointsOf } from "#site/catalog";
import { config } from "#site/config";
import { answers } from "#site/law";
import { absolute, datasetUrl } from "#site/urls";

/** The guides, in the order in which they are listed. */
export const guides = [
  "methods",
  "privacy",
  "corrections",
  "channels",
  "accessibility",
  "about",
  "licence",
] as const;
export type Guide = (typeof guides)[number];

/** Every figure of a dataset with its meaning and formula. */
export const methodsOf = ({ dataset: d }: Entry, lang: Lang) =>
  Object.entries(d.metrics).map(([id, m]) => ({
    id,
    label: m.label[lang],
    formula: formulaText(d, id, lang),
    meaning: m.help?.[lang] ?? "",
    onlyInCharts: m.onlyInCharts === true,
  }));

/** What the gate does to a dataset, and what each rule rests on; columns that are dropped have no label to name. */
export const rulesOf = ({ dataset: d }: Entry, lang: Lang) =>
  d.privacy
    .filter((rule) => rule.rule !== "drop" || d.fields[rule.field])
    .map((rule) => ({ text: ruleText(d, rule, lang), because: becauseText(rule, lang) }));

/** The duties to publish ways to complain. */
export const channelDuties = () => answers().filter(({ duty }) => [10, 56].includes(duty.article));

/** What the corrections page knows of each dataset before it knows the row. */
export const disputedById = (lang: Lang): Readonly<Record<string, Disputed>> =>
  Object.fromEntries(
    catalog().datasets.map(({ dataset: d, version }) => [
      d.id,
      { title: d.title[lang], key: "", version, address: absolute(datasetUrl(lang, d.id)) },
    ]),
  );

/** Who runs the site; what is not set says so. */
export const operatorFacts = (lang: Lang) => [
  { fact: "operator" as const, value: config.operator[lang] },
  { fact: "icp" as const, value: config.icp },
  { fact: "security" as const, value: config.security },
  { fact: "siteCode" as const, value: config.siteCode },
];

export const freshOf = (e: Entry) => freshnessOf(e, catalog().today);

/** The first and the last date, or month, that a dataset's rows are of; null where neither they nor a chart say it. */
export function spanOf(e: Entry): { first: string; last: string } | null {
  if (e.dates) return e.dates;
  const line = e.dataset.charts.find(({ mark }) => mark === "line");
  const months = line
    ? pointsOf(e.dataset.id, line.id)
        .flatMap(({ x }) => (x === null ? [] : [String(x)]))
        .sort()
    : [];
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { first, last } : null;
}
