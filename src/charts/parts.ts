import type { Cell, Point } from "#core/catalog";
import type { Chart, Column, Dataset, Metric } from "#core/dataset";
import { formatCell, formatMeasure } from "#core/format";
import type { Lang } from "#core/language";

/** A mark with its words. */
export type Bar = { x: Cell; label: string; value: number; text: string };

/** A chart's points, told apart: what is drawn, what is past `top`, and what the rows leave blank. */
export type Parts = {
  bars: readonly Bar[];
  rest: readonly Bar[];
  blank: Bar | null;
};

/** What fields and metrics a chart needs; throws where the declaration does not have them. */
export function needChart(d: Dataset, chart: Chart): { field: Column; metric: Metric } {
  const field = d.fields[chart.x];
  const metric = d.metrics[chart.y];
  if (!field || !metric) throw new Error(`${d.id}: chart ${chart.id} has no such field or metric`);
  return { field, metric };
}

export function chartParts(d: Dataset, chart: Chart, points: readonly Point[], lang: Lang): Parts {
  const { field, metric } = needChart(d, chart);
  const bars: Bar[] = [];
  let blank: Bar | null = null;
  const unit = field.kind === "year" && lang === "zh" ? " 年" : "";
  for (const p of points) {
    const bar = {
      x: p.x,
      label: p.x === null ? "" : formatCell(field, p.x, lang) + unit,
      value: p.value ?? 0,
      text: formatMeasure(metric, p, d.fields, lang),
    };
    if (p.x === null) blank = bar;
    else if (p.value !== null) bars.push(bar);
  }
  const top = chart.top ?? bars.length;
  return { bars: bars.slice(0, top), rest: bars.slice(top), blank };
}

/** True where the values of parts add up to the value of the whole. */
export function isAdditive(m: Metric): boolean {
  switch (m.agg) {
    case "rows":
    case "filled":
    case "sum":
      return true;
    case "distinct":
    case "median":
    case "p90":
    case "ratio":
      return false;
  }
}
