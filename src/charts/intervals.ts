import * as Plot from "@observablehq/plot";
import { fill, ink, narrow, type } from "#charts/style";
import { endMargin, unitLines } from "#charts/unit-lines";
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
  const every = last > 30 ? 10 : last > 8 ? (width < narrow ? 4 : 2) : 1;
  const ticks = Array.from({ length: last }, (_, i) => i + 1).filter(
    (n) => n === 1 || n === last || (n % every === 0 && last - n >= every && n - 1 >= every / 2),
  );
  const firsts = rows.filter((r) => rows[r.i - 1]?.band !== r.band);
  const bandName = (n: number) => (lang === "zh" ? `第 ${n} 档` : `Band ${n}`);
  const ends = [bandName(9)];
  return unitLines(
    {
      labels: rows.map((r) => r.label),
      ticks,
      domain: [0.6, last + 0.4],
      head: [lang === "zh" ? "位次（1 为最好）" : "Rank (1 is best)"],
      ends,
    },
    [
      Plot.ruleY(
        firsts.filter((r) => r.i > 0),
        {
          y: (r) => r.i - 0.5,
          stroke: ink,
          strokeOpacity: 0.5,
          strokeDasharray: "3,3",
          insetRight: -endMargin(ends),
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
    ],
  );
}
