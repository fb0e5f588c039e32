/**
 * Ranks of values, the largest first: 1 + how many are larger + half of how many others are equal. What is not a number
 * has no rank (NaN).
 */
export function rankInto(values: Float64Array, ranks: Float64Array): void {
  const n = values.length;
  for (let i = 0; i < n; i++) {
    const own = values[i] as number; // an index in range, as below
    let rank = Number.isNaN(own) ? Number.NaN : 1;
    for (let j = 0; j < n; j++) {
      const other = values[j] as number;
      if (other > own) rank += 1;
      else if (other === own && j !== i) rank += 0.5;
    }
    ranks[i] = rank;
  }
}

/** The smallest of sorted values that at least the share q of them does not exceed (nearest rank). */
export const quantileOf = (sorted: Float64Array, q: number): number =>
  sorted[Math.max(0, Math.ceil(q * sorted.length - 1e-9) - 1)] ?? Number.NaN;

/** Where most draws put a unit. */
export type RankInterval = { median: number; low: number; high: number };

/** Median rank and the interval that holds the middle 90 % of the draws. */
export function intervalOf(ranks: Float64Array): RankInterval {
  const sorted = Float64Array.from(ranks).sort();
  const [median, low, high] = [0.5, 0.05, 0.95].map((q) => quantileOf(sorted, q));
  return { median: median ?? Number.NaN, low: low ?? Number.NaN, high: high ?? Number.NaN };
}

/**
 * The band of each unit, from 1: going by median rank, a band goes on as long as a unit's interval reaches that of the
 * band's first. Within a band its first cannot be told apart from the others.
 */
export function bandsOf(intervals: readonly RankInterval[]): readonly number[] {
  const order = intervals
    .map((interval, i) => ({ ...interval, i }))
    .sort((a, b) => a.median - b.median || a.low - b.low || a.high - b.high || a.i - b.i);
  const bands = new Array<number>(intervals.length).fill(0);
  let band = 0;
  let reach = Number.NEGATIVE_INFINITY;
  for (const { i, low, high } of order) {
    if (low > reach) {
      band += 1;
      reach = high;
    }
    bands[i] = band;
  }
  return bands;
}
