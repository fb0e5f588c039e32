import * as Plot from "@observablehq/plot";
import { ems } from "#charts/label";
import { faint, ink, room, size, type } from "#charts/style";

/** The height in px of a unit's line, and of a line of words above the axis. */
const [step, words] = [26, 19];

/** What a picture of units has beside their marks. */
type Frame = {
  /** The names of the units, the first at the top. */
  labels: readonly string[];
  ticks: readonly number[];
  domain: readonly [number, number];
  /** What the axis and the marks mean, a line each. */
  head: readonly string[];
  /** What stands at the end of each unit's line; the longest text gives the margin. */
  ends: readonly string[];
};

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(ems)) * room;

/** Room in px for what stands at the ends of the lines. */
export const endMargin = (ends: readonly string[]): number => Math.ceil(widest(ends)) + 12;

/** Units, one a line, on an axis of plain numbers above them; a mark's `y` is the place of its unit, from 0. */
export function unitLines(
  { labels, ticks, domain, head, ends }: Frame,
  marks: readonly Plot.Markish[],
): Plot.PlotOptions {
  const marginTop = 27 + words * head.length;
  const marginLeft = Math.ceil(widest(labels)) + 12;
  return {
    height: marginTop + labels.length * step + 6,
    marginLeft,
    marginRight: endMargin(ends),
    marginTop,
    marginBottom: 6,
    x: { axis: null, domain: [...domain] },
    y: { axis: null, domain: [labels.length - 0.5, -0.5] },
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
      Plot.text([head.join("\n")], {
        frameAnchor: "top-left",
        dx: 1 - marginLeft,
        dy: 2 - marginTop,
        lineAnchor: "top",
        lineHeight: words / size,
        ...type,
      }),
      ...marks,
      Plot.text(labels, {
        y: (_, i) => i,
        text: (label: string) => label,
        frameAnchor: "left",
        textAnchor: "end",
        dx: -10,
        ...type,
      }),
    ],
  };
}
