import * as Plot from "@observablehq/plot";
import { axisMargin, axisMarks, axisTicks, caption } from "#charts/axis";
import type { Parts } from "#charts/parts";
import { fill, ink, size, type } from "#charts/style";
import { binEdges } from "#core/query/bin";

/** A column for each class of the span; a class without any shows as a gap. */
export function histogramOptions({ bars, scale }: Parts, width: number): Plot.PlotOptions {
  const places = bars.map((b) => binEdges.indexOf(Number(b.x)));
  const span = bars.length
    ? binEdges.slice(Math.min(...places), Math.max(...places) + 1)
    : ([] as readonly number[]);
  const labels = new Map(bars.map((b) => [b.x, b.label]));
  const highest = Math.max(1, ...bars.map((b) => b.value));
  const ticks = axisTicks(0, highest);
  const margin = axisMargin(ticks, scale);
  const every = Math.ceil((span.length * 7 * size) / Math.max(1, width - margin));
  const named = span.filter((x, i) => i % every === 0 && labels.has(x));
  return {
    height: Math.round(Math.min(280, 120 + width * 0.25)),
    marginLeft: margin,
    marginRight: 4,
    marginTop: 22,
    marginBottom: 28,
    x: { axis: null, type: "band", domain: span, padding: 0.04 },
    y: { axis: null, domain: [0, highest] },
    marks: [
      ...axisMarks(ticks, scale),
      ...caption(scale.unit, margin),
      Plot.barY(bars, { x: "x", y: "value", fill }),
      Plot.ruleY([0], { stroke: ink }),
      Plot.text(named, {
        x: (x: number) => x,
        text: (x: number) => labels.get(x) ?? "",
        frameAnchor: "bottom",
        dy: 18,
        ...type,
      }),
    ],
  };
}
