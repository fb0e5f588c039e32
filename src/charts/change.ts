import * as Plot from "@observablehq/plot";
import { axisTicks } from "#charts/axis";
import { ems } from "#charts/label";
import { fill, room, type } from "#charts/style";
import { unitLines } from "#charts/unit-lines";
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
  const starts = lang === "zh" ? `横轴从 ${low} 起` : `Axis starts at ${low}`;
  const key = [`○ ${names.before}`, `● ${names.now}`, ...(low > 0 ? [starts] : [])];
  const moves = both.map((r) => ({ i: r.i, text: signed(r.now - r.before) }));
  return unitLines(
    {
      labels: rows.map((r) => r.label),
      ticks,
      domain: [low, high],
      head: inLines(key, width / room),
      ends: moves.map(({ text }) => text),
    },
    [
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
      Plot.text(moves, {
        y: "i",
        text: "text",
        frameAnchor: "right",
        textAnchor: "start",
        dx: 10,
        ...type,
        fontVariant: "tabular-nums",
      }),
    ],
  );
}

/** The parts of a key side by side, in as few lines of `width` ems as they take. */
function inLines(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1)}   ${part}`;
    if (lines.length > 0 && ems(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** +3.2 or −0.4 */
export const signed = (n: number): string => {
  const text = Math.abs(n).toFixed(1);
  return text === "0.0" ? text : `${n > 0 ? "+" : "−"}${text}`;
};
