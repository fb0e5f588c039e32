import * as Plot from "@observablehq/plot";
import { barOptions } from "#charts/bars";
import { columnOptions } from "#charts/columns";
import { lineOptions } from "#charts/line";
import { chartParts, type Parts } from "#charts/parts";
import { ink, none } from "#charts/style";
import { tileOptions } from "#charts/tiles";
import type { Point, Subject } from "#core/catalog";
import { type Chart, type Dataset, needMetric } from "#core/dataset";
import { measureKind } from "#core/format/format";
import type { Lang } from "#core/language";

/** A chart as Plot options; build and browser draw the same. `document` where there is no global one. */
export function chartOptions(
  subject: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
  { document, width = 640 }: { document?: Document; width?: number } = {},
): Plot.PlotOptions {
  const parts = chartParts(subject, chart, points, lang);
  const drawn = markOptions(subject.dataset, chart, parts, lang, width);
  const mark = subject.dataset.demonstration ? [watermark(lang, width)] : none;
  return {
    ...drawn,
    ...(document ? { document } : {}),
    className: "plot",
    width,
    marks: [...(drawn.marks ?? []), ...mark],
  };
}

function markOptions(
  d: Dataset,
  chart: Chart,
  parts: Parts,
  lang: Lang,
  width: number,
): Plot.PlotOptions {
  switch (chart.mark) {
    case "bar":
    case "steps":
      return barOptions(parts.bars, width);
    case "column":
      return columnOptions(parts, width);
    case "line": {
      const isShare = measureKind(d, needMetric(d, chart.y)) === "share";
      return lineOptions(parts, { isShare, lang, width });
    }
    case "tiles":
      return tileOptions(parts, { metric: needMetric(d, chart.y).label[lang], lang, width });
  }
}

/** In the picture itself, so that it stays when the picture is copied. */
export const watermark = (lang: Lang, width: number): Plot.Markish =>
  Plot.text([lang === "zh" ? "演示数据" : "DEMONSTRATION"], {
    frameAnchor: "middle",
    fill: ink,
    fillOpacity: 0.18,
    fontSize: Math.min(40, width / 11),
    fontWeight: 700,
    rotate: -12,
  });
