import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish, publishCounts } from "#core/gate/publish";
import { suppressRule } from "#core/gate/suppress";
import { literal, sqlType } from "#core/query/sql";
import { mergedCode } from "#core/rule";
import { ask, openDuck } from "#scripts/lib/duck";
import complaints from "../data/complaints/dataset.ts";
import { type Equation, recoverable } from "./elimination.ts";
import { startRandom } from "./random.ts";
import { scratch } from "./scratch.ts";

const declared = suppressRule(complaints);
if (!declared) throw new Error("complaints has no suppress rule");
const { within, merge, bases, under } = declared;
const counts = Object.keys(complaints.fields).filter((f) => complaints.fields[f]?.kind === "count");
const dimensions = [...within, ...merge];

type Cell = Readonly<Record<string, string | number>>;
const text = (cell: Cell, f: string) => String(cell[f]);
const number = (cell: Cell, f: string) => Number(cell[f]);
const sum = (cells: readonly Cell[], f: string) => cells.reduce((n, c) => n + number(c, f), 0);
const groupOf = (cell: Cell) => within.map((f) => text(cell, f)).join("-");

function groups(cells: readonly Cell[]): ReadonlyMap<string, readonly Cell[]> {
  const byGroup = new Map<string, Cell[]>();
  for (const cell of cells)
    byGroup.set(groupOf(cell), [...(byGroup.get(groupOf(cell)) ?? []), cell]);
  return byGroup;
}

/** Cells of complaints: many small, some blank, some groups with hardly any. */
function randomCells(seed: number): readonly Cell[] {
  const random = startRandom(seed);
  const cells: Cell[] = [];
  const codes = (f: string) => {
    const field = complaints.fields[f];
    return field?.kind === "category"
      ? Object.keys(field.codes).filter((c) => c !== mergedCode)
      : [];
  };
  const busy = [0.5, 5, 60][seed % 3] ?? 5; // people in a cell, more or less
  for (const month of ["2026-01", "2026-02"]) {
    for (const region of ["650100", "650200", "652300"]) {
      for (const authority_kind of codes("authority_kind").slice(0, 3)) {
        for (const category of codes("category").slice(0, 3)) {
          for (const channel of codes("channel").slice(0, 2)) {
            if (random() < 0.3 || (region === "652300" && random() < 0.7)) continue;
            const people = () =>
              random() < 0.2 ? 0 : Math.floor(-Math.log(1 - random()) * busy * (1 + random() * 4));
            const dims = { month, region, authority_kind, category, channel };
            const all = Object.fromEntries(counts.map((f) => [f, people()]));
            cells.push({ cell_id: Object.values(dims).join("-"), ...dims, ...all });
          }
        }
      }
    }
  }
  return cells;
}

const isSmall = (cell: Cell) => bases.some((b) => number(cell, b) > 0 && number(cell, b) < under);

/** What may be published of a group, by the words of src/core/rule.ts; null where nothing. */
function fateOf(
  cells: readonly Cell[],
): { apart: readonly Cell[]; merged: readonly Cell[] } | null {
  const line = [...cells].sort((a, b) => {
    if (isSmall(a) !== isSmall(b)) return isSmall(a) ? -1 : 1;
    for (const base of bases)
      if (number(a, base) !== number(b, base)) return number(a, base) - number(b, base);
    return text(a, "cell_id") < text(b, "cell_id") ? -1 : 1;
  });
  const small = line.filter(isSmall).length;
  if (small === 0) return { apart: line, merged: [] };
  for (let n = small; n <= line.length; n++) {
    const merged = line.slice(0, n);
    const sound = bases.every((b) => {
      const people = sum(merged, b);
      const cells = merged.filter((cell) => number(cell, b) > 0).length;
      return people === 0 || (people >= under && cells >= 2);
    });
    if (sound) return { apart: line.slice(n), merged };
  }
  return null;
}

function oracle(cells: readonly Cell[]): readonly Cell[] {
  const published = [...groups(cells)].flatMap(([group, all]) => {
    const fate = fateOf(all);
    const [first] = all;
    if (!fate || !first) return [];
    if (fate.merged.length === 0) return fate.apart;
    const row = {
      cell_id: `${group}-merged`,
      ...Object.fromEntries(within.map((f) => [f, text(first, f)])),
      ...Object.fromEntries(merge.map((f) => [f, mergedCode])),
      ...Object.fromEntries(counts.map((f) => [f, sum(fate.merged, f)])),
    };
    return [...fate.apart, row];
  });
  return published.sort((a, b) => (text(a, "cell_id") < text(b, "cell_id") ? -1 : 1));
}

/** The equations that rows give, each a sum `of` unknown cells: one a row, then one for each sum over some of the dimensions. */
function equationsOf(
  rows: readonly { row: Cell; of: readonly number[] }[],
  unknowns: number,
  base: string,
  over: readonly string[],
): readonly Equation[] {
  const equation = (some: typeof rows): Equation => {
    const factors = new Array<number>(unknowns).fill(0);
    for (const { of } of some) for (const i of of) factors[i] = 1;
    return { factors, sum: some.reduce((n, { row }) => n + number(row, base), 0) };
  };
  const all = rows.map((one) => equation([one]));
  for (let kept = 0; kept < 1 << over.length; kept++) {
    const by = new Map<string, (typeof rows)[number][]>();
    for (const one of rows) {
      const key = dimensions
        .filter((_, i) => kept & (1 << i))
        .map((f) => text(one.row, f))
        .join("|");
      by.set(key, [...(by.get(key) ?? []), one]);
    }
    all.push(...[...by.values()].map(equation));
  }
  return all;
}

const folder = scratch("suppress");
let duck: DuckDBConnection;
beforeAll(async () => {
  duck = await openDuck(`${folder}/spill`);
});
afterAll(() => duck.closeSync());

async function published(cells: readonly Cell[]) {
  const fields = Object.entries(complaints.fields);
  const columns = fields.map(([f, column]) => `"${f}" ${sqlType(column)}`).join(", ");
  await duck.run(`CREATE OR REPLACE TABLE prepared (${columns})`);
  const values = cells.map((c) => `(${fields.map(([f]) => literal(c[f] ?? null)).join(", ")})`);
  await duck.run(`INSERT INTO prepared VALUES ${values.join(", ")}`);
  const doubles = counts.map((f) => `CAST("${f}" AS DOUBLE) AS "${f}"`).join(", ");
  const rows = await ask(duck, `SELECT * REPLACE (${doubles}) FROM (${publish(complaints)})`);
  const [kept] = await ask(duck, publishCounts(complaints));
  return { rows: rows as readonly Cell[], kept };
}

/** Small cells found where true totals stand beside what is published. */
let leaked = 0;

const seeds = Array.from({ length: 24 }, (_, i) => i + 1);

describe.each(seeds)("small cells of random tables, seed %i", (seed) => {
  const cells = randomCells(seed);
  let rows: readonly Cell[] = [];
  let kept: Readonly<Record<string, unknown>> | undefined;
  beforeAll(async () => {
    ({ rows, kept } = await published(cells));
  });

  it("are merged and withheld as plain JavaScript does it", () => {
    expect(rows).toEqual(oracle(cells));
    const fates = [...groups(cells).values()].map((all) => ({ all, fate: fateOf(all) }));
    const merged = fates.map(({ fate }) => fate?.merged.length ?? 0);
    expect(kept).toEqual({
      withdrawn: 0,
      cells: merged.reduce((n, m) => n + m, 0),
      rows: merged.filter((m) => m > 0).length,
      withheld: fates.reduce((n, { all, fate }) => n + (fate ? 0 : all.length), 0),
    });
  });

  it("are in no published row, and the sums of a published group are those of its source", () => {
    expect(rows.filter(isSmall)).toEqual([]);
    const source = groups(cells);
    for (const [group, some] of groups(rows))
      for (const f of counts) expect(sum(some, f)).toBe(sum(source.get(group) ?? [], f));
  });

  it("cannot be had from what is published by elimination", () => {
    // The worst case: who knows which cells each merged row is made of, and in which nobody is.
    const indexes = new Map(cells.map((c, i) => [text(c, "cell_id"), i]));
    const shown = new Set(rows.map((r) => text(r, "cell_id")));
    const made = rows.map((row) => {
      const own = indexes.get(text(row, "cell_id"));
      const hidden = cells.flatMap((c, i) =>
        groupOf(c) === groupOf(row) && !shown.has(text(c, "cell_id")) ? [i] : [],
      );
      return { row, of: own === undefined ? hidden : [own] };
    });
    const full = cells.map((row, i) => ({ row, of: [i] }));
    for (const base of bases) {
      const small = cells.flatMap((c, i) =>
        number(c, base) > 0 && number(c, base) < under ? [i] : [],
      );
      const nobody = cells.flatMap((c, i) =>
        number(c, base) === 0 ? equationsOf([{ row: c, of: [i] }], cells.length, base, []) : [],
      );
      const equations = [...nobody, ...equationsOf(made, cells.length, base, dimensions)];
      expect(small.filter((i) => recoverable(equations).has(i))).toEqual([]);
      // With true totals over all but one dimension beside them, small cells come out.
      const totals = merge.flatMap((left) =>
        equationsOf(
          full,
          cells.length,
          base,
          dimensions.filter((f) => f !== left),
        ).slice(cells.length),
      );
      for (const [i, people] of recoverable([...equations, ...totals])) {
        expect(people).toBe(number(cells[i] as Cell, base));
        if (small.includes(i)) leaked += 1;
      }
    }
  });
});

it("finds small cells by elimination where true totals stand beside", () =>
  expect(leaked).toBeGreaterThan(100));

it("meets every fate in these tables", () => {
  const fates = seeds.flatMap((seed) => [...groups(randomCells(seed)).values()].map(fateOf));
  const small = (c: Cell) => !isSmall(c);
  expect(fates.filter((f) => f === null).length).toBeGreaterThan(3);
  expect(fates.filter((f) => f && f.merged.length === 0).length).toBeGreaterThan(3);
  expect(
    fates.filter((f) => f && f.merged.length > 0 && f.apart.length > 0).length,
  ).toBeGreaterThan(3);
  expect(fates.filter((f) => f?.merged.some(small)).length).toBeGreaterThan(3); // joined by the next smallest
});
