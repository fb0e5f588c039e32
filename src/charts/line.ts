import * as Plot from "@observablehq/plot";
import { axisMargin, axisMarks, axisTicks, caption, tickText } from "#charts/axis";
import { ems } from "#charts/label";
import { monthName, monthSpan } from "#charts/months";
import type { Bar, Parts } from "#charts/parts";
import { faint, fill, ink, none, size, type } from "#charts/style";
import type { Lang } from "#core/language";

/** A line over the months: a month without a value breaks it. */
export function lineOptions(
  { bars, scale }: Parts,
  { isShare, lang, width }: { isShare: boolean; lang: Lang; width: number },
): Plot.PlotOptions {
  const span = monthSpan(bars);
  const months = span.map(({ month }) => month);
  const [first, last] = [months[0] ?? 0, months.at(-1) ?? 0];
  const ticks = range(bars, isShare);
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const series = span.map(({ month, bar }, i) => ({
    month,
    value: bar?.value ?? Number.NaN,
    low: bar?.interval?.low ?? Number.NaN,
    high: bar?.interval?.high ?? Number.NaN,
    // A line needs two points: between two gaps stands a dot.
    alone: bar !== undefined && !span[i - 1]?.bar && !span[i + 1]?.bar,
  }));
  const end = series.at(-1);
  const endText = end ? scale.number(end.value) : "";
  const marginLeft = axisMargin(ticks, scale);
  const marginRight = Math.ceil(ems(endText) * size * 1.1) + 14;
  const band = bars.some((b) => b.interval !== null);
  const alone = series.filter((s) => s.alone);
  const interval = { x: "month", y1: "low", y2: "high" } as const;
  const zero = bottom === 0 || !isShare;
  return {
    height: Math.round(Math.min(270, 130 + width * 0.25)),
    marginLeft,
    marginRight,
    marginTop: 30,
    marginBottom: 30,
    x: { axis: null, domain: first === last ? [first - 1, last + 1] : [first, last] },
    y: { axis: null, domain: [bottom, top] },
    marks: [
      ...axisMarks(ticks, scale),
      ...monthAxis(months, width - marginLeft - marginRight),
      Plot.ruleY([Math.max(bottom, 0)], {
        stroke: ink,
        ...(zero ? {} : { strokeDasharray: "2,3" }),
      }),
      Plot.areaY(series, { ...interval, fill, fillOpacity: 0.2 }),
      Plot.ruleX(alone, { ...interval, stroke: fill, strokeOpacity: 0.3, strokeWidth: 5 }),
      Plot.lineY(series, { x: "month", y: "value", stroke: fill, strokeWidth: 2.25 }),
      Plot.dot([...alone, ...(end ? [end] : [])], { x: "month", y: "value", r: 3.5, fill }),
      Plot.text(end ? [end] : [], {
        x: "month",
        y: "value",
        text: () => endText,
        textAnchor: "start",
        dx: 8,
        ...type,
        fontWeight: 600,
      }),
      ...caption(
        captionText(scale.unit, zero ? "" : tickText(bottom, scale), band, lang),
        marginLeft,
      ),
    ],
  };
}

/** An amount or a count is drawn from 0. A share may start at a round share above it: the picture then says so. */
function range(bars: readonly Bar[], isShare: boolean): readonly number[] {
  const values = bars.flatMap((b) => [b.value, ...(b.interval ? Object.values(b.interval) : [])]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (bars.length === 0) return axisTicks(0, 1);
  if (!isShare) return axisTicks(Math.min(0, low), Math.max(high, 1e-9));
  const from = low < 0.3 ? Math.min(0, low) : Math.min(low, high - 0.1);
  const ticks = axisTicks(from, high);
  return high <= 1 ? ticks.filter((t) => t <= 1) : ticks;
}

/** A tick for each month, a line and a name for each January that has the room. */
function monthAxis(months: readonly number[], width: number): Plot.Markish[] {
  const [first = 0, last = 0] = [months[0], months.at(-1)];
  const perMonth = width / Math.max(1, last - first);
  const every = [1, 2, 5, 10].find((n) => n * 12 * perMonth > 2.4 * size + 12) ?? 20;
  const januaries = months.filter((m) => m % 12 === 0);
  const named = januaries.filter((m) => (m / 12) % every === 0);
  const room = (4.2 * size) / perMonth; // months that the name of a single month takes up
  const ends = [first, ...(named.length === 0 && last - first > room ? [last] : [])];
  const single = ends.filter((m) => m % 12 !== 0 && named.every((j) => Math.abs(j - m) > room));
  const labels = [...named, ...(months.length ? single : [])];
  const name = (m: number) => (m % 12 === 0 ? String(m / 12) : monthName(m));
  const axis = { label: null, color: ink, fontSize: size } as const;
  return [
    Plot.ruleX(januaries, faint),
    ...(perMonth > 3
      ? [Plot.axisX({ ...axis, ticks: [...months], tickFormat: () => "", tickSize: 3 })]
      : none),
    Plot.axisX({ ...axis, ticks: labels, tickFormat: name, tickSize: 7 }),
  ];
}

function captionText(unit: string, from: string, band: boolean, lang: Lang): string {
  const zh = lang === "zh";
  const texts = [
    unit,
    from && (zh ? `纵轴从 ${from} 起` : `Axis starts at ${from}`),
    band && (zh ? "浅色带：95% 区间" : "Band: 95% interval"),
  ];
  return texts.filter(Boolean).join(" · ");
}
