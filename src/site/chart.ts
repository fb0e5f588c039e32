import { type ChartTable, chartTable } from "#charts/table";
import type { Entry } from "#core/catalog";
import type { Chart } from "#core/dataset";
import type { Lang } from "#core/language";
import { pointsOf } from "#site/catalog";
import { drawChart, widths } from "#site/svg";

/** A chart as a page shows it: two drawings of which the style sheet picks one, and a table of the same points. */
export type Drawn = { wide: string; narrow: string; table: ChartTable };

export function drawn(e: Entry, chart: Chart, lang: Lang): Drawn {
  const d = e.dataset;
  const points = pointsOf(d.id, chart.id);
  return {
    wide: drawChart(d, chart, points, lang, widths.wide),
    narrow: drawChart(d, chart, points, lang, widths.narrow),
    table: chartTable(d, chart, points, lang),
  };
}
