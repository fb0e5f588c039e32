import type { Cell, Measure, Option, Point } from "#core/catalog";
import { type Chart, type Dataset, needField, needMetric } from "#core/dataset";
import { isAdditive } from "#core/metric";
import { type Cube, metricUnit, rowsColumn } from "#core/query/cube";
import { type Found, questions, type Total, type Totals } from "#core/query/kept-cells";
import { isInOrder } from "#core/query/unit";
import type { View } from "#core/query/view";
import { prefectureOf } from "#core/region/rollup";

/** What a page shows of a view; null where whoever answers cannot know it. */
export type Answered = {
  count: number | null;
  options: Readonly<Record<string, readonly Option[] | null>>;
  /** One for each chart, in their order. */
  points: readonly (readonly Point[] | null)[];
  figures: Readonly<Record<string, Measure | null>>;
};

/** Answers a view from the cells of a cube: each chart and filter under what is chosen of the others. */
export function crossfilter(
  cube: Cube,
  d: Dataset,
  view: View,
  found: Found = new Map(),
): Answered {
  const asked = questions(cube, d, view, found);
  return {
    count: asked.total()?.(rowsColumn) ?? null,
    options: Object.fromEntries(d.filters.map((f) => [f, optionsOf(d, f, asked.by(f))])),
    points: d.charts.map((chart) => pointsOf(d, chart, asked)),
    figures: Object.fromEntries(
      Object.keys(d.metrics).map((m) => [m, measureOf(d, m, asked.total())]),
    ),
  };
}

function optionsOf(d: Dataset, f: string, totals: Totals | null): readonly Option[] | null {
  if (!totals) return null;
  const isRegion = needField(d, f).kind === "region";
  const rows = new Map<Cell, number>();
  const count = (value: Cell, n: number) => rows.set(value, (rows.get(value) ?? 0) + n);
  for (const { value, total } of totals) {
    const n = total(rowsColumn);
    count(value, n);
    const up = isRegion && value !== null ? prefectureOf(String(value)) : value;
    if (up !== value) count(up, n);
  }
  return [...rows].map(([value, n]) => ({ value, rows: n }));
}

function pointsOf(
  d: Dataset,
  chart: Chart,
  asked: ReturnType<typeof questions>,
): readonly Point[] | null {
  if (chart.mark === "steps") {
    const points = chart.of.map((m) => ({ x: m, measure: measureOf(d, m, asked.total()) }));
    return points.some((p) => !p.measure)
      ? null
      : points.map(({ x, measure }) => ({ x, ...(measure ?? { value: null }) }));
  }
  const totals = asked.by(chart.x);
  if (!totals) return null;
  const up = needField(d, chart.x).kind === "region" ? rolledUp(totals) : totals;
  const points = up.flatMap(({ value, total }) => {
    const measure = measureOf(d, chart.y, total);
    return measure ? [{ x: value, ...measure }] : [];
  });
  return points.length < up.length ? null : inOrder(d, chart, points);
}

function rolledUp(totals: Totals): Totals {
  const parts = new Map<Cell, Total[]>();
  for (const { value, total } of totals) {
    const up = value === null ? null : prefectureOf(String(value));
    parts.set(up, [...(parts.get(up) ?? []), total]);
  }
  return [...parts].map(([value, list]) => ({
    value,
    total: (column) => list.reduce((sum, total) => sum + total(column), 0),
  }));
}

/** The order of the query: along x or from the largest, blanks last. */
function inOrder(
  d: Dataset,
  chart: Exclude<Chart, { mark: "steps" }>,
  points: readonly Point[],
): readonly Point[] {
  const byX = (a: Point, b: Point) => compare(a.x, b.x, 1);
  const byValue = (a: Point, b: Point) => compare(a.value, b.value, -1) || byX(a, b);
  return [...points].sort(isInOrder(d, chart) ? byX : byValue);
}

function compare(a: Cell, b: Cell, direction: 1 | -1): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -direction : direction;
}

/** A metric of some cells; null where cells do not add up to it. */
function measureOf(d: Dataset, id: string, total: Total | null): Measure | null {
  if (!total) return null;
  const m = needMetric(d, id);
  if (isAdditive(m)) return { value: total(id) / metricUnit(d, m) };
  if (m.agg !== "ratio") return null;
  const of = measureOf(d, m.of, total)?.value;
  const per = measureOf(d, m.per, total)?.value;
  if (of === undefined || per === undefined || of === null || per === null) return null;
  return { value: per === 0 ? null : of / per, of, per };
}
