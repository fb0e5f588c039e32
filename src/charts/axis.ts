import * as Plot from "@observablehq/plot";
import { ems } from "#charts/label";
import { faint, ink, none, size, type } from "#charts/style";
import type { Scale } from "#core/format/format";

/** About four round numbers from `low` (or the round one below it) to beyond `high`. */
export function axisTicks(low: number, high: number): readonly number[] {
  const rough = (high - low) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((n) => n * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // A multiple of the step, free of the error that adding up steps would gather.
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** A round share needs no decimal: 80%. */
export const tickText = (n: number, scale: Scale): string => scale.number(n).replace(/\.0%$/, "%");

/** Room for the numbers of an axis, in px. */
export const axisMargin = (ticks: readonly number[], scale: Scale): number =>
  Math.ceil(Math.max(...ticks.map((n) => ems(tickText(n, scale)))) * size * 1.1) + 8;

/** Faint lines with their numbers left of them. */
export const axisMarks = (ticks: readonly number[], scale: Scale): Plot.Markish[] => [
  Plot.gridY({ ticks: [...ticks], ...faint }),
  Plot.axisY({
    ticks: [...ticks],
    tickFormat: (n: number) => tickText(n, scale),
    tickSize: 0,
    tickPadding: 6,
    label: null,
    fontSize: size,
    color: ink,
  }),
];

/** What holds for the whole picture, in its top left corner. */
export const caption = (text: string, marginLeft: number): Plot.Markish[] =>
  text
    ? [
        Plot.text([text], {
          frameAnchor: "top-left",
          dx: -marginLeft + 1,
          dy: -20,
          lineAnchor: "top",
          ...type,
        }),
      ]
    : none;
