import { type Chart, type Dataset, needMetric } from "#core/dataset";

/** The population that a metric counts, where the dataset keeps populations apart. */
export function populationOf(d: Dataset, metric: string): string | null {
  const m = needMetric(d, metric);
  if (m.agg === "ratio") return populationOf(d, m.of);
  return m.where?.find((w) => w.field === d.apart)?.is[0] ?? null;
}

/** The populations of a dataset, in the order of their codes; null alone where it has only one. */
export function populations(d: Dataset): readonly (string | null)[] {
  const field = d.apart === undefined ? undefined : d.fields[d.apart];
  return field?.kind === "category" ? Object.keys(field.codes) : [null];
}

/** The population that a chart shows. */
export const chartPopulation = (d: Dataset, chart: Chart): string | null =>
  populationOf(d, chart.mark === "steps" ? (chart.of[0] ?? "") : chart.y);
