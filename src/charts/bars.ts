import * as Plot from "@observablehq/plot";
import { ems, wrap } from "#charts/label";
import type { Bar } from "#charts/parts";
import { fill, narrow, size, type } from "#charts/style";

/** Bars from the left, one a line, the value at the end; the axis would say nothing more. */
export function barOptions(bars: readonly Bar[], width: number): Plot.PlotOptions {
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
    marginRight: Math.ceil(values * size * 1.1) + 10,
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
