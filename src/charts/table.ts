import { type Bar, chartParts, isAdditive } from "#charts/parts";
import type { Point, Subject } from "#core/catalog";
import { type Chart, type Dataset, needField, needMetric } from "#core/dataset";
import { formatNumber, formatShare } from "#core/format";
import type { Lang, Text } from "#core/language";

/** The points of a chart as a table: the same numbers, including those not drawn. */
export type ChartTable = {
  caption: string;
  head: readonly [string, string];
  body: readonly { label: string; text: string; drawn: boolean }[];
  /** What the picture shows most of, in a sentence; "" where one mark stands alone. */
  takeaway: string;
  /** What the picture leaves out, in sentences. */
  left: readonly string[];
};

export const blankText: Text = { zh: "来源未填", en: "Blank in the source" };

export function chartTable(
  subject: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
): ChartTable {
  const d = subject.dataset;
  const head = headings(d, chart, lang);
  const adds = chart.mark !== "steps" && isAdditive(needMetric(d, chart.y));
  const { bars, rest, blank } = chartParts(subject, chart, points, lang);
  const row = (drawn: boolean) => (b: Bar) => ({
    label: b.label,
    text: withParts(b, lang),
    drawn,
  });
  const left: string[] = [];
  if (rest.length > 0) {
    const sum = adds ? rest.reduce((total, b) => total + b.value, 0) : null;
    left.push(restText(rest.length, ...head, sum, lang));
  }
  if (blank) left.push(blankSentence(blank.text, ...head, lang));
  return {
    caption: chart.title[lang],
    takeaway: takeaway([...bars, ...rest], blank, adds, lang),
    head,
    body: [
      ...bars.map(row(true)),
      ...rest.map(row(false)),
      ...(blank ? [{ label: blankText[lang], text: withParts(blank, lang), drawn: false }] : []),
    ],
    left,
  };
}

/** What the two columns hold. */
function headings(d: Dataset, chart: Chart, lang: Lang): readonly [string, string] {
  if (chart.mark === "steps") return lang === "zh" ? ["环节", "数量"] : ["Step", "Number"];
  return [needField(d, chart.x).label[lang], needMetric(d, chart.y).label[lang]];
}

/** A ratio with its numerator and denominator: 98.0%（96/98）. */
function withParts({ text, parts }: Bar, lang: Lang): string {
  if (!parts) return text;
  return lang === "zh" ? `${text}（${parts}）` : `${text} (${parts})`;
}

function takeaway(bars: readonly Bar[], blank: Bar | null, adds: boolean, lang: Lang): string {
  const [first, second] = [...bars].sort((a, b) => b.value - a.value);
  if (!first) return lang === "zh" ? "没有可画的数。" : "Nothing to draw.";
  if (!second || first.value === second.value) return "";
  const total = [...bars, ...(blank ? [blank] : [])].reduce((sum, b) => sum + b.value, 0);
  const number = withParts(first, lang);
  if (!adds || total <= 0) {
    return lang === "zh"
      ? `最高：${first.label}，${number}。`
      : `Highest: ${first.label}, ${number}.`;
  }
  const share = formatShare(first.value / total);
  const all = formatNumber(total);
  if (lang === "zh") return `最多：${first.label}，${all} 中的 ${number}（${share}）。`;
  return `Most: ${first.label}, ${number} of ${all} (${share}).`;
}

function restText(n: number, of: string, metric: string, sum: number | null, lang: Lang): string {
  if (lang === "zh")
    return `图中未画另外 ${n} 个${of}${sum === null ? "" : `，合计${metric} ${sum}`}。`;
  const total = sum === null ? "" : `; together ${metric.toLowerCase()}: ${sum}`;
  return `Not drawn: ${n} more (${of.toLowerCase()})${total}.`;
}

function blankSentence(text: string, of: string, metric: string, lang: Lang): string {
  return lang === "zh"
    ? `来源没有写明${of}的：${metric} ${text}，不在图中。`
    : `Not drawn because the source leaves “${of.toLowerCase()}” blank: ${metric.toLowerCase()} ${text}.`;
}
