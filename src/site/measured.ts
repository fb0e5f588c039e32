import type { Indicator, Measured } from "#core/assessment/declaration";
import type { Figure } from "#core/assessment/figure";
import { monthsOf, type Period } from "#core/assessment/period";
import type { Cell, Entry } from "#core/catalog";
import { type Dataset, needField, needMetric } from "#core/dataset";
import { formatNumber, formatShare, measureKind, scaleMoney, scaleOf } from "#core/format/format";
import { intervalText } from "#core/format/interval";
import type { Lang } from "#core/language";
import type { Plain, Where } from "#core/metric";
import { everything } from "#core/query/view";
import { catalog } from "#site/catalog";
import { strings } from "#site/strings";
import { exploreUrl } from "#site/urls";

/** A figure in words: never a share without its parts, nor a gap without its reason. */
export type Said = {
  value: string;
  /** Numerator ÷ denominator, or how many rows stand behind a median. */
  parts: string;
  interval: string;
  leftOut: string;
  /** Why there is no value. */
  why: string;
};

/** The dataset something is measured on, where it is published. */
export const entryOf = ({ dataset }: Measured): Entry | undefined =>
  catalog().datasets.find((e) => e.dataset.id === dataset);

/** What a value is called: an indicator has a name of its own, anything else that of its metric. */
export const labelOf = (m: Measured | Indicator, lang: Lang): string =>
  "label" in m ? m.label[lang] : metricLabel(m, lang);

const metricLabel = (m: Measured, lang: Lang): string => {
  const d = entryOf(m)?.dataset;
  return d ? needMetric(d, m.metric).label[lang] : m.metric;
};

/** A value with its unit. */
export function valueText(m: Measured | Indicator, value: number, lang: Lang): string {
  const d = entryOf(m)?.dataset;
  const text = d ? scaleOf(d, needMetric(d, m.metric), value, lang).text(value) : String(value);
  return "unit" in m && m.unit ? `${text} ${m.unit[lang]}` : text;
}

export function said(m: Measured | Indicator, f: Figure | undefined, lang: Lang): Said {
  const t = strings[lang].assess;
  const leftOut = f?.leftOut && "leftOut" in m && m.leftOut ? m.leftOut.label[lang] : "";
  return {
    value: f?.value === null || f === undefined ? t.noValue : valueText(m, f.value, lang),
    parts: f ? partsText(m, f, lang) : "",
    interval: intervalText(f?.interval, lang),
    leftOut: leftOut ? `${formatNumber(f?.leftOut ?? 0)} ${leftOut}` : "",
    why: f?.value === null ? whyText(m, f, lang) : "",
  };
}

function partsText(m: Measured, f: Figure, lang: Lang): string {
  if (f.n !== undefined) return strings[lang].assess.behind(formatNumber(f.n));
  if (f.of === undefined || f.per === undefined) return "";
  const d = entryOf(m)?.dataset;
  const metric = d ? needMetric(d, m.metric) : undefined;
  const isMoney = (id: string) => d && measureKind(d, needMetric(d, id)) === "money";
  if (metric?.agg === "ratio" && isMoney(metric.of) && isMoney(metric.per)) {
    const scale = scaleMoney(f.per, lang);
    return `${scale.number(f.of)} ÷ ${scale.text(f.per)}`;
  }
  return `${formatNumber(f.of)} ÷ ${formatNumber(f.per)}`;
}

/** Why a figure has no value, in words. */
export function whyText(m: Measured | Indicator, f: Figure, lang: Lang): string {
  const t = strings[lang].assess;
  const why = f.why ?? "none";
  switch (why) {
    case "few": {
      const least = "least" in m ? m.least : 0;
      return t.why_few(formatNumber(f.n ?? f.per ?? 0), formatNumber(least));
    }
    case "early":
      return t.why_early;
    case "unpublished":
      return t.why_unpublished;
    case "none":
      return t.why_none;
  }
}

/** By how much a value changed: a share in percentage points, an amount or count as a share, days as they are. */
export function changeText(
  m: Measured | Indicator,
  now: Figure | undefined,
  last: Figure | undefined,
  lang: Lang,
): string {
  const [to, from] = [now?.value ?? null, last?.value ?? null];
  const d = entryOf(m)?.dataset;
  if (to === null || from === null || !d) return "";
  const sign = (n: number, text: string) =>
    /[1-9]/.test(text) ? `${n > 0 ? "+" : "−"}${text}` : text;
  const by = to - from;
  if (measureKind(d, needMetric(d, m.metric)) === "share")
    return strings[lang].assess.points(sign(by, Math.abs(by * 100).toFixed(1)));
  if ("unit" in m && m.unit) return sign(by, `${formatNumber(Math.abs(by), 1)} ${m.unit[lang]}`);
  return from === 0 ? "" : sign(by, formatShare(Math.abs(by / from)));
}

/** A target and how far it is: reached, or what is still to go; "" where none is set. */
export function targetText(
  i: Indicator,
  value: number | null | undefined,
  target: number | undefined,
  lang: Lang,
): string {
  if (target === undefined) return "";
  const t = strings[lang].assess;
  const goal = t.target(valueText(i, target, lang));
  if (value === null || value === undefined) return goal;
  const reached = i.better === "higher" ? value >= target : value <= target;
  if (reached) return [goal, t.targetReached].join(t.whySeparator);
  const gap = changeText(i, { value: target }, { value }, lang);
  return [goal, t.targetToGo(gap)].join(t.whySeparator);
}

/** The explorer with the rows behind a figure chosen, as far as its filters go; null where they do not name them. */
export function rowsUrl(m: Measured, unit: string, p: Period, lang: Lang): string | null {
  const d = entryOf(m)?.dataset;
  if (!d) return null;
  const region = d.filters.find((f) => needField(d, f).kind === "region");
  const time = timeChoice(d, m, p);
  if (!region || !time) return null;
  const choices: Record<string, readonly Cell[]> = { ...time, [region]: [unit] };
  for (const w of conditions(d, m)) if (d.filters.includes(w.field)) choices[w.field] = w.is;
  return exploreUrl(lang, d, { ...everything, choices });
}

/** The choices of a filter that stand for the period: its months, or its year where a dataset has no months. */
function timeChoice(d: Dataset, m: Measured, p: Period): Record<string, readonly Cell[]> | null {
  if (m.time.rows === "until its end") return {};
  const months = m.time.rows === "in its last month" ? [p.to] : monthsOf(p);
  if (d.filters.includes(m.time.field)) return { [m.time.field]: months };
  const year = d.filters.find((f) => needField(d, f).kind === "year");
  return year ? { [year]: [Number(p.id)] } : null;
}

/** What the rows of the denominator meet, or those of the value itself. */
function conditions(d: Dataset, m: Measured): readonly Where[] {
  const metric = needMetric(d, m.metric);
  const base = metric.agg === "ratio" ? needMetric(d, metric.per) : metric;
  const own = "where" in base ? ((base as Plain).where ?? []) : [];
  return [...own, ...(m.where ?? [])];
}
