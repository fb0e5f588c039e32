import type { Chosen } from "#charts/choosing";
import type { Stop } from "#charts/mark";
import type { Bar } from "#charts/parts";
import { exactly, withParts } from "#charts/takeaway";
import type { Subject } from "#core/catalog";
import { type Chart, needField, needMetric } from "#core/dataset";
import { formatCell } from "#core/format/format";
import { intervalText } from "#core/format/interval";
import { punctuation } from "#core/format/punctuation";
import type { Lang, Text } from "#core/language";
import type { Bound } from "#core/query/view";

export const enlarge: Text = { zh: "放大", en: "Enlarge" };
export const shrink: Text = { zh: "缩小", en: "Make smaller" };
export const noFigure: Text = { zh: "无数据", en: "No data" };

const chosenWords: Readonly<Record<Chosen, Text>> = {
  yes: { zh: "已选", en: "chosen" },
  part: { zh: "部分已选", en: "partly chosen" },
  no: { zh: "", en: "" },
};

const joined = (parts: readonly string[], lang: Lang): string =>
  parts.filter(Boolean).join(punctuation[lang].comma);

/** What assistive technology says of a mark: 乌鲁木齐市，1,234.50 万元，已选 */
export const markName = (bar: Bar, chosen: Chosen, lang: Lang): string =>
  joined(
    [bar.label, withParts(bar, lang), intervalText(bar.interval, lang), chosenWords[chosen][lang]],
    lang,
  );

/** What a mark is and its exact value, line by line; a place without a mark has no figure. */
export function tipLines(
  { dataset: d }: Subject,
  chart: Chart,
  at: { label: string; bar: Bar | undefined },
  lang: Lang,
): readonly string[] {
  const { label, bar } = at;
  if (!bar) return [label, noFigure[lang]];
  const { colon } = punctuation[lang];
  const metric = chart.mark === "steps" ? "" : needMetric(d, chart.y).label[lang] + colon;
  return [label, metric + exactly(bar, lang), intervalText(bar.interval, lang)].filter(Boolean);
}

/** What the marks of a chart are for. */
export function marksName({ dataset: d }: Subject, field: string, lang: Lang): string {
  const label = needField(d, field).label[lang];
  return lang === "zh" ? `按${label}筛选` : `Filter by ${label.toLowerCase()}`;
}

/** What the two ends of a range are called. */
export function endName({ dataset: d }: Subject, field: string, end: 0 | 1, lang: Lang): string {
  const label = needField(d, field).label[lang];
  if (lang === "zh") return `${label}：${end === 0 ? "起" : "止"}`;
  return `${label}: ${end === 0 ? "from" : "to"}`;
}

/** Where an end of a range stands: 2024年3月, or that it sets no limit. */
export function endText(
  { dataset: d }: Subject,
  field: string,
  { bound, stop }: { bound: Bound; stop: Stop | undefined },
  lang: Lang,
): string {
  if (bound === null) return joined([stop?.label ?? "", lang === "zh" ? "不限" : "no limit"], lang);
  const f = needField(d, field);
  const unit = f.kind === "year" && lang === "zh" ? " 年" : "";
  return formatCell(f, bound, lang) + unit;
}
