import type { Entry, Measure } from "#core/catalog";
import { type Chart, type Dataset, needMetric } from "#core/dataset";
import { formatNumber, formatYuan, measureKind, scaleMoney, scaleOf } from "#core/format/format";
import { formatInterval, intervalOf } from "#core/format/interval";
import { chartPopulation, populationOf, populations } from "#core/format/population";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";
import { strings } from "#site/strings";

/** A key figure: never a share without its numerator and denominator. */
export type Figure = {
  id: string;
  label: string;
  value: string;
  of: string;
  /** The 95 % interval of a share that rests on a sample; "" of any other. */
  interval: string;
  meaning: string;
};

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
  const m = needMetric(e.dataset, id);
  const measure = part ?? e.figures[id] ?? { value: null };
  const interval = intervalOf(m, measure);
  const { value } = measure;
  return {
    id,
    label: m.label[lang],
    value: value === null ? "–" : scaleOf(e.dataset, m, value, lang).text(value),
    of: ofWhat(e, m, measure, lang, part === undefined),
    interval: interval ? strings[lang].interval(formatInterval(interval)) : "",
    meaning: m.help?.[lang] ?? "",
  };
}

/** What a figure is a part of; of an amount in a large unit, the same in yuan. */
function ofWhat(e: Entry, m: Metric, measure: Measure, lang: Lang, isWhole: boolean): string {
  const t = strings[lang];
  const d = e.dataset;
  const count = (n: number | undefined) => formatNumber(n ?? 0);
  switch (m.agg) {
    case "ratio":
    case "top": {
      const [of, per] = partsText(d, m, measure, lang);
      return measureKind(d, m) === "share" ? t.ofTotal(of, per) : t.dividedBy(of, per);
    }
    case "distinct":
      return m.where || !isWhole ? "" : t.filledIn(count(e.filled[m.of]), count(e.rows.published));
    case "rows":
      return m.where || !isWhole ? "" : t.ofSource(count(e.rows.source));
    case "filled":
      return "";
    case "sum":
    case "median":
    case "p90": {
      const exact = formatYuan(measure.value ?? 0, lang);
      const isMoney = measureKind(d, m) === "money" && measure.value !== null;
      return isMoney && scaleOf(d, m, measure.value ?? 0, lang).text(measure.value ?? 0) !== exact
        ? exact
        : "";
    }
  }
}

/** Numerator and denominator, each in its own unit. */
function partsText(
  d: Dataset,
  m: Extract<Metric, { agg: "ratio" | "top" }>,
  { of = 0, per = 0 }: Measure,
  lang: Lang,
): readonly [string, string] {
  const part = (id: string, n: number) => scaleOf(d, needMetric(d, id), n, lang).text(n);
  if (m.agg === "ratio") return [part(m.of, of), part(m.per, per)];
  const isMoney = d.fields[m.of]?.kind === "money";
  const amount = (n: number) => (isMoney ? scaleMoney(n, lang).text(n) : formatNumber(n));
  return [amount(of), amount(per)];
}
