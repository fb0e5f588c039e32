import type { Assessment } from "#core/assessment/declaration";
import { type Dataset, needMetric } from "#core/dataset";
import { measureKind } from "#core/format/format";

/** What a unit is to reach in a year, by unit, indicator and year; in the unit of the indicator. */
export type Targets = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>
>;

/** data/targets.csv as a dataset of its own, so that it is checked like any file. */
export function targetList(a: Assessment): Dataset {
  const codes = Object.fromEntries(Object.entries(a.indicators).map(([id, i]) => [id, i.label]));
  const label = { zh: "目标", en: "Target" };
  const fields = {
    region: { kind: "region", label: { zh: "地区", en: "Region" } },
    indicator: { kind: "category", codes, label: { zh: "指标", en: "Indicator" } },
    year: { kind: "year", label: { zh: "年份", en: "Year" } },
    target: { kind: "text", label, headers: ["目标值"] },
  } as const;
  return {
    id: "targets",
    title: label,
    summary: label,
    articles: [4],
    source: { publisher: label, licence: label, received: "" },
    file: { missing: [] },
    fields,
    key: "target",
    privacy: [],
    metrics: {},
    filters: [],
    search: [],
    charts: [],
    table: [],
    row: { title: "target", pages: 0 },
    demonstration: false,
  };
}

/** A target as written: 95% or 0.95 of a share, 12 or 12.5 of anything else; null for what cannot be one. */
export function readTarget(text: string, isShare: boolean): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.normalize("NFKC").trim());
  if (!match) return null;
  const [n, percent] = [Number(match[1]), match[2] === "%"];
  if (!isShare) return percent ? null : n;
  const share = percent ? n / 100 : n;
  return share <= 1 ? Number(share.toFixed(6)) : null;
}

/** True where an indicator is a share, as far as its dataset is published. */
export function isShare(a: Assessment, id: string, datasets: readonly Dataset[]): boolean {
  const i = a.indicators[id];
  const d = datasets.find((one) => one.id === i?.dataset);
  return !!i && !!d && measureKind(d, needMetric(d, i.metric)) === "share";
}
