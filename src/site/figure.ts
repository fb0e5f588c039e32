import type { Entry, Measure } from "#core/catalog";
import { type Chart, needMetric } from "#core/dataset";
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
  return populations(d).map((code) => ({
    title: nameOf(code),
    figures: all.filter(({ id }) => populationOf(d, id) === code),
    charts: d.charts.filter((chart) => chartPopulation(d, chart) === code),
  }));
}

/** The figures that stand for a dataset on other pages. */
export const headlines = (e: Entry, lang: Lang): readonly Figure[] =>
  (e.dataset.headlines ?? Object.keys(e.dataset.metrics).slice(0, 4)).map((id) =>
    figure(e, id, lang),
  );

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
