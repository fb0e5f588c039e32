import type { Cell, Point, Subject } from "#core/catalog";
import { type Chart, type Metric, needField, needMetric } from "#core/dataset";
import { formatCell, formatMeasure, formatParts } from "#core/format";
import type { Lang } from "#core/language";

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
  const [field, metric] = [needField(d, chart.x), needMetric(d, chart.y)];
  const bars: Bar[] = [];
  let blank: Bar | null = null;
  const unit = field.kind === "year" && lang === "zh" ? " 年" : "";
  for (const p of points) {
    const bar = {
      x: p.x,
      label: p.x === null ? "" : formatCell(field, p.x, lang, regions) + unit,
      value: p.value ?? 0,
      text: formatMeasure(d, metric, p, lang),
      parts: formatParts(p),
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
