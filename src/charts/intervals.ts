import * as Plot from "@observablehq/plot";
import { ems } from "#charts/label";
import { faint, fill, ink, size, type } from "#charts/style";
import type { Lang } from "#core/language";

/** A unit's place among its peers: the median rank, where most draws put it, and its band. */
export type Placed = { label: string; median: number; low: number; high: number; band: number };

/**
 * A line for each unit from the 5 % to the 95 % rank and a dot at the median, the best first; bands are told apart by
 * a line between them and their number, never by colour alone. Rank 1 is at the left, the last one at the right.
 */
export function intervalOptions(
  units: readonly Placed[],
  { lang, width }: { lang: Lang; width: number },
): Plot.PlotOptions {
  const rows = units.map((u, i) => ({ ...u, i }));
  const last = Math.max(2, rows.length);
  const every = last > 30 ? 10 : last > 8 ? (width < 400 ? 4 : 2) : 1;
  const ticks = Array.from({ length: last }, (_, i) => i + 1).filter(
    (n) => n === 1 || n === last || (n % every === 0 && last - n >= every),
  );
  const step = 26;
  const firsts = rows.filter((r) => rows[r.i - 1]?.band !== r.band);
  const bandName = (n: number) => (lang === "zh" ? `第 ${n} 档` : `Band ${n}`);
  const marginLeft = Math.ceil(Math.max(...rows.map((r) => ems(r.label))) * size * 1.05) + 14;
  const marginRight = Math.ceil(ems(bandName(9)) * size) + 16;
  return {
    height: rows.length * step + 52,
    marginLeft,
    marginRight,
    marginTop: 46,
    marginBottom: 6,
    x: { axis: null, domain: [0.6, last + 0.4] },
    y: { axis: null, domain: [rows.length - 0.5, -0.5] },
    marks: [
      Plot.gridX({ ticks, ...faint }),
      Plot.axisX({
        ticks,
        anchor: "top",
        tickSize: 0,
        tickPadding: 6,
        label: null,
        fontSize: size,
        color: ink,
        tickFormat: (n: number) => String(n),
      }),
      Plot.text([lang === "zh" ? "位次（1 为最好）" : "Rank (1 is best)"], {
        frameAnchor: "top-left",
        dy: -44,
        lineAnchor: "top",
        ...type,
      }),
      Plot.ruleY(
        firsts.filter((r) => r.i > 0),
        {
          y: (r) => r.i - 0.5,
          stroke: ink,
          strokeOpacity: 0.5,
          strokeDasharray: "3,3",
          insetRight: -marginRight,
        },
      ),
      Plot.text(firsts, {
        y: "i",
        text: (r) => bandName(r.band),
        frameAnchor: "right",
        textAnchor: "start",
        dx: 12,
        ...type,
        fontWeight: 600,
      }),
      Plot.ruleY(rows, {
        y: "i",
        x1: "low",
        x2: "high",
        stroke: fill,
        strokeWidth: 5,
        strokeOpacity: 0.45,
      }),
      Plot.dot(rows, {
        x: "median",
        y: "i",
        r: 5,
        fill,
        stroke: "var(--paper, #fff)",
        strokeWidth: 1.5,
      }),
      Plot.text(rows, {
        y: "i",
        text: "label",
        frameAnchor: "left",
        textAnchor: "end",
        dx: -10,
        ...type,
      }),
    ],
  };
}
