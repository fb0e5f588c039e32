import { countBelow } from "#core/assessment/rank";

/** How values of different kinds are brought onto one scale from 0 to 100, 100 being good. */
export const normalisations = ["goalposts", "z", "rank"] as const;
export type Normalisation = (typeof normalisations)[number];

/** A column of values with what is 0 and what is 100 on it; NaN where there is none. */
export type Goalposts = { worst: number; best: number };

const clip = (x: number): number => Math.max(0, Math.min(100, x));

/** x′ = clip((x − worst) ÷ (best − worst)) × 100; the same formula whichever end is the better one. */
export const atGoalposts = (x: number, { worst, best }: Goalposts): number =>
  clip(((x - worst) / (best - worst)) * 100);

/** The column of one indicator, written into `out`; what is missing stays missing. */
export function normaliseInto(
  values: Float64Array,
  how: Normalisation,
  goalposts: Goalposts,
  out: Float64Array,
): void {
  switch (how) {
    case "goalposts":
      for (let i = 0; i < values.length; i++) out[i] = atGoalposts(values[i] as number, goalposts); // in range
      return;
    case "z":
      standardise(values, goalposts.best > goalposts.worst ? 1 : -1, out);
      return;
    case "rank":
      rankScore(values, goalposts.best > goalposts.worst ? 1 : -1, out);
      return;
  }
}

/** 50 + 10 z: the mean of the units compared is 50, a standard deviation is 10; all the same is 50. */
function standardise(values: Float64Array, sign: number, out: Float64Array): void {
  let [n, sum] = [0, 0];
  for (const x of values)
    if (!Number.isNaN(x)) {
      n += 1;
      sum += x;
    }
  const mean = sum / n;
  let squares = 0;
  for (const x of values) if (!Number.isNaN(x)) squares += (x - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number; // in range
    const z = deviation > 0 ? (x - mean) / deviation : Number.isNaN(x) ? Number.NaN : 0;
    out[i] = clip(50 + 10 * sign * z);
  }
}

/** The best of n is 100, the worst 0, evenly between; those that are equal share the mean of their places. */
function rankScore(values: Float64Array, sign: number, out: Float64Array): void {
  const there = countBelow(values, out, new Float64Array(values.length));
  for (let i = 0; i < out.length; i++) {
    const below = out[i] ?? Number.NaN;
    const behind = sign > 0 ? below : there - 1 - below;
    out[i] = there > 1 ? (behind / (there - 1)) * 100 : below + 50;
  }
}
