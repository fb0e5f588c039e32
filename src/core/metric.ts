import type { Text } from "#core/language";

/** Rows whose category is one of these. */
export type Where<Cat = string> = { field: Cat; is: readonly string[] };

/**
 * A figure over rows, or over those that meet every `where`. `sum` takes `of`, adds the columns of `and` and takes off those of `less`. `top` is the
 * share of the sum `of` that its n largest `by` hold: for a dataset as a whole, never a chart.
 */
export type Metric<F = string, Num = string, M = string, Cat = string> = {
  label: Text;
  help?: Text;
  /** Means something for each mark of a chart, such as a month, and nothing over all rows. */
  onlyInCharts?: true;
} & (
  | ({ where?: readonly Where<Cat>[] } & (
      | { agg: "rows" }
      | { agg: "filled"; of: F }
      | { agg: "distinct"; of: F }
      | { agg: "sum"; of: Num; and?: readonly Num[]; less?: readonly Num[] }
      | { agg: "median" | "p90"; of: Num }
      | { agg: "top"; of: Num; by: F; n: number }
    ))
  /** A ratio of sums, never a mean of ratios; `interval` where the denominator is a sample. */
  | { agg: "ratio"; of: M; per: M; interval?: "wilson" }
);

/** A metric that rows answer without another metric. */
export type Plain = Exclude<Metric, { agg: "ratio" }>;

/** A metric whose value for a whole is the sum of those for its parts. */
export type Additive = Extract<Plain, { agg: "rows" | "filled" | "sum" }>;

export function isAdditive(m: Metric): m is Metric & Additive {
  switch (m.agg) {
    case "rows":
    case "filled":
    case "sum":
      return true;
    case "distinct":
    case "median":
    case "p90":
    case "top":
    case "ratio":
      return false;
  }
}
