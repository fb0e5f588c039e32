import type { Text } from "#core/language";
import type { Article, Law } from "#core/law";
import type { Plain, Where } from "#core/metric";

/** A part of the assessment; what is good in one does not make up for another that is bad. */
export type Pillar = { label: Text; articles: readonly Article[] };

/** A metric of a published dataset, measured for each region and period. */
export type Measured = {
  pillar: string;
  dataset: string;
  metric: string;
  /** Only rows that meet these, beside what the metric itself asks for. */
  where?: readonly Where[];
  /** Rows of the period by this field; of its last month alone, for a balance; or all up to its end, where a list stays until it is replaced. */
  time: { field: string; rows: "in the period" | "in its last month" | "until its end" };
};

/** What is measured and scored. */
export type Indicator = Measured & {
  label: Text;
  better: "higher" | "lower";
  /** What counts as 0 and as 100; fixed for the years of the assessment. */
  goalposts: { worst: number; best: number; reason: Text };
  /** What a value that is neither a share nor an amount is counted in. */
  unit?: Text;
  /** A denominator, or rows behind a median, below which the value says too little to be used. */
  least: number;
  /** Rows that are in the dataset and not in the value, and why. */
  leftOut?: { label: Text; of: Plain };
  /** Beyond those of its pillar. */
  laws?: readonly Law[];
  needs: Text;
  weakness: Text;
};

/** How what promoting the private economy achieves is measured, as plain data. */
export type Assessment = {
  /** First and last year for which the goalposts stay as they are. */
  fixed: { from: number; to: number };
  pillars: Readonly<Record<string, Pillar>>;
  indicators: Readonly<Record<string, Indicator>>;
  /** Amounts and counts that stand beside the indicators of a unit and are never scored. */
  context: Readonly<Record<string, Measured>>;
  /** Of a pillar's indicators, and of all pillars, the least share that must have data: two in three. */
  enough: { parts: number; of: number };
  /** Units that must have data in a pillar before a peer group is compared in it. */
  leastUnits: number;
  /** `shares`: into how many equal parts the weights fall; the more, the less they vary. */
  draws: { count: number; seed: number; shares: number };
};

type Declaration<P extends string> = Omit<Assessment, "pillars" | "indicators" | "context"> & {
  pillars: Readonly<Record<P, Pillar>>;
  indicators: Readonly<Record<string, Indicator & { pillar: NoInfer<P> }>>;
  context: Readonly<Record<string, Measured & { pillar: NoInfer<P> }>>;
};

/** Declares the assessment; the compiler refuses an indicator of no pillar. */
export const defineAssessment = <const P extends string>(declaration: Declaration<P>): Assessment =>
  declaration;

/** The baseline weights: every pillar counts the same. */
export const equalWeights = (a: Assessment): Readonly<Record<string, number>> => {
  const pillars = Object.keys(a.pillars);
  return Object.fromEntries(pillars.map((p) => [p, 1 / pillars.length]));
};

/** The indicators of a pillar, in the order declared. */
export const indicatorsOf = (a: Assessment, pillar: string): readonly string[] =>
  Object.entries(a.indicators).flatMap(([id, i]) => (i.pillar === pillar ? [id] : []));

/** The declaration of an indicator that something else names. */
export function needIndicator(a: Assessment, id: string): Indicator {
  const i = a.indicators[id];
  if (!i) throw new Error(`the assessment declares no indicator ${id}`);
  return i;
}

/** Everything that is measured, scored or not. */
export const measuredIn = (a: Assessment): Readonly<Record<string, Measured | Indicator>> => ({
  ...a.indicators,
  ...a.context,
});
