import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { cleanPicture } from "#charts/clean";
import { chartOptions } from "#charts/options";
import type { Point, Subject } from "#core/catalog";
import type { Chart } from "#core/dataset";
import type { Lang } from "#core/language";

const { document } = parseHTML("<html><body></body></html>");

/** A chart as SVG, the same bytes for the same points. */
export function drawChart(
  subject: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
  width: number,
): string {
  const svg = Plot.plot(chartOptions(subject, chart, points, lang, { document, width }));
  cleanPicture(svg, chart.alt[lang]);
  return round(svg.outerHTML);
}

/** Two decimals are a hundredth of a pixel. */
const round = (svg: string): string =>
  svg.replace(/\d+\.\d{3,}/g, (n) => String(Math.round(Number(n) * 100) / 100));
