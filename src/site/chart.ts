import { widths } from "#charts/style";
import { chartTable } from "#charts/table";
import type { Entry } from "#core/catalog";
import type { Chart } from "#core/dataset";
import type { Lang } from "#core/language";
import { pointsOf } from "#site/catalog";
import { drawChart } from "#site/svg";

/** A chart as a page shows it: the picture for wide and narrow screens, and the same points as a table. */
export function chartFigure(e: Entry, chart: Chart, lang: Lang) {
  const points = pointsOf(e.dataset.id, chart.id);
  return {
    wide: drawChart(e, chart, points, lang, widths.wide),
    narrow: drawChart(e, chart, points, lang, widths.narrow),
    table: chartTable(e, chart, points, lang),
  };
}
