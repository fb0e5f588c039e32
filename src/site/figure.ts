import type { Entry } from "#core/catalog";
import { formatMeasure, formatNumber } from "#core/format";
import type { Lang } from "#core/language";
import { strings } from "#site/strings";

/** A key figure: never a share without its numerator and denominator. */
export type Figure = { id: string; label: string; value: string; of: string; meaning: string };

/** All metrics of a dataset, except those that only serve as the numerator of a ratio. */
export function figures(e: Entry, lang: Lang): readonly Figure[] {
  const { metrics } = e.dataset;
  const parts = Object.values(metrics).flatMap((m) => (m.agg === "ratio" ? [m.of] : []));
  const t = strings[lang];
  return Object.entries(metrics)
    .filter(([id, m]) => !parts.includes(id) && !m.onlyInCharts)
    .map(([id, m]) => {
      const measure = e.figures[id] ?? { value: null };
      const count = (n: number | undefined) => formatNumber(n ?? 0);
      const of =
        m.agg === "ratio"
          ? t.ofTotal(count(measure.of), count(measure.per))
          : m.agg === "distinct"
            ? t.filledIn(count(e.filled[m.of]), count(e.rows.published))
            : m.agg === "rows"
              ? t.ofSource(count(e.rows.source))
              : "";
      return {
        id,
        label: m.label[lang],
        value: formatMeasure(e.dataset, m, measure, lang),
        of,
        meaning: m.help?.[lang] ?? "",
      };
    });
}
