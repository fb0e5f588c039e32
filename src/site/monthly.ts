import type { Entry } from "#core/catalog";
import { needMetric } from "#core/dataset";
import { type Change, changes, type Month } from "#core/format/change";
import {
  formatDate,
  formatMeasure,
  formatNumber,
  formatParts,
  formatShare,
} from "#core/format/format";
import { wilsonInterval } from "#core/format/wilson";
import type { Lang } from "#core/language";
import { pointsOf } from "#site/catalog";
import { strings } from "#site/strings";

/** A measured month in words. */
export type Cell = { value: string; parts: string; interval: string; year: string; before: string };

/** Metrics month by month, the newest month first: those of the dataset's charts over months. */
export function monthly(e: Entry, lang: Lang) {
  const charts = e.dataset.charts.filter((c) => c.mark === "line");
  const columns = charts.map((chart) => {
    const metric = needMetric(e.dataset, chart.y);
    const months: Month[] = pointsOf(e.dataset.id, chart.id)
      .filter((p) => p.x !== null)
      .map((p) => ({ ...p, x: String(p.x) }));
    const changed = new Map(changes(months).map((c) => [c.x, c]));
    const cells = months.map((m): [string, Cell] => [
      m.x,
      {
        value: formatMeasure(e.dataset, metric, m, lang) || "–",
        parts: formatParts(m),
        interval: "interval" in metric ? intervalOf(m, lang) : "",
        year: changeText(changed.get(m.x)?.yearOnYear ?? null, lang),
        before: changeText(changed.get(m.x)?.monthOnMonth ?? null, lang),
      },
    ]);
    return { id: chart.id, label: metric.label[lang], cells: new Map(cells) };
  });
  const names = [...new Set(columns.flatMap((c) => [...c.cells.keys()]))].sort().reverse();
  return { columns, months: names.map((x) => ({ x, label: formatDate(x, lang) })) };
}

function intervalOf({ of, per }: Month, lang: Lang): string {
  const interval = of === undefined || per === undefined ? null : wilsonInterval(of, per);
  if (!interval) return "";
  return strings[lang].topic.interval(formatShare(interval.low), formatShare(interval.high));
}

/** +3.2%, −0.4 个百分点; where there is nothing to compare, it says so. */
function changeText(change: Change | null, lang: Lang): string {
  const t = strings[lang].topic;
  if (!change) return t.noBase;
  const n = change.unit === "share" ? change.by * 100 : change.by;
  const text = `${n > 0 ? "+" : ""}${formatNumber(n, 1)}`;
  return change.unit === "share" ? `${text}%` : t.points(text);
}
