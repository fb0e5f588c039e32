import type { Bar, Parts } from "#charts/parts";
import type { Subject } from "#core/catalog";
import { type Chart, needMetric } from "#core/dataset";
import { type Change, changes } from "#core/format/change";
import { formatNumber, formatShare, measureKind } from "#core/format/format";
import type { Lang } from "#core/language";
import { isAdditive } from "#core/metric";

/** A ratio with its numerator and denominator: 98.0%（96/98）. */
export const withParts = ({ text, parts }: Bar, lang: Lang): string =>
  inBrackets(text, parts, lang);

/** The same to the fen, as the table has it. */
export const exactly = ({ exact, exactParts }: Bar, lang: Lang): string =>
  inBrackets(exact, exactParts, lang);

function inBrackets(text: string, parts: string, lang: Lang): string {
  if (!parts) return text;
  return lang === "zh" ? `${text}（${parts}）` : `${text} (${parts})`;
}

/** What a picture shows most of, in a sentence; "" where one mark stands alone. */
export function takeaway({ dataset: d }: Subject, chart: Chart, parts: Parts, lang: Lang): string {
  const bars = [...parts.bars, ...parts.rest];
  if (bars.length === 0) return lang === "zh" ? "没有可画的数。" : "Nothing to draw.";
  switch (chart.mark) {
    case "bar":
    case "column":
    case "histogram":
      return most(bars, parts, isAdditive(needMetric(d, chart.y)), lang);
    case "line":
      return latest(bars, measureKind(d, needMetric(d, chart.y)) === "share", lang);
    case "tiles":
      return extremes(parts.bars, lang);
    case "steps":
      return reached(bars, lang);
  }
}

const byValue = (bars: readonly Bar[]): readonly Bar[] =>
  [...bars].sort((a, b) => b.value - a.value);

function most(bars: readonly Bar[], { blank, scale }: Parts, adds: boolean, lang: Lang): string {
  const [first, second] = byValue(bars);
  if (!first || !second || first.value === second.value) return "";
  const total = [...bars, ...(blank ? [blank] : [])].reduce((sum, b) => sum + b.value, 0);
  const number = withParts(first, lang);
  if (!adds || total <= 0) {
    return lang === "zh"
      ? `最高：${first.label}，${number}。`
      : `Highest: ${first.label}, ${number}.`;
  }
  const share = formatShare(first.value / total);
  const all = scale.text(total);
  if (lang === "zh") return `最多：${first.label}，${all} 中的 ${number}（${share}）。`;
  return `Most: ${first.label}, ${number} of ${all} (${share}).`;
}

/** The last month and how it differs from the same month of last year. */
function latest(bars: readonly Bar[], isShare: boolean, lang: Lang): string {
  // A ratio that is no share, such as yuan a stall, changes as an amount does: without its parts.
  const series = bars.map(({ x, measure }) => ({
    x: String(x),
    ...(isShare ? measure : { value: measure.value }),
  }));
  const last = series.reduce((a, b) => (b.x > a.x ? b : a)).x;
  const bar = bars.find((b) => String(b.x) === last);
  const change = changes(series.map((m) => ({ ...m, x: m.x }))).find((c) => c.x === last);
  if (!bar) return "";
  const number = withParts(bar, lang);
  const words = changeText(change?.yearOnYear ?? null, lang);
  return lang === "zh"
    ? `${bar.label}：${number}，${words}。`
    : `${bar.label}: ${number}, ${words}.`;
}

function changeText(change: Change | null, lang: Lang): string {
  const zh = lang === "zh";
  if (!change) return zh ? "去年同月没有可比的数" : "with no figure for a year before";
  const size = change.unit === "share" ? formatShare(Math.abs(change.by)) : points(change.by);
  if (/^0\.0/.test(size)) return zh ? "与去年同月持平" : "the same as a year before";
  const up = change.by > 0;
  if (change.unit === "share")
    return zh
      ? `比去年同月${up ? "增加" : "减少"} ${size}`
      : `${size} ${up ? "more" : "less"} than a year before`;
  return zh
    ? `比去年同月${up ? "高" : "低"} ${size} 个百分点`
    : `${size} percentage points ${up ? "above" : "below"} a year before`;
}

const points = (by: number): string => Math.abs(by).toFixed(1);

function extremes(bars: readonly Bar[], lang: Lang): string {
  const sorted = byValue(bars);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || first.value === last.value) return "";
  const zh = lang === "zh";
  const named = (bar: Bar) => {
    const others = bars.filter((b) => b.value === bar.value).length - 1;
    const more = others === 0 ? "" : zh ? `等 ${others + 1} 地` : ` and ${others} more`;
    return `${bar.label}${more}${zh ? "，" : ", "}${withParts(bar, lang)}`;
  };
  return zh
    ? `最高：${named(first)}；最低：${named(last)}。`
    : `Highest: ${named(first)}; lowest: ${named(last)}.`;
}

/** The share of the first step that is left in the last. */
function reached(bars: readonly Bar[], lang: Lang): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last || first === last || first.value <= 0) return "";
  const share = formatShare(last.value / first.value);
  const [of, per] = [formatNumber(last.value), formatNumber(first.value)];
  return lang === "zh"
    ? `从“${first.label}”到“${last.label}”：${per} 中的 ${of}（${share}）。`
    : `From “${first.label}” to “${last.label}”: ${of} of ${per} (${share}).`;
}
