/**
 * For each value how many are smaller plus half of how many others are equal, written into `out`; returns how many values
 * there are. What is not a number counts for nothing and stays so. `sorted` is room for as many values.
 */
export function countBelow(values: Float64Array, out: Float64Array, sorted: Float64Array): number {
  sorted.set(values);
  sorted.sort(); // what is not a number comes last
  let there = sorted.length;
  while (there > 0 && Number.isNaN(sorted[there - 1] ?? 0)) there -= 1;
  for (let i = 0; i < values.length; i++) {
    const own = values[i] ?? Number.NaN;
    if (Number.isNaN(own)) {
      out[i] = Number.NaN;
      continue;
    }
    let [low, high] = [0, there];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) < own) low = middle + 1;
      else high = middle;
    }
    let equal = 0;
    while (low + equal < there && sorted[low + equal] === own) equal += 1;
    out[i] = low + (equal - 1) / 2;
  }
  return there;
}

/**
 * Ranks of values, the largest first: 1 + how many are larger + half of how many others are equal. What is not a number
 * has no rank (NaN).
 */
export function rankInto(
  values: Float64Array,
  ranks: Float64Array,
  sorted = new Float64Array(values.length),
): void {
  const there = countBelow(values, ranks, sorted);
  for (let i = 0; i < ranks.length; i++) ranks[i] = there - (ranks[i] ?? Number.NaN);
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
