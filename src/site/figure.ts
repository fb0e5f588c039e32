import type { Entry, Measure } from "#core/catalog";
import { type Chart, type Dataset, needMetric } from "#core/dataset";
import { type FigureText, figureText } from "#core/format/figure";
import { formatNumber } from "#core/format/format";
import { chartPopulation, populationOf, populations } from "#core/format/population";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";
import { strings } from "#site/strings";

/** A key figure: never a share without its numerator and denominator. */
export type Figure = FigureText & { id: string; label: string; meaning: string };

/** What belongs together on a page: one population of a dataset that keeps them apart, or everything. */
export type Population = {
  /** "" where there is only one. */
  title: string;
  figures: readonly Figure[];
  /** At most four of them stand large; the rest follows small, but for what a chart of steps shows as numbers. */
  large: readonly Figure[];
  rest: readonly Figure[];
  charts: readonly Chart[];
};

/** All metrics of a dataset, except those that only serve as the numerator of a ratio. */
export function figures(e: Entry, lang: Lang): readonly Figure[] {
  const { metrics } = e.dataset;
  const parts = Object.values(metrics).flatMap((m) => (m.agg === "ratio" ? [m.of] : []));
  return Object.entries(metrics)
    .filter(([id, m]) => !parts.includes(id) && !m.onlyInCharts)
    .map(([id]) => figure(e, id, lang));
}

/** The figures and charts of each population. */
export function populationsOf(e: Entry, lang: Lang): readonly Population[] {
  const d = e.dataset;
  const field = d.apart === undefined ? undefined : d.fields[d.apart];
  const nameOf = (code: string | null) =>
    code !== null && field?.kind === "category" ? (field.codes[code]?.[lang] ?? code) : "";
  const all = figures(e, lang);
  return populations(d).map((code) => {
    const own = all.filter(({ id }) => populationOf(d, id) === code);
    const large = largestOf(d, own);
    const apart = [...large.map(({ id }) => id), ...inSteps(d)];
    return {
      title: nameOf(code),
      figures: own,
      large,
      rest: own.filter(({ id }) => !apart.includes(id)),
      charts: d.charts.filter((chart) => chartPopulation(d, chart) === code),
    };
  });
}

const atMost = 4;

/** All where they are few, else the headlines. */
function largestOf(d: Dataset, all: readonly Figure[]): readonly Figure[] {
  if (all.length <= atMost) return all;
  const headline = headlineIds(d).flatMap((id) => all.find((f) => f.id === id) ?? []);
  return (headline.length > 0 ? headline : all).slice(0, atMost);
}

/** What charts of steps show, each with its number. */
const inSteps = (d: Dataset): readonly string[] =>
  d.charts.flatMap((chart) => (chart.mark === "steps" ? chart.of : []));

/** The metrics that stand for a dataset on other pages. */
export const headlineIds = (d: Dataset): readonly string[] =>
  d.headlines ?? Object.keys(d.metrics).slice(0, 4);

/** The figures that stand for a dataset on other pages. */
export const headlines = (e: Entry, lang: Lang): readonly Figure[] =>
  headlineIds(e.dataset).map((id) => figure(e, id, lang));

/** A figure of the dataset, or of a part of its rows where that is measured. */
export function figure(e: Entry, id: string, lang: Lang, part?: Measure): Figure {
  const d = e.dataset;
  const m = needMetric(d, id);
  const text = figureText(d, id, part ?? e.figures[id] ?? { value: null }, lang);
  return {
    id,
    label: m.label[lang],
    ...text,
    of: text.of || (part === undefined ? ofSource(e, m, lang) : ""),
    meaning: m.help?.[lang] ?? "",
  };
}

/** What a number of rows of the whole dataset is a part of. */
function ofSource(e: Entry, m: Metric, lang: Lang): string {
  const t = strings[lang];
  if (m.agg === "rows" && !m.where) return t.ofSource(formatNumber(e.rows.source));
  if (m.agg !== "distinct" || m.where) return "";
  return t.filledIn(formatNumber(e.filled[m.of] ?? 0), formatNumber(e.rows.published));
}
