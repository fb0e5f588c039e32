import { axisMargin, axisShapes, axisTicks, caption, tickText, upwards } from "#charts/axis";
import { ems } from "#charts/label";
import type { Mark, Picture, Stop } from "#charts/mark";
import { monthName, monthSpan } from "#charts/months";
import type { Bar, Parts } from "#charts/parts";
import { type Box, circle, line, pair, type Shape, shape, text } from "#charts/shape";
import { bold, digits, fill, hairline, ink, room } from "#charts/style";
import { formatDate } from "#core/format/format";
import type { Lang } from "#core/language";

/** A month of the line in px; `bar` is missing where it has no value. */
type Place = { month: number; x: number; bar: Bar | undefined; y: number; alone: boolean };

/** A line over the months: a month without a value breaks it. */
export function linePicture(
  { bars, scale }: Parts,
  { isShare, lang, width }: { isShare: boolean; lang: Lang; width: number },
): Picture {
  const span = monthSpan(bars);
  const months = span.map(({ month }) => month);
  const [first, last] = [months[0] ?? 0, months.at(-1) ?? 0];
  const ticks = range(bars, isShare);
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const endText = bars.length ? scale.number(span.at(-1)?.bar?.value ?? 0) : "";
  const left = axisMargin(ticks, scale);
  const right = Math.ceil(ems(endText) * room) + 14;
  const height = Math.round(Math.min(270, 130 + width * 0.25));
  const box = { x: left, y: 30, width: width - left - right, height: height - 60 };
  const at = upwards(bottom, top, box);
  const across = (m: number) =>
    first === last ? box.x + box.width / 2 : box.x + ((m - first) / (last - first)) * box.width;
  const places = span.map(
    ({ month, bar }, i): Place => ({
      month,
      x: across(month),
      bar,
      y: bar ? at(bar.value) : Number.NaN,
      // A line needs two points: between two gaps stands a dot.
      alone: bar !== undefined && !span[i - 1]?.bar && !span[i + 1]?.bar,
    }),
  );
  const zero = bottom === 0 || !isShare;
  const band = bars.some((b) => b.interval !== null);
  const stops = stopsOf(places, box, lang);
  return {
    width,
    height,
    back: [
      ...axisShapes(ticks, scale, at, box),
      ...monthAxis(months, across, box),
      line(box.x, at(Math.max(bottom, 0)), box.x + box.width, at(Math.max(bottom, 0)), {
        stroke: ink,
        ...(zero ? {} : { "stroke-dasharray": "2,3" }),
      }),
      ...caption(captionText(scale.unit, zero ? "" : tickText(bottom, scale), band, lang), box),
      ...series(places, at, endText),
    ],
    marks: places.flatMap(({ bar, x, y }, i): Mark[] => {
      const stop = stops[i];
      if (!bar || !stop) return [];
      const area = { x: stop.left, y: 0, width: stop.right - stop.left, height: height - 30 };
      return [{ bar, area, point: { x, y }, shapes: [] }];
    }),
    front: [],
    axis: { stops, box },
  };
}

/** Half a month to either side, within the box. */
function stopsOf(places: readonly Place[], box: Box, lang: Lang): readonly Stop[] {
  const half = places.length > 1 ? box.width / (places.length - 1) / 2 : box.width / 2;
  return places.map(({ month, x }) => ({
    x: monthName(month),
    label: formatDate(monthName(month), lang),
    left: Math.max(box.x, x - half),
    right: Math.min(box.x + box.width, x + half),
  }));
}

/** The line, the band of its interval, a dot for a month between two gaps and for the last one. */
function series(
  places: readonly Place[],
  at: (n: number) => number,
  endText: string,
): readonly Shape[] {
  const end = places.at(-1);
  const intervals = (list: readonly Place[]) =>
    list.flatMap(({ bar, x }) =>
      bar?.interval ? [{ x, low: at(bar.interval.low), high: at(bar.interval.high) }] : [],
    );
  const bands = runs(places)
    .map(intervals)
    .filter((run) => run.length > 1)
    .map((run) => `M${[...run.map(high), ...run.toReversed().map(low)].join("L")}Z`);
  const lines = runs(places).map((run) => `M${run.map(({ x, y }) => pair(x, y)).join("L")}`);
  const alone = places.filter((p) => p.alone);
  const dots = [...alone, ...(end?.bar && !end.alone ? [end] : [])];
  const stroke = { stroke: fill, fill: "none", "stroke-width": 2.25, "stroke-linejoin": "round" };
  return [
    ...(bands.length ? [shape("path", { d: bands.join(""), fill, "fill-opacity": 0.2 })] : []),
    ...intervals(alone).map((i) =>
      line(i.x, i.low, i.x, i.high, { stroke: fill, "stroke-opacity": 0.3, "stroke-width": 5 }),
    ),
    ...(lines.length ? [shape("path", { d: lines.join(""), ...stroke })] : []),
    ...dots.map(({ x, y }) => circle(x, y, 3.5, { fill })),
    ...(end?.bar ? [text(endText, end.x + 8, end.y, { "text-anchor": "start", ...bold })] : []),
  ];
}

const high = (i: { x: number; high: number }): string => pair(i.x, i.high);
const low = (i: { x: number; low: number }): string => pair(i.x, i.low);

/** Months with a value that follow one another. */
function runs(places: readonly Place[]): readonly (readonly Place[])[] {
  const all: Place[][] = [];
  for (const [i, place] of places.entries()) {
    if (!place.bar) continue;
    if (places[i - 1]?.bar) all.at(-1)?.push(place);
    else all.push([place]);
  }
  return all;
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
function monthAxis(
  months: readonly number[],
  across: (m: number) => number,
  { width, y, height }: Box,
): readonly Shape[] {
  const [first = 0, last = 0] = [months[0], months.at(-1)];
  const perMonth = width / Math.max(1, last - first);
  const every = [1, 2, 5, 10].find((n) => n * 12 * perMonth > 2.4 * room + 8) ?? 20;
  const januaries = months.filter((m) => m % 12 === 0);
  const named = januaries.filter((m) => (m / 12) % every === 0);
  const around = (4.2 * room) / perMonth; // months that the name of a single month takes up
  const ends = [first, ...(named.length === 0 && last - first > around ? [last] : [])];
  const single = ends.filter((m) => m % 12 !== 0 && named.every((j) => Math.abs(j - m) > around));
  const labels = [...named, ...(months.length ? single : [])];
  const name = (m: number) => (m % 12 === 0 ? String(m / 12) : monthName(m));
  const tick = (m: number, length: number) =>
    line(across(m), y + height, across(m), y + height + length, { stroke: ink });
  return [
    ...januaries.map((m) => line(across(m), y, across(m), y + height, hairline)),
    ...(perMonth > 3 ? months.map((m) => tick(m, 3)) : []),
    ...labels.map((m) => tick(m, 7)),
    ...labels.map((m) => text(name(m), across(m), y + height + 10, { lift: "hanging", ...digits })),
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
