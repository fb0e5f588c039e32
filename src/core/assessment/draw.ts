import { aggregations } from "#core/assessment/aggregate";
import { indexInto, type Matrix, scoresOf } from "#core/assessment/matrix";
import { normalisations, normaliseInto } from "#core/assessment/normalise";
import { startUniform, type Uniform } from "#core/assessment/random";
import { rankInto } from "#core/assessment/rank";
import { sharesOf, startWeights } from "#core/assessment/weights";

/** What the draws vary; the rest stays as in the baseline. */
export type Varied = {
  normalisation: boolean;
  aggregation: boolean;
  without: boolean;
  weights: boolean;
  samples: boolean;
};
export const everyChoice: Varied = {
  normalisation: true,
  aggregation: true,
  without: true,
  weights: true,
  samples: true,
};

/** How many draws, from which seed, and into how many shares the weights fall. */
export type Draws = { count: number; seed: number; shares: number };

/**
 * Ranks of every unit in every draw, unit after unit: that of unit u in draw t is at u × count + t. A draw takes from the
 * stream, in this order and whatever is varied: one number each for normalisation, aggregation and the indicator left
 * out (one more than there are: none), shares − 1 for the weights, and one for each unit of each column that rests on a
 * sample, whose value then lies evenly between its bounds.
 */
export function drawRanks(
  m: Matrix,
  weights: readonly number[],
  { count, seed, shares }: Draws,
  varied: Varied = everyChoice,
): Float64Array {
  const uniform = startUniform(seed);
  const drawWeights = startWeights(sharesOf(weights, shares));
  const scoresBy = normalisations.map((how) => [...scoresOf(m, how)]);
  const drawSamples = startSamples(m, uniform);
  const drawn = new Float64Array(m.pillars);
  const index = new Float64Array(m.units);
  const ranks = new Float64Array(m.units);
  const sorted = new Float64Array(m.units);
  const all = new Float64Array(m.units * count);
  for (let t = 0; t < count; t++) {
    const n = below(uniform, normalisations.length);
    const a = below(uniform, aggregations.length);
    const out = below(uniform, m.columns.length + 1) - 1;
    drawWeights(uniform, drawn);
    const normalisation = varied.normalisation ? n : 0;
    const scores = scoresBy[normalisation] ?? [];
    const sampled = drawSamples(normalisations[normalisation] ?? "goalposts", scores);
    const way = {
      aggregation: aggregations[varied.aggregation ? a : 0] ?? "geometric",
      weights: varied.weights ? drawn : weights,
      without: varied.without ? out : -1,
    };
    indexInto(m, varied.samples ? sampled : scores, way, index);
    rankInto(index, ranks, sorted);
    for (let u = 0; u < m.units; u++) all[u * count + t] = ranks[u] ?? Number.NaN;
  }
  return all;
}

/** The ranks of one unit. */
export const ranksOf = (all: Float64Array, unit: number, count: number): Float64Array =>
  all.subarray(unit * count, (unit + 1) * count);

/** In which share of the draws one unit lies before another; where they are equal, half. */
export function shareAhead(all: Float64Array, count: number, unit: number, other: number): number {
  let ahead = 0;
  for (let t = 0; t < count; t++) {
    const [own, its] = [all[unit * count + t] ?? 0, all[other * count + t] ?? 0];
    ahead += own < its ? 1 : own === its ? 0.5 : 0;
  }
  return ahead / count;
}

const below = (uniform: Uniform, n: number): number => Math.floor(uniform() * n);

/** Draws the columns that rest on a sample, and gives all scores with them in place. */
function startSamples(m: Matrix, uniform: Uniform) {
  const values = m.columns.map(() => new Float64Array(m.units));
  const scores = m.columns.map(() => new Float64Array(m.units));
  return (how: (typeof normalisations)[number], given: readonly Float64Array[]) =>
    m.columns.map(({ sample, goalposts }, k) => {
      const [drawn, out] = [values[k], scores[k]];
      if (!sample || !drawn || !out) return given[k] ?? new Float64Array(m.units);
      for (let u = 0; u < m.units; u++) {
        const [low, high] = [sample.low[u] ?? Number.NaN, sample.high[u] ?? Number.NaN];
        drawn[u] = low + uniform() * (high - low);
      }
      normaliseInto(drawn, how, goalposts, out);
      return out;
    });
}
