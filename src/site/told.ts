import type { Entry, Measure } from "#core/catalog";
import { needMetric } from "#core/dataset";
import { formatMeasure, formatParts } from "#core/format";
import type { Lang } from "#core/language";

/** A figure in words, with its numerator and denominator where it is a share. */
export type Told = { label: string; value: string; of: string };

export function told(e: Entry, metric: string, measure: Measure, lang: Lang): Told {
  const m = needMetric(e.dataset, metric);
  const value = formatMeasure(e.dataset, m, measure, lang) || "–";
  return { label: m.label[lang], value, of: formatParts(measure) };
}

/** The figures that stand for a dataset on other pages. */
export function headlines(e: Entry, lang: Lang): readonly Told[] {
  const names = e.dataset.headlines ?? Object.keys(e.dataset.metrics).slice(0, 4);
  return names.map((m) => told(e, m, e.figures[m] ?? { value: null }, lang));
}
