import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { cleanPicture } from "#charts/clean";
import { chartOptions, watermark } from "#charts/options";
import type { Point, Subject } from "#core/catalog";
import type { Chart } from "#core/dataset";
import type { Lang } from "#core/language";

const { document } = parseHTML("<html><body></body></html>");

/** A picture that is no dataset's chart, marked where made-up rows stand behind it. */
export function drawPicture(
  options: (width: number) => Plot.PlotOptions,
  {
    alt,
    lang,
    width,
    demonstration,
  }: { alt: string; lang: Lang; width: number; demonstration: boolean },
): string {
  const drawn = options(width);
  const mark = demonstration ? [watermark(lang, width)] : [];
  const marks = [...(drawn.marks ?? []), ...mark];
  const svg = Plot.plot({ ...drawn, document, className: "plot", width, marks });
  cleanPicture(svg, alt);
  return round(svg.outerHTML);
}

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
