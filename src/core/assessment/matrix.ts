import type { Aggregation } from "#core/assessment/aggregate";
import { type Goalposts, type Normalisation, normaliseInto } from "#core/assessment/normalise";

/** One indicator of every unit compared; NaN where a unit has no value. */
export type Column = {
  /** Which pillar it belongs to, from 0. */
  pillar: number;
  goalposts: Goalposts;
  values: Float64Array;
  /** Where each value may really lie, for one that rests on a sample. */
  sample?: { low: Float64Array; high: Float64Array };
};

/** The units of a peer group that are compared, with all that their index is made of. */
export type Matrix = { units: number; pillars: number; columns: readonly Column[] };

/** Every column on the scale from 0 to 100. */
export const scoresOf = (m: Matrix, how: Normalisation): readonly Float64Array[] =>
  m.columns.map(({ values, goalposts }) => {
    const out = new Float64Array(m.units);
    normaliseInto(values, how, goalposts, out);
    return out;
  });

/** How the scores become an index: `without` is the indicator left out, −1 for none. */
export type Way = { aggregation: Aggregation; weights: ArrayLike<number>; without: number };

/**
 * Index of every unit: the arithmetic mean of its scores inside a pillar, and across the pillars, by their weights, as
 * the way says. A unit that lacks a pillar with a weight has no index (NaN).
 */
export function indexInto(
  m: Matrix,
  scores: readonly Float64Array[],
  { aggregation, weights, without }: Way,
  out: Float64Array,
): void {
  const sums = new Float64Array(m.pillars);
  const counts = new Float64Array(m.pillars);
  let all = 0;
  for (let p = 0; p < m.pillars; p++) all += weights[p] ?? 0;
  const isGeometric = aggregation === "geometric";
  for (let u = 0; u < m.units; u++) {
    sums.fill(0);
    counts.fill(0);
    for (let k = 0; k < m.columns.length; k++) {
      const score = (scores[k] as Float64Array)[u] as number; // a score for each unit and column
      if (k === without || Number.isNaN(score)) continue;
      const p = (m.columns[k] as Column).pillar;
      sums[p] = (sums[p] as number) + score;
      counts[p] = (counts[p] as number) + 1;
    }
    let index = isGeometric ? 1 : 0;
    for (let p = 0; p < m.pillars; p++) {
      const w = (weights[p] ?? 0) / all;
      if (w === 0) continue;
      const score = (sums[p] as number) / (counts[p] as number);
      if (isGeometric) index *= score ** w;
      else index += score * w;
    }
    out[u] = index;
  }
}
