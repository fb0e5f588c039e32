import { type Draws, drawRanks, ranksOf, shareAhead } from "#core/assessment/draw";
import type { Matrix } from "#core/assessment/matrix";
import { bandsOf, intervalOf, type RankInterval } from "#core/assessment/rank";
import { baseline } from "#core/assessment/sensitivity";

/** What weights make of a matrix, unit by unit. */
export type Ranking = {
  index: readonly number[];
  ranks: readonly number[];
  intervals: readonly RankInterval[];
  bands: readonly number[];
  /** In which share of the draws a unit (row) lies before another (column): row × units + column. */
  ahead: readonly number[];
};

/** Index, rank, interval and band of every unit under these weights; the same at build time and in the browser. */
export function rankingOf(m: Matrix, weights: readonly number[], draws: Draws): Ranking {
  const { index, ranks } = baseline(m, weights);
  const drawn = drawRanks(m, weights, draws);
  const units = Array.from({ length: m.units }, (_, u) => u);
  const intervals = units.map((u) => intervalOf(ranksOf(drawn, u, draws.count)));
  return {
    index: [...index],
    ranks: [...ranks],
    intervals,
    bands: bandsOf(intervals),
    ahead: units.flatMap((u) => units.map((v) => shareAhead(drawn, draws.count, u, v))),
  };
}

/** Above this share of the draws one unit counts as ahead of another. */
export const apartFrom = 0.95;

/** Units from the best to the last: by median rank, then by index. */
export const orderOf = ({ index, intervals }: Ranking): readonly number[] =>
  index
    .map((_, u) => u)
    .sort(
      (a, b) =>
        (intervals[a]?.median ?? 0) - (intervals[b]?.median ?? 0) ||
        (index[b] ?? 0) - (index[a] ?? 0) ||
        a - b,
    );
