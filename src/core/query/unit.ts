import { type Chart, type Dataset, needField } from "#core/dataset";

/** How many of the unit in query form make one that a reader sees: 100 fen are a yuan. */
export const unitOf = (d: Dataset, field: string): number =>
  needField(d, field).kind === "money" ? 100 : 1;

/** True where the marks of a chart follow x; elsewhere the largest comes first. */
export const isInOrder = (d: Dataset, chart: Exclude<Chart, { mark: "steps" }>): boolean =>
  chart.mark === "histogram" || ["year", "month"].includes(needField(d, chart.x).kind);
