import * as Plot from "@observablehq/plot";
import { axisTicks } from "#charts/axis";
import { ems } from "#charts/label";
import { faint, fill, ink, size, type } from "#charts/style";
import type { Lang } from "#core/language";

/** A unit's score now and a year before, null where it had none. */
export type Changed = { label: string; now: number; before: number | null };

/** A ring for the year before, a dot for now and a line between them; the axis says where it starts. */
export function changeOptions(
  units: readonly Changed[],
  { lang, width, names }: { lang: Lang; width: number; names: { now: string; before: string } },
): Plot.PlotOptions {
  const rows = units.map((u, i) => ({ ...u, i }));
  const both = rows.flatMap((r) => (r.before === null ? [] : [{ ...r, before: r.before }]));
  const values = rows.flatMap((r) => [r.now, ...(r.before === null ? [] : [r.before])]);
  const ticks = axisTicks(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 100];
  const step = 26;
  const starts = lang === "zh" ? `横轴从 ${low} 起` : `Axis starts at ${low}`;
  const key = [`○ ${names.before}`, `● ${names.now}`, ...(low > 0 ? [starts] : [])].join("   ");
  return {
    height: rows.length * step + 62,
    marginLeft: Math.ceil(Math.max(...rows.map((r) => ems(r.label))) * size * 1.05) + 14,
    marginRight: width < 400 ? 44 : 56,
    marginTop: 56,
    marginBottom: 6,
    x: { axis: null, domain: [low, high] },
    y: { axis: null, domain: [rows.length - 0.5, -0.5] },
    marks: [
      Plot.gridX({ ticks: [...ticks], ...faint }),
      Plot.axisX({
        ticks: [...ticks],
        anchor: "top",
        tickSize: 0,
        tickPadding: 6,
        label: null,
        fontSize: size,
        color: ink,
        tickFormat: (n: number) => String(n),
      }),
      Plot.text([key], { frameAnchor: "top-left", dy: -54, lineAnchor: "top", ...type }),
      Plot.link(both, {
        x1: "before",
        x2: "now",
        y1: "i",
        y2: "i",
        stroke: fill,
        strokeWidth: 2.5,
      }),
      Plot.dot(both, {
        x: "before",
        y: "i",
        r: 4.5,
        fill: "var(--paper, #fff)",
        stroke: fill,
        strokeWidth: 2,
      }),
      Plot.dot(rows, { x: "now", y: "i", r: 5, fill }),
      Plot.text(rows, {
        y: "i",
        text: "label",
        frameAnchor: "left",
        textAnchor: "end",
        dx: -10,
        ...type,
      }),
      Plot.text(both, {
        y: "i",
        text: (r) => signed(r.now - r.before),
        frameAnchor: "right",
        textAnchor: "start",
        dx: 10,
        ...type,
        fontVariant: "tabular-nums",
      }),
    ],
  };
}

/** +3.2 or −0.4 */
export const signed = (n: number): string => {
  const text = Math.abs(n).toFixed(1);
  return text === "0.0" ? text : `${n > 0 ? "+" : "−"}${text}`;
};
