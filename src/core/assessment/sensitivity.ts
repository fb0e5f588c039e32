import { type Aggregation, aggregations } from "#core/assessment/aggregate";
import { type Draws, drawRanks, type Varied } from "#core/assessment/draw";
import { indexInto, type Matrix, scoresOf, type Way } from "#core/assessment/matrix";
import { type Normalisation, normalisations } from "#core/assessment/normalise";
import { rankInto } from "#core/assessment/rank";

/** One choice made differently; `weights` and `samples` are means over the draws that vary nothing else. */
export type Choice =
  | { kind: "normalisation"; to: Normalisation }
  | { kind: "aggregation"; to: Aggregation }
  | { kind: "without"; column: number }
  | { kind: "weights" | "samples" };

/** How far the ranks move against the baseline: by how many places on average, and at most for any unit. */
export type Shift = { choice: Choice; mean: number; most: number };

/** The index under the baseline choices, and its ranks. */
export const baseline = (m: Matrix, weights: readonly number[]) =>
  ranked(m, "goalposts", { aggregation: "geometric", weights, without: -1 });

function ranked(m: Matrix, how: Normalisation, way: Way) {
  const [index, ranks] = [new Float64Array(m.units), new Float64Array(m.units)];
  indexInto(m, scoresOf(m, how), way, index);
  rankInto(index, ranks);
  return { index, ranks };
}

/** Mean absolute rank shift of every choice, each made differently alone. */
export function sensitivity(m: Matrix, weights: readonly number[], draws: Draws): readonly Shift[] {
  const { ranks } = baseline(m, weights);
  const base: Way = { aggregation: "geometric", weights, without: -1 };
  const against = (choice: Choice, how: Normalisation, way: Way): Shift => {
    const other = ranked(m, how, way).ranks;
    return { choice, ...shiftOf(ranks, (u) => Math.abs((other[u] ?? 0) - (ranks[u] ?? 0))) };
  };
  const none: Varied = {
    normalisation: false,
    aggregation: false,
    without: false,
    weights: false,
    samples: false,
  };
  const drawn = (kind: "weights" | "samples"): Shift => {
    const all = drawRanks(m, weights, draws, { ...none, [kind]: true });
    const moved = (u: number) => {
      let sum = 0;
      for (let t = 0; t < draws.count; t++)
        sum += Math.abs((all[u * draws.count + t] ?? 0) - (ranks[u] ?? 0));
      return sum / draws.count;
    };
    return { choice: { kind }, ...shiftOf(ranks, moved) };
  };
  return [
    ...normalisations.slice(1).map((to) => against({ kind: "normalisation", to }, to, base)),
    ...aggregations
      .slice(1)
      .map((to) => against({ kind: "aggregation", to }, "goalposts", { ...base, aggregation: to })),
    drawn("weights"),
    drawn("samples"),
    ...m.columns.map((_, column) =>
      against({ kind: "without", column }, "goalposts", { ...base, without: column }),
    ),
  ];
}

function shiftOf(ranks: Float64Array, moved: (unit: number) => number) {
  const all = Array.from(ranks, (_, u) => moved(u));
  return {
    mean: all.reduce((sum, n) => sum + n, 0) / Math.max(1, all.length),
    most: Math.max(0, ...all),
  };
}
