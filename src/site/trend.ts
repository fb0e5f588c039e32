import type { Entry } from "#core/catalog";
import { type Chart, type Dataset, needMetric } from "#core/dataset";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";
import { pointsOf } from "#site/catalog";
import { monthly } from "#site/monthly";
import { strings } from "#site/strings";

/** How a figure moved: the latest month in words, and the last months as a line. */
export type Trend = { text: string; path: string; end: { x: number; y: number } };

/** The size of the line's picture. */
export const trendBox = { width: 120, height: 28 } as const;
const months = 24;
const edge = 3;

/** True where a chart's metric is the same figure for any month that another is for the latest or for all. */
function isSame(d: Dataset, charted: Metric, shown: Metric): boolean {
  if (charted.agg === "ratio")
    return (
      shown.agg === "ratio" &&
      isSame(d, needMetric(d, charted.of), needMetric(d, shown.of)) &&
      isSame(d, needMetric(d, charted.per), needMetric(d, shown.per))
    );
  const bare = ({ label: _, help: __, onlyInCharts: ___, ...m }: Metric) =>
    JSON.stringify({ ...m, where: undefined }, Object.keys(m).sort());
  const wheres = (m: Metric) =>
    m.agg === "ratio" ? [] : (m.where ?? []).map((w) => JSON.stringify(w));
  return (
    shown.agg !== "ratio" &&
    bare(charted) === bare(shown) &&
    wheres(charted).every((w) => wheres(shown).includes(w))
  );
}

/** The chart over the months that shows a figure, where there is one. */
function chartOf(d: Dataset, metric: string): Extract<Chart, { mark: "line" }> | undefined {
  const shown = needMetric(d, metric);
  return d.charts
    .filter((chart) => chart.mark === "line")
    .find(({ y }) => y === metric || isSame(d, needMetric(d, y), shown));
}

/** True where the figure itself is that of the month, so that its value need not be said again. */
const isShown = (e: Entry, metric: string, chart: string, month: string): boolean =>
  pointsOf(e.dataset.id, chart).find(({ x }) => x === month)?.value === e.figures[metric]?.value;

/** The trend of each of these figures that has months. */
export function trendsOf(
  e: Entry,
  metrics: readonly string[],
  lang: Lang,
): ReadonlyMap<string, Trend> {
  const t = strings[lang];
  const { columns, months: names } = monthly(e, lang);
  const found = metrics.flatMap((metric): [string, Trend][] => {
    const chart = chartOf(e.dataset, metric);
    const cells = columns.find(({ id }) => id === chart?.id)?.cells;
    const newest = names.find(({ x }) => cells?.has(x));
    const cell = newest && cells?.get(newest.x);
    if (!chart || !cell) return [];
    const text = [
      isShown(e, metric, chart.id, newest.x)
        ? newest.label
        : t.front.trend(newest.label, cell.value),
      ...(cell.before === t.topic.noBase ? [] : [t.front.change(cell.before)]),
    ].join(lang === "zh" ? "，" : ", ");
    const values = pointsOf(e.dataset.id, chart.id)
      .filter((p) => p.x !== null)
      .toSorted((a, b) => String(a.x).localeCompare(String(b.x)))
      .flatMap(({ value }) => (value === null ? [] : [value]))
      .slice(-months);
    return values.length > 1 ? [[metric, { text, ...line(values) }]] : [];
  });
  return new Map(found);
}

/** A line through values from the least to the greatest of them; it shows a shape, never a size. */
export function line(values: readonly number[]): Pick<Trend, "path" | "end"> {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const { width, height } = trendBox;
  const round = (n: number) => Math.round(n * 10) / 10;
  const points = values.map((value, i) => ({
    x: round(edge + (i / Math.max(1, values.length - 1)) * (width - 2 * edge)),
    y: round(
      height - edge - (most > least ? (value - least) / (most - least) : 0.5) * (height - 2 * edge),
    ),
  }));
  const path = points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x},${y}`).join("");
  return { path, end: points.at(-1) ?? { x: 0, y: 0 } };
}
