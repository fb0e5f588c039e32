import type { Cell, Point, Subject } from "#core/catalog";
import { type Chart, needField, needMetric } from "#core/dataset";
import { formatCell, formatMeasure, formatParts } from "#core/format";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";

/** A mark with its words; `parts` are the numerator and denominator of a ratio. */
export type Bar = { x: Cell; label: string; value: number; text: string; parts: string };

/** A chart's points, told apart: what is drawn, what is past `top`, and what the rows leave blank. */
export type Parts = {
  bars: readonly Bar[];
  rest: readonly Bar[];
  blank: Bar | null;
};

export function chartParts(
  { dataset: d, regions }: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
): Parts {
  const bars: Bar[] = [];
  let blank: Bar | null = null;
  for (const p of points) {
    const bar = {
      x: p.x,
      label: p.x === null ? "" : label({ dataset: d, regions }, chart, p.x, lang),
      value: p.value ?? 0,
      text: formatMeasure(d, needMetric(d, metricOf(chart, p)), p, lang),
      parts: formatParts(p),
    };
    if (p.x === null) blank = bar;
    else if (p.value !== null) bars.push(bar);
  }
  const top = ("top" in chart ? chart.top : undefined) ?? bars.length;
  return { bars: bars.slice(0, top), rest: bars.slice(top), blank };
}

/** The metric a point is of. */
export const metricOf = (chart: Chart, p: Point): string =>
  chart.mark === "steps" ? String(p.x) : chart.y;

/** What x is, in words. */
function label({ dataset: d, regions }: Subject, chart: Chart, x: NonNullable<Cell>, lang: Lang) {
  if (chart.mark === "steps") return needMetric(d, String(x)).label[lang];
  const field = needField(d, chart.x);
  const unit = field.kind === "year" && lang === "zh" ? " 年" : "";
  return formatCell(field, x, lang, regions) + unit;
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
    case "top":
    case "ratio":
      return false;
  }
}
