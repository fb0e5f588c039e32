import { type Chart, type Dataset, needMetric } from "#core/dataset";

/** The population that a metric counts, where the dataset keeps populations apart. */
export function populationOf(d: Dataset, metric: string): string | null {
  const m = needMetric(d, metric);
  if (m.agg === "ratio") return populationOf(d, m.of);
  return m.where?.find((w) => w.field === d.apart)?.is[0] ?? null;
}

/** The populations of a dataset, in the order in which its metrics name them; null alone where it has only one. */
export const populations = (d: Dataset): readonly (string | null)[] => [
  ...new Set(Object.keys(d.metrics).map((m) => populationOf(d, m))),
];

/** The population that a chart shows. */
export const chartPopulation = (d: Dataset, chart: Chart): string | null =>
  populationOf(d, chart.mark === "steps" ? (chart.of[0] ?? "") : chart.y);
