import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Point } from "#core/catalog";
import { ask } from "#scripts/lib/duck";
import { fields, openAwards } from "./awards.ts";
import { median, quantile } from "./measure.ts";

/** Milliseconds that filtering and summing cells for the four charts takes, and how many cells there are. */
export type LoopFigures = { cells: number; median: number; p95: number };

type Cells = {
  /** How many values each field has, and the value each cell has, by number. */
  sizes: readonly number[];
  codes: readonly Uint16Array[];
  paid: Float64Array;
  onTime: Float64Array;
  due: Float64Array;
};

/** What the four charts show: money by programme, region and year, and a share by region. */
type Sums = { paid: readonly Float64Array[]; onTime: Float64Array; due: Float64Array };

/** The limit: a plain loop over typed arrays, drawing nothing. */
export async function benchLoop(build: string, repetitions = 400): Promise<LoopFigures> {
  const { duck, folder } = await openAwards(build);
  const sums = "sum(paid) AS paid, sum(on_time) AS on_time, count(on_time) AS due";
  const rows = await ask(duck, `SELECT ${fields.join(", ")}, ${sums} FROM hot GROUP BY ALL`);
  duck.closeSync();
  const values = fields.map((f) => [...new Set(rows.map((row) => row[f]))]);
  const number = (key: string) => Float64Array.from(rows, (row) => Number(row[key] ?? 0));
  const cells: Cells = {
    sizes: values.map((all) => all.length),
    codes: fields.map((f, i) => {
      const codeOf = new Map(values[i]?.map((value, code) => [value, code]));
      return Uint16Array.from(rows, (row) => codeOf.get(row[f]) ?? 0);
    }),
    paid: number("paid"),
    onTime: number("on_time"),
    due: number("due"),
  };
  await compare(folder, values[1] ?? [], filter(cells, every(cells)));
  const times = [];
  for (let i = 0; i < repetitions; i++) {
    const allowed = every(cells);
    const only = allowed[i % fields.length];
    only?.fill(0).fill(1, i % only.length, (i % only.length) + 1);
    const before = performance.now();
    filter(cells, allowed);
    times.push(performance.now() - before);
  }
  return { cells: rows.length, median: median(times), p95: quantile(times, 0.95) };
}

const every = ({ sizes }: Cells) => sizes.map((size) => new Uint8Array(size).fill(1));

function filter({ sizes, codes, paid, onTime, due }: Cells, allowed: readonly Uint8Array[]): Sums {
  const [a, b, c, d] = codes as [Uint16Array, Uint16Array, Uint16Array, Uint16Array]; // one for each of the four fields
  const [isA, isB, isC, isD] = allowed as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const byA = new Float64Array(sizes[0] ?? 0);
  const byB = new Float64Array(sizes[1] ?? 0);
  const byC = new Float64Array(sizes[2] ?? 0);
  const onTimeByB = new Float64Array(byB.length);
  const dueByB = new Float64Array(byB.length);
  for (let i = 0; i < paid.length; i++) {
    const [atA, atB, atC] = [a[i] ?? 0, b[i] ?? 0, c[i] ?? 0];
    if (!isA[atA] || !isB[atB] || !isC[atC] || !isD[d[i] ?? 0]) continue;
    const money = paid[i] ?? 0;
    byA[atA] = (byA[atA] ?? 0) + money;
    byB[atB] = (byB[atB] ?? 0) + money;
    byC[atC] = (byC[atC] ?? 0) + money;
    onTimeByB[atB] = (onTimeByB[atB] ?? 0) + (onTime[i] ?? 0);
    dueByB[atB] = (dueByB[atB] ?? 0) + (due[i] ?? 0);
  }
  return { paid: [byA, byB, byC], onTime: onTimeByB, due: dueByB };
}

/** Throws where the loop over everything is not what the build's own charts say. */
async function compare(folder: string, regions: readonly unknown[], sums: Sums): Promise<void> {
  const points = async (chart: string): Promise<readonly Point[]> =>
    JSON.parse(await readFile(join(folder, "points", `${chart}.json`), "utf8"));
  for (const { x, value } of await points("by-region"))
    same(`paid in ${x}`, sums.paid[1]?.[regions.indexOf(x)], value);
  for (const { x, of, per } of await points("on-time")) {
    same(`on time in ${x}`, sums.onTime[regions.indexOf(x)], of);
    same(`due in ${x}`, sums.due[regions.indexOf(x)], per);
  }
}

function same(what: string, found: number | undefined, expected: number | null | undefined): void {
  if (Math.abs((found ?? Number.NaN) - (expected ?? 0)) < 0.01) return;
  throw new Error(`${what}: the loop has ${found}, the build ${expected}`);
}
