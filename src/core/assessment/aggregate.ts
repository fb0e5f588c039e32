/** How pillars become one number. */
export const aggregations = ["geometric", "arithmetic"] as const;
export type Aggregation = (typeof aggregations)[number];

/** Σ w·s ÷ Σ w. */
export function arithmeticMean(scores: readonly number[], weights: readonly number[]): number {
  const all = weights.reduce((sum, w) => sum + w, 0);
  return scores.reduce((sum, s, i) => sum + s * (weights[i] ?? 0), 0) / all;
}

/** Π s^(w ÷ Σ w): a low score cannot be made up for in full; a 0 that counts makes the whole 0. */
export function geometricMean(scores: readonly number[], weights: readonly number[]): number {
  const all = weights.reduce((sum, w) => sum + w, 0);
  return scores.reduce((product, s, i) => {
    const w = (weights[i] ?? 0) / all;
    return w === 0 ? product : product * s ** w;
  }, 1);
}

/** Pillar scores as one number. */
export function aggregate(
  how: Aggregation,
  scores: readonly number[],
  weights: readonly number[],
): number {
  switch (how) {
    case "geometric":
      return geometricMean(scores, weights);
    case "arithmetic":
      return arithmeticMean(scores, weights);
  }
}
