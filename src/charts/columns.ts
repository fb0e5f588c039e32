import * as Plot from "@observablehq/plot";
import { axisMargin, axisMarks, axisTicks, caption } from "#charts/axis";
import { ems } from "#charts/label";
import type { Parts } from "#charts/parts";
import { fill, ink, none, size, type } from "#charts/style";

/** Columns over every year of the span, so that a year without any shows as a gap. */
export function columnOptions({ bars, scale }: Parts, width: number): Plot.PlotOptions {
  const years = bars.map((b) => Number(b.x));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = bars.length ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
  const step = (width - 40) / Math.max(1, span.length);
  const every = [1, 2, 5, 10, 20, 50].find((n) => n * step > 4 * 0.58 * size + 14) ?? 100;
  const highest = Math.max(1, ...bars.map((b) => b.value));
  const labelled = bars.every((b) => ems(b.text) * size + 2 <= step);
  const ticks = axisTicks(0, highest);
  return {
    height: Math.round(Math.min(280, 120 + width * 0.25)),
    marginLeft: labelled ? 4 : axisMargin(ticks, scale),
    marginRight: 4,
    marginTop: 22,
    marginBottom: 28,
    x: { axis: null, type: "band", domain: span, padding: 0.15 },
    y: { axis: null, domain: [0, highest] },
    marks: [
      ...(labelled
        ? none
        : [...axisMarks(ticks, scale), ...caption(scale.unit, axisMargin(ticks, scale))]),
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
