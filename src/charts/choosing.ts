import type { Stop } from "#charts/mark";
import type { Cell } from "#core/catalog";
import { type Chart, type Dataset, needField } from "#core/dataset";
import { binEnd } from "#core/query/bin";
import { type Bound, isHalfOpen, type Range, rangeFields, type View } from "#core/query/view";
import { prefectureOf } from "#core/region/rollup";

/** What of a chart's field a reader can choose on it: single values, a range, both or nothing. */
export type Choosing = { field: string; values: boolean; range: boolean };

export function choosingOf(d: Dataset, chart: Chart): Choosing | null {
  if (chart.mark === "steps") return null;
  const { mark, x } = chart;
  const values = (mark === "bar" || mark === "tiles" || mark === "column") && d.filters.includes(x);
  const isOrdered = mark === "line" || mark === "column" || mark === "histogram";
  const range = isOrdered && rangeFields(d).includes(x);
  return values || range ? { field: x, values, range } : null;
}

/** Whether a mark is chosen; `part` where only counties of a prefecture are. */
export type Chosen = "yes" | "part" | "no";

/** How a view chooses among the marks of a chart; null where it chooses nothing of its field. */
export function chosenIn(d: Dataset, chart: Chart, view: View): ((x: Cell) => Chosen) | null {
  if (chart.mark === "steps") return null;
  const values = view.choices[chart.x] ?? [];
  const range = view.ranges[chart.x];
  if (values.length === 0 && !range) return null;
  const isRegion = needField(d, chart.x).kind === "region";
  return (x) => {
    if (range && !touches(d, chart, x, range)) return "no";
    if (values.length === 0 || values.includes(x)) return "yes";
    const part = isRegion && values.some((v) => v !== null && prefectureOf(String(v)) === x);
    return part ? "part" : "no";
  };
}

/** True where a mark, or a class of amounts, has some of the range in it. */
function touches(d: Dataset, chart: Chart, x: Cell, [from, to]: Range): boolean {
  if (x === null) return false;
  if (from !== null && isBefore(chart, x, from)) return false;
  if (to === null) return true;
  return chart.mark !== "steps" && isHalfOpen(d, chart.x) ? x < to : x <= to;
}

/** True where a mark, or all of a class of amounts, lies under the lower end of a range. */
function isBefore(chart: Chart, x: NonNullable<Cell>, from: NonNullable<Bound>): boolean {
  if (chart.mark !== "histogram") return x < from;
  const end = binEnd(Number(x));
  return end !== null && end <= Number(from);
}

/** The first and the last place that a range takes in, by their numbers; the nearest ones where it lies beside them all. */
export function placesIn(
  d: Dataset,
  chart: Chart,
  stops: readonly Stop[],
  range: Range | undefined,
): readonly [number, number] {
  const last = stops.length - 1;
  if (!range) return [0, last];
  const inside = stops.flatMap(({ x }, i) => (touches(d, chart, x, range) ? [i] : []));
  const [first, end] = [inside[0], inside.at(-1)];
  if (first !== undefined && end !== undefined) return [first, end];
  const isBelow = range[1] !== null && stops[0] !== undefined && range[1] <= stops[0].x;
  return isBelow ? [0, 0] : [last, last];
}

/** The range over these places; an end of it at an end of the axis is open, so that it takes in what comes later. */
export function rangeOver(
  chart: Chart,
  stops: readonly Stop[],
  i: number,
  j: number,
): Range | null {
  const [first, last] = [Math.min(i, j), Math.max(i, j)];
  const from = first <= 0 ? null : (stops[first]?.x ?? null);
  const x = last >= stops.length - 1 ? null : (stops[last]?.x ?? null);
  const to = chart.mark === "histogram" && x !== null ? binEnd(Number(x)) : x;
  return from === null && to === null ? null : [from, to];
}
