import type { Cell, Measure, Point, Subject } from "#core/catalog";
import { type Chart, type Dataset, needField, needMetric } from "#core/dataset";
import { formatBin } from "#core/format/bin";
import {
  formatGroup,
  formatMeasure,
  formatParts,
  measureKind,
  type Scale,
  scaleMoney,
  scaleOf,
} from "#core/format/format";
import { intervalOf } from "#core/format/interval";
import type { Interval } from "#core/format/wilson";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";
import { tileByCode } from "#core/region/tile-grid";

/** A mark with its words. */
export type Bar = {
  x: Cell;
  label: string;
  value: number;
  /** In the chart's unit, as the picture has it. */
  text: string;
  /** In yuan where it is an amount, as the table has it. */
  exact: string;
  /** Numerator and denominator of a ratio, in one unit; and the same to the fen. */
  parts: string;
  exactParts: string;
  interval: Interval | null;
  measure: Measure;
};

/** A chart's points, told apart: what is drawn, what is not, and what the rows leave blank. */
export type Parts = {
  bars: readonly Bar[];
  /** Past `top`, or without a place in the grid of tiles. */
  rest: readonly Bar[];
  blank: Bar | null;
  /** One unit for the whole chart; of steps, that of the first. */
  scale: Scale;
};

export function chartParts(
  subject: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
): Parts {
  const d = subject.dataset;
  const scaleByMetric = scales(d, points, lang);
  const bar = (p: Point): Bar => {
    const id = metricOf(chart, p.x);
    const m = needMetric(d, id);
    const value = p.value ?? 0;
    return {
      x: p.x,
      label: p.x === null ? "" : label(subject, chart, p.x, lang),
      value,
      interval: intervalOf(m, p),
      measure: p,
      // Most bars are not written in all four ways, and a filter makes them all anew.
      get text() {
        return scaleByMetric(id).text(value);
      },
      get exact() {
        return formatMeasure(d, m, p, lang);
      },
      get parts() {
        return partsText(d, m, p, lang);
      },
      get exactParts() {
        return partsText(d, m, p, lang, 0);
      },
    };
  };
  const bars = inOrder(d, chart, points.filter((p) => p.x !== null && p.value !== null).map(bar));
  const blank = points.find((p) => p.x === null && p.value !== null);
  const isDrawn = (b: Bar, i: number) =>
    chart.mark === "tiles"
      ? String(b.x) in tileByCode
      : i < (("top" in chart ? chart.top : undefined) ?? bars.length);
  return {
    bars: bars.filter(isDrawn),
    rest: bars.filter((b, i) => !isDrawn(b, i)),
    blank: blank ? bar(blank) : null,
    scale: scaleByMetric(chart.mark === "steps" ? (chart.of[0] ?? "") : chart.y),
  };
}

/** The largest first comes from the query; steps, and categories that are steps, have the declaration's order. */
function inOrder(d: Dataset, chart: Chart, bars: readonly Bar[]): readonly Bar[] {
  const declared = chart.mark === "steps" ? chart.of : stepsOf(d, chart);
  return declared ? declared.flatMap((x) => bars.filter((b) => b.x === x)) : bars;
}

function stepsOf(d: Dataset, chart: Chart): readonly string[] | null {
  const field = chart.mark === "bar" ? needField(d, chart.x) : undefined;
  return field?.kind === "category" && field.ordered ? Object.keys(field.codes) : null;
}

/** One unit for all values that are drawn against each other. */
function scales(d: Dataset, points: readonly Point[], lang: Lang) {
  const named = points.filter((p) => p.x !== null);
  const largest = Math.max(0, ...named.map((p) => Math.abs(p.value ?? 0)));
  const scaleByMetric = new Map<string, Scale>();
  return (metric: string): Scale => {
    const known = scaleByMetric.get(metric);
    if (known) return known;
    const scale = scaleOf(d, needMetric(d, metric), largest, lang);
    scaleByMetric.set(metric, scale);
    return scale;
  };
}

/** The parts of a ratio; those of two amounts in the unit that suits `largest`, the denominator where none is given. */
function partsText(d: Dataset, m: Metric, p: Point, lang: Lang, largest = p.per ?? 0): string {
  const plain = formatParts(p);
  if (!plain || m.agg !== "ratio" || p.of === undefined || p.per === undefined) return plain;
  const areMoney = [m.of, m.per].every((id) => measureKind(d, needMetric(d, id)) === "money");
  if (!areMoney) return plain;
  const scale = scaleMoney(largest, lang);
  return `${scale.number(p.of)}/${scale.text(p.per)}`;
}

/** The metric a mark is of. */
const metricOf = (chart: Chart, x: Cell): string => (chart.mark === "steps" ? String(x) : chart.y);

/** What x is, in words. */
function label(
  { dataset: d, regions }: Subject,
  chart: Chart,
  x: NonNullable<Cell>,
  lang: Lang,
): string {
  if (chart.mark === "steps") return needMetric(d, String(x)).label[lang];
  const field = needField(d, chart.x);
  if (chart.mark === "histogram") return formatBin(field, Number(x), lang);
  const unit = field.kind === "year" && lang === "zh" ? " 年" : "";
  return formatGroup(field, x, lang, regions) + unit;
}
