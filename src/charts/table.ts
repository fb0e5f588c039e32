import { monthName, monthSpan } from "#charts/months";
import { type Bar, chartParts, type Parts } from "#charts/parts";
import { exactly, takeaway, withParts } from "#charts/takeaway";
import type { Point, Subject } from "#core/catalog";
import { type Chart, type Dataset, needField, needMetric } from "#core/dataset";
import { formatDate, formatShare } from "#core/format/format";
import { formatInterval } from "#core/format/interval";
import type { Lang, Text } from "#core/language";
import { isAdditive } from "#core/metric";

/** The points of a chart as a table: the same numbers, including those not drawn. */
export type ChartTable = {
  caption: string;
  /** What the first column names, then what the cells of every row are. */
  head: readonly string[];
  body: readonly { label: string; cells: readonly string[]; drawn: boolean }[];
  /** What the picture shows most of, in a sentence; "" where one mark stands alone. */
  takeaway: string;
  /** What the picture leaves out, in sentences. */
  left: readonly string[];
};

export const blankText: Text = { zh: "来源未填", en: "Blank in the source" };
const noneText: Text = { zh: "无数据", en: "No data" };

export function chartTable(
  subject: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
): ChartTable {
  return tableOf(subject, chart, chartParts(subject, chart, points, lang), lang);
}

/** The same of points that have been told apart. */
export function tableOf(subject: Subject, chart: Chart, parts: Parts, lang: Lang): ChartTable {
  const d = subject.dataset;
  return {
    caption: chart.title[lang],
    takeaway: takeaway(subject, chart, parts, lang),
    head: headings(d, chart, lang),
    // A closed table is not filled, and then its numbers need not be written.
    get body() {
      return body(d, chart, parts, lang);
    },
    left: left(d, chart, parts, lang),
  };
}

/** What the columns hold. */
function headings(d: Dataset, chart: Chart, lang: Lang): readonly string[] {
  const zh = lang === "zh";
  if (chart.mark === "steps")
    return zh
      ? ["环节", "数量", "占第一步", "占上一步"]
      : ["Step", "Number", "Of the first", "Of the step before"];
  const names = [needField(d, chart.x).label[lang], needMetric(d, chart.y).label[lang]];
  return hasInterval(d, chart) ? [...names, zh ? "95% 区间" : "95% interval"] : names;
}

function hasInterval(d: Dataset, chart: Chart): boolean {
  if (chart.mark === "steps") return false;
  const m = needMetric(d, chart.y);
  return m.agg === "ratio" && m.interval !== undefined;
}

function body(d: Dataset, chart: Chart, { bars, rest, blank }: Parts, lang: Lang) {
  const interval = hasInterval(d, chart);
  const row = (b: Bar, drawn: boolean, label = b.label) => ({
    label,
    cells: [exactly(b, lang), ...(interval ? [b.interval ? formatInterval(b.interval) : ""] : [])],
    drawn,
  });
  if (chart.mark === "steps")
    return bars.map((b, i) => ({
      label: b.label,
      cells: [b.exact, share(b, bars[0]), i === 0 ? "" : share(b, bars[i - 1])],
      drawn: true,
    }));
  const missing = (label: string) => ({
    label,
    cells: [noneText[lang], ...(interval ? [""] : [])],
    drawn: false,
  });
  const drawn =
    chart.mark === "line"
      ? monthSpan(bars).map(({ month, bar }) =>
          bar ? row(bar, true) : missing(formatDate(monthName(month), lang)),
        )
      : bars.map((b) => row(b, true));
  return [
    ...drawn,
    ...rest.map((b) => row(b, false)),
    ...(blank ? [row(blank, false, blankText[lang])] : []),
  ];
}

const share = (b: Bar, of: Bar | undefined): string =>
  of && of.value > 0 ? formatShare(b.value / of.value) : "";

/** What the picture leaves out, in sentences. */
function left(d: Dataset, chart: Chart, parts: Parts, lang: Lang): readonly string[] {
  if (chart.mark === "steps") return [];
  const { bars, rest, blank, scale } = parts;
  const [of, metric] = [needField(d, chart.x).label[lang], needMetric(d, chart.y).label[lang]];
  const sentences: string[] = [];
  if (chart.mark === "tiles")
    sentences.push(...rest.map((b) => outside(b.label, withParts(b, lang), metric, lang)));
  else if (rest.length > 0) {
    const adds = isAdditive(needMetric(d, chart.y));
    const sum = adds ? scale.text(rest.reduce((total, b) => total + b.value, 0)) : null;
    sentences.push(restText(rest.length, of, metric, sum, lang));
  }
  const gaps = chart.mark === "line" ? monthSpan(bars).filter(({ bar }) => !bar).length : 0;
  if (gaps > 0) sentences.push(gapText(gaps, lang));
  if (blank) sentences.push(blankSentence(withParts(blank, lang), of, metric, lang));
  return sentences;
}

function restText(n: number, of: string, metric: string, sum: string | null, lang: Lang): string {
  if (lang === "zh")
    return `图中未画另外 ${n} 个${of}${sum === null ? "" : `，合计${metric} ${sum}`}。`;
  const total = sum === null ? "" : `; together ${metric.toLowerCase()}: ${sum}`;
  return `Not drawn: ${n} more (${of.toLowerCase()})${total}.`;
}

const outside = (label: string, text: string, metric: string, lang: Lang): string =>
  lang === "zh"
    ? `不在方格中：${label}，${metric} ${text}。`
    : `Not among the tiles: ${label}, ${metric.toLowerCase()} ${text}.`;

function gapText(n: number, lang: Lang): string {
  if (lang === "zh") return `有 ${n} 个月没有数，线在那里断开。`;
  return n === 1
    ? "One month has no figure; the line breaks there."
    : `${n} months have no figure; the line breaks there.`;
}

function blankSentence(text: string, of: string, metric: string, lang: Lang): string {
  return lang === "zh"
    ? `来源没有写明${of}的：${metric} ${text}，不在图中。`
    : `Not drawn because the source leaves “${of.toLowerCase()}” blank: ${metric.toLowerCase()} ${text}.`;
}
