import { ems } from "#charts/label";
import { type Box, line, type Shape, text } from "#charts/shape";
import { digits, hairline, room } from "#charts/style";
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
export const tickText = (n: number, scale: Scale): string =>
  scale.number(n).replace(/\.0+(?=%?$)/, "");

/** Room for the numbers of an axis, in px. */
export const axisMargin = (ticks: readonly number[], scale: Scale): number =>
  Math.ceil(Math.max(...ticks.map((n) => ems(tickText(n, scale)))) * room) + 8;

/** Where a number lies between the lower and the upper edge of a box. */
export const upwards =
  (low: number, high: number, { y, height }: Box) =>
  (n: number): number =>
    y + height - ((n - low) / (high - low || 1)) * height;

/** Faint lines with their numbers left of them. */
export const axisShapes = (
  ticks: readonly number[],
  scale: Scale,
  at: (n: number) => number,
  { x, width }: Box,
): readonly Shape[] => [
  ...ticks.map((n) => line(x, at(n), x + width, at(n), hairline)),
  ...ticks.map((n) => text(tickText(n, scale), x - 6, at(n), { "text-anchor": "end", ...digits })),
];

/** What holds for the whole picture, in the corner above the box. */
export const caption = (words: string, box: Box): readonly Shape[] =>
  words ? [text(words, 1, box.y - 24, { lift: "hanging", "text-anchor": "start" })] : [];
