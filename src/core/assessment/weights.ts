import type { Uniform } from "#core/assessment/random";

/**
 * Parts of the whole number `shares` that come closest to the weights, each rounded to the nearest with the largest
 * remainders first, so that they add up. Equal weights of four and 40 shares are 10 each.
 */
export function sharesOf(weights: readonly number[], shares: number): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!(sum > 0) || weights.some((w) => w < 0))
    throw new RangeError("weights: none below 0 and one above it expected");
  const exact = weights.map((w) => (w / sum) * shares);
  const whole = exact.map((e) => Math.floor(e + 1e-9));
  const left = shares - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((e, i) => ({ i, rest: e - (whole[i] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, left)
    .map(({ i }) => i);
  return whole.map((w, i) => w + (byRemainder.includes(i) ? 1 : 0));
}

/**
 * Draws weights from the Dirichlet distribution whose parameters are whole numbers of shares: cut at random into as
 * many pieces as there are shares, the unit interval falls into them piece by piece. Unlike the way over gamma
 * variates this takes no logarithm, so that every machine draws the same. The mean weight is share ÷ all.
 */
export function startWeights(
  shares: readonly number[],
): (uniform: Uniform, out: Float64Array) => void {
  const all = shares.reduce((a, b) => a + b, 0);
  const cuts = new Float64Array(Math.max(0, all - 1));
  return (uniform, out) => {
    // In order as they come: for a few dozen this takes a fraction of what a sort would.
    for (let i = 0; i < cuts.length; i++) {
      const cut = uniform();
      let at = i;
      for (; at > 0 && (cuts[at - 1] as number) > cut; at--) cuts[at] = cuts[at - 1] as number;
      cuts[at] = cut;
    }
    let before = 0;
    let end = 0;
    for (let p = 0; p < shares.length; p++) {
      end += shares[p] ?? 0;
      const cut = end === 0 ? 0 : end >= all ? 1 : (cuts[end - 1] ?? 1);
      out[p] = cut - before;
      before = cut;
    }
  };
}
