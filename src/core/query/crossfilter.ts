import type { Cell, Measure, Option, Point } from "#core/catalog";
import { type Chart, type Dataset, needField, needMetric } from "#core/dataset";
import { isAdditive } from "#core/metric";
import { binEdges } from "#core/query/bin";
import { type Cube, type Cuboid, isBinned, metricUnit, rowsColumn } from "#core/query/cube";
import { isInOrder } from "#core/query/unit";
import { chosenFields, type Range, type View, words } from "#core/query/view";
import { prefectureOf } from "#core/region/rollup";

/** What a page shows of a view; null where whoever answers cannot know it. */
export type Answered = {
  count: number | null;
  options: Readonly<Record<string, readonly Option[] | null>>;
  /** One for each chart, in their order. */
  points: readonly (readonly Point[] | null)[];
  figures: Readonly<Record<string, Measure | null>>;
};

/** For what the dimensions of a cube of one cuboid cannot tell, by field, which of its cells are meant; `ofWords` for the words. */
export type Found = ReadonlyMap<string, Uint8Array>;
export const ofWords = "";

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

/** The cells that a view keeps, in their order; null where the cube cannot tell. */
export const keptCells = (
  cube: Cube,
  d: Dataset,
  view: View,
  found: Found = new Map(),
): Int32Array | null => questions(cube, d, view, found).kept();

/** What a view leaves rows out by that the dimensions of a cube cannot tell: fields, and `ofWords`. */
export const notInCube = (cube: Cube, d: Dataset, view: View): readonly string[] =>
  active(view).filter((f) => f === ofWords || !maskOf(cube, d, view, f));

const active = (view: View): readonly string[] => [
  ...(words(view.text).length > 0 ? [ofWords] : []),
  ...chosenFields(view),
];

/** The sum of a column over some cells. */
type Total = (column: string) => number;
/** The same for each value of a dimension that any row has. */
type Totals = readonly { value: Cell; total: Total }[];
/** Some cells of a cuboid. */
type Kept = { cuboid: Cuboid; cells: Int32Array };

function questions(cube: Cube, d: Dataset, view: View, found: Found) {
  const all = active(view);
  const masks = new Map(all.map((f) => [f, f === ofWords ? null : maskOf(cube, d, view, f)]));
  const known = new Map<string, Kept>();
  const byField = new Map<string, Totals | null>();

  /** The cells of the smallest cuboid over a dimension and what is chosen of the others. */
  function find(but: string | null): Kept | null {
    const others = all.filter((f) => f !== but);
    if (others.some((f) => !masks.get(f) && !found.has(f))) return null;
    const needed = [...others.filter((f) => masks.get(f)), ...(but === null ? [] : [but])];
    const covers = ({ dims }: Cuboid) => needed.every((f) => dims.includes(f));
    const [cuboid] = cube.cuboids.filter(covers).sort((a, b) => a.cells - b.cells);
    if (!cuboid) return null;
    const key = `${cube.cuboids.indexOf(cuboid)} ${others.join(" ")}`;
    const kept = known.get(key) ?? { cuboid, cells: cellsOf(cuboid, others, masks, found) };
    known.set(key, kept);
    return kept;
  }

  let whole: Total | null | undefined;
  return {
    kept: () => find(null)?.cells ?? null,
    total(): Total | null {
      if (whole !== undefined) return whole;
      const kept = find(null);
      const sums = new Map<string, number>();
      whole =
        kept &&
        ((column) => {
          const sum = sums.get(column) ?? add(kept.cuboid.sums[column], kept.cells);
          sums.set(column, sum);
          return sum;
        });
      return whole;
    },
    by(f: string): Totals | null {
      const made = byField.get(f);
      if (made !== undefined) return made;
      const kept = find(f);
      const totals = kept && totalsBy(cube, kept, f);
      byField.set(f, totals);
      return totals;
    },
  };
}

/** Which codes of a field are chosen; null where its cells are too coarse to say. */
function maskOf(cube: Cube, d: Dataset, view: View, f: string): Uint8Array | null {
  const values = cube.values[f];
  if (!values) return null;
  const chosen = view.choices[f] ?? [];
  const range = view.ranges[f];
  if (range && isBinned(d, f) && !isOnEdges(range)) return null;
  const isRegion = needField(d, f).kind === "region";
  return Uint8Array.from(values, (value) => {
    if (range && !isWithin(value, range, isBinned(d, f))) return 0;
    if (chosen.length === 0 || chosen.includes(value)) return 1;
    return isRegion && value !== null && chosen.includes(prefectureOf(String(value))) ? 1 : 0;
  });
}

/** True where every class lies wholly on one side of each end. */
const isOnEdges = (range: Range): boolean =>
  range.every((end) => end === null || binEdges.includes(Number(end)));

function isWithin(value: Cell, [from, to]: Range, halfOpen: boolean): boolean {
  if (value === null || (from !== null && value < from)) return false;
  return to === null || (halfOpen ? value < to : value <= to);
}

/** A million cells take a few milliseconds: plain loops, since an iterator takes several times as long. */
function cellsOf(
  { dims, codes, cells }: Cuboid,
  fields: readonly string[],
  masks: ReadonlyMap<string, Uint8Array | null>,
  found: Found,
): Int32Array {
  const kept = new Int32Array(cells);
  for (let i = 0; i < cells; i++) kept[i] = i;
  let length = cells;
  for (const f of fields) {
    const mask = masks.get(f);
    const column = mask && codes[dims.indexOf(f)];
    const cell = found.get(f);
    if (!column && !cell) continue;
    let n = 0;
    if (mask && column)
      for (let k = 0; k < length; k++) {
        const i = kept[k] ?? 0;
        if (mask[column[i] ?? 0]) kept[n++] = i;
      }
    else if (cell)
      for (let k = 0; k < length; k++) {
        const i = kept[k] ?? 0;
        if (cell[i]) kept[n++] = i;
      }
    length = n;
  }
  return kept.subarray(0, length);
}

function add(column: ArrayLike<number> | undefined, cells: Int32Array): number {
  let sum = 0;
  if (column) for (let k = 0; k < cells.length; k++) sum += column[cells[k] ?? 0] ?? 0;
  return sum;
}

function totalsBy(cube: Cube, { cuboid, cells }: Kept, f: string): Totals {
  const codes = cuboid.codes[cuboid.dims.indexOf(f)] ?? [];
  const values = cube.values[f] ?? [];
  const sums = new Map<string, Float64Array>();
  const column = (id: string): Float64Array => {
    const made = sums.get(id);
    if (made) return made;
    const by = new Float64Array(values.length);
    const from = cuboid.sums[id] ?? [];
    for (let k = 0; k < cells.length; k++) {
      const i = cells[k] ?? 0;
      const code = codes[i] ?? 0;
      by[code] = (by[code] ?? 0) + (from[i] ?? 0);
    }
    sums.set(id, by);
    return by;
  };
  return values.flatMap((value, code) =>
    column(rowsColumn)[code] ? [{ value, total: (id) => column(id)[code] ?? 0 }] : [],
  );
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
