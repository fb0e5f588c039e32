import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { binEdges } from "#core/query/bin";
import { type Cube, type Cuboid, isBinned, rowsColumn } from "#core/query/cube";
import { chosenFields, type Range, type View, words } from "#core/query/view";
import { prefectureOf } from "#core/region/rollup";

/** For what the dimensions of a cube of one cuboid cannot tell, by field, which of its cells are meant; `ofWords` for the words. */
export type Found = ReadonlyMap<string, Uint8Array>;
export const ofWords = "";

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
export type Total = (column: string) => number;
/** The same for each value of a dimension that any row has. */
export type Totals = readonly { value: Cell; total: Total }[];
/** Some cells of a cuboid. */
type Kept = { cuboid: Cuboid; cells: Int32Array };

/** What can be asked of the cells of a cube under a view: each question is answered once. */
export function questions(cube: Cube, d: Dataset, view: View, found: Found) {
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
