import * as Plot from "@observablehq/plot";
import { ems, wrap } from "#charts/label";
import { type Bar, chartParts } from "#charts/parts";
import type { Point, Subject } from "#core/catalog";
import type { Chart } from "#core/dataset";
import type { Lang } from "#core/language";

/** Widths in px every chart is drawn at: one for phones, so that its text is never scaled down. */
export const widths = { wide: 540, narrow: 328 } as const;

/** Under this width labels stand above their bars. */
export const narrow = 480;

const size = 13; // px of every text
const ink = "currentColor";
const fill = "var(--bar, currentColor)";
const type = { fill: ink, fontSize: size } as const;
const none: Plot.Markish[] = [];

/** A chart as Plot options; build and browser draw the same. `document` where there is no global one. */
export function chartOptions(
  subject: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
  { document, width = 640 }: { document?: Document; width?: number } = {},
): Plot.PlotOptions {
  const { bars } = chartParts(subject, chart, points, lang);
  const drawn = chart.mark === "bar" ? barOptions(bars, width) : columnOptions(bars, width);
  const mark = subject.dataset.demonstration ? [watermark(lang)] : none;
  return {
    ...drawn,
    ...(document ? { document } : {}),
    className: "plot",
    width,
    marks: [...(drawn.marks ?? []), ...mark],
  };
}

/** Bars from the left, one a line, the value at the end; the axis would say nothing more. */
function barOptions(bars: readonly Bar[], width: number): Plot.PlotOptions {
  const above = width < narrow;
  const room = above ? width / size - 1 : (width * 0.42) / size;
  const labels = new Map(bars.map((b) => [b.x, wrap(b.label, room)]));
  const lines = Math.max(1, ...[...labels.values()].map((l) => l.length));
  const label = (b: Bar) => (labels.get(b.x) ?? []).join("\n");
  const widest = Math.max(0, ...[...labels.values()].flat().map(ems));
  const values = Math.max(0, ...bars.map((b) => ems(b.text)));
  const top = above ? lines * size * 1.3 + 6 : 0;
  const thick = above ? 16 : Math.max(22, lines * size * 1.25);
  const step = top + thick + (above ? 12 : 8);
  const y = { x: "value", y: "x" } as const;
  return {
    height: Math.ceil(Math.max(1, bars.length) * step),
    marginLeft: above ? 1 : Math.ceil(widest * size) + 12,
    marginRight: Math.ceil(values * size) + 10,
    marginTop: 0,
    marginBottom: 0,
    x: { axis: null, domain: [0, Math.max(1e-9, ...bars.map((b) => b.value))] },
    y: { axis: null, type: "band", domain: bars.map((b) => b.x), padding: 0 },
    marks: [
      Plot.barX(bars, { ...y, fill, insetTop: top + (above ? 6 : 4), insetBottom: above ? 6 : 4 }),
      Plot.text(bars, {
        y: "x",
        text: label,
        ...type,
        lineHeight: 1.25,
        ...(above
          ? { frameAnchor: "left", textAnchor: "start", dy: -(thick / 2) - 1 }
          : { frameAnchor: "left", textAnchor: "end", dx: -10 }),
      }),
      Plot.text(bars, {
        ...y,
        text: "text",
        ...type,
        textAnchor: "start",
        dx: 6,
        dy: top / 2,
        fontVariant: "tabular-nums",
        fontWeight: 600,
      }),
    ],
  };
}

/** Columns over every year of the span, so that a year without any shows as a gap. */
function columnOptions(bars: readonly Bar[], width: number): Plot.PlotOptions {
  const years = bars.map((b) => Number(b.x));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = bars.length ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
  const step = (width - 40) / Math.max(1, span.length);
  const every = [1, 2, 5, 10, 20, 50].find((n) => n * step > 4 * 0.58 * size + 14) ?? 100;
  const highest = Math.max(1, ...bars.map((b) => b.value));
  const labelled = bars.every((b) => ems(b.text) * size + 2 <= step);
  return {
    height: Math.round(Math.min(280, 120 + width * 0.25)),
    marginLeft: labelled ? 4 : 34,
    marginRight: 4,
    marginTop: 22,
    marginBottom: 28,
    x: { axis: null, type: "band", domain: span, padding: 0.15 },
    y: { axis: null, domain: [0, highest] },
    marks: [
      ...(labelled
        ? none
        : [
            Plot.gridY({ ticks: 4, stroke: ink, strokeOpacity: 0.15 }),
            Plot.axisY({ ticks: 4, tickSize: 0, label: null, fontSize: size, color: ink }),
          ]),
      Plot.barY(bars, { x: "x", y: "value", fill }),
      Plot.ruleY([0], { stroke: ink }),
      Plot.text(
        span.filter((y) => y % every === 0),
        {
          x: (y: number) => y,
          text: (y: number) => String(y),
          frameAnchor: "bottom",
          dy: 18,
          ...type,
        },
      ),
      ...(labelled
        ? [Plot.text(bars, { x: "x", y: "value", text: "text", dy: -9, ...type, fontWeight: 600 })]
        : none),
    ],
  };
}

/** In the picture itself, so that it stays when the picture is copied. */
const watermark = (lang: Lang): Plot.Markish =>
  Plot.text([lang === "zh" ? "演示数据" : "DEMONSTRATION"], {
    frameAnchor: "middle",
    fill: ink,
    fillOpacity: 0.18,
    fontSize: 40,
    fontWeight: 700,
    rotate: -12,
  });
