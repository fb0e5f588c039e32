import type { Interval } from "#core/format/wilson";

/**
 * An indicator of a unit in a period. `of`, `per` are the numerator and denominator of a ratio; `n` the rows behind a
 * median. Without a value it says why: `none` there are no rows, `few` too few to tell, `early` the dataset does not
 * reach back to the start of the period, `unpublished` there is no such dataset.
 */
export type Figure = {
  value: number | null;
  of?: number;
  per?: number;
  n?: number;
  leftOut?: number;
  interval?: Interval;
  why?: "none" | "few" | "early" | "unpublished";
};

/** The figures of a unit, by indicator. */
export type Figures = Readonly<Record<string, Figure>>;

/** Names an indicator of a unit in a period. */
export const figureKey = (period: string, unit: string, indicator: string): string =>
  [period, unit, indicator].join(" ");
