import { axisMargin, axisShapes, axisTicks, caption, upwards } from "#charts/axis";
import { ems } from "#charts/label";
import type { Mark, Picture, Stop } from "#charts/mark";
import type { Bar, Parts } from "#charts/parts";
import { type Box, line, rect, type Shape, text } from "#charts/shape";
import { bold, fill, ink, room } from "#charts/style";

/** Columns over every year of the span, so that a year without any shows as a gap. */
export function columnPicture({ bars, scale }: Parts, width: number): Picture {
  const years = bars.map((b) => Number(b.x));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = bars.length ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
  const step = (width - 40) / Math.max(1, span.length);
  const highest = Math.max(1, ...bars.map((b) => b.value));
  const labelled = bars.every((b) => ems(b.text) * room <= step);
  const ticks = axisTicks(0, highest).filter((n) => n <= highest);
  const box = columnBox(width, labelled ? 4 : axisMargin(ticks, scale));
  const at = upwards(0, highest, box);
  const stops = stopsOf(
    span.map((x) => ({ x, label: String(x) })),
    box,
  );
  const every = [1, 2, 5, 10, 20, 50].find((n) => n * step > 4 * 0.58 * room + 10) ?? 100;
  const shown = labelled ? (b: Bar, x: number) => [text(b.text, x, at(b.value) - 9, bold)] : none;
  return {
    width,
    height: box.y + box.height + 28,
    back: labelled ? [] : [...axisShapes(ticks, scale, at, box), ...caption(scale.unit, box)],
    marks: columnMarks(bars, stops, box, { at, gap: 0.15, shown }),
    front: columnAxis(
      stops.filter((s) => Number(s.x) % every === 0),
      box,
    ),
    axis: { stops, box },
  };
}

const none = (): readonly Shape[] => [];

/** Where columns stand, right of the numbers of the axis. */
export function columnBox(width: number, left: number): Box {
  const height = Math.round(Math.min(280, 120 + width * 0.25)) - 50;
  return { x: left, y: 26, width: width - left - 4, height };
}

/** Evenly spread over the box. */
export const stopsOf = (
  places: readonly Pick<Stop, "x" | "label">[],
  { x, width }: Box,
): readonly Stop[] =>
  places.map((place, i) => ({
    ...place,
    left: x + (i * width) / places.length,
    right: x + ((i + 1) * width) / places.length,
  }));

/** A column on the stop of each bar; `gap` is the part of its place that stays free. */
export function columnMarks(
  bars: readonly Bar[],
  stops: readonly Stop[],
  box: Box,
  {
    at,
    gap,
    shown,
  }: {
    at: (n: number) => number;
    gap: number;
    shown: (bar: Bar, x: number, width: number) => readonly Shape[];
  },
): readonly Mark[] {
  const stopByX = new Map(stops.map((s) => [s.x, s]));
  return bars.flatMap((bar): Mark[] => {
    const stop = stopByX.get(Number(bar.x));
    if (!stop) return [];
    const free = ((stop.right - stop.left) * gap) / 2;
    const [x, width] = [stop.left + free, stop.right - stop.left - 2 * free];
    const [y, middle] = [at(Math.max(0, bar.value)), x + width / 2];
    const body = rect({ x, y, width, height: at(0) - y }, { class: "body", fill });
    return [
      {
        bar,
        area: { x: stop.left, y: 0, width: stop.right - stop.left, height: box.y + box.height },
        point: { x: middle, y },
        shapes: [body, ...shown(bar, middle, width)],
      },
    ];
  });
}

/** The line that columns stand on, and the names of some of their places. */
export const columnAxis = (named: readonly Stop[], box: Box): readonly Shape[] => [
  line(box.x, box.y + box.height, box.x + box.width, box.y + box.height, { stroke: ink }),
  ...named.map(({ left, right, label }) =>
    text(label, (left + right) / 2, box.y + box.height + 18, { lift: "standing" }),
  ),
];
