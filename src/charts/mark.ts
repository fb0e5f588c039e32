import type { Bar } from "#charts/parts";
import type { Box, Shape } from "#charts/shape";
import type { Cell } from "#core/catalog";

/** What a reader can point at: a bar, a column, a tile, a month. */
export type Mark = {
  bar: Bar;
  /** What answers for it, larger than what is drawn. */
  area: Box;
  /** Where its value is drawn. */
  point: { x: number; y: number };
  shapes: readonly Shape[];
};

/** A place along an axis that a range can start or end at, whether there is a mark or not. */
export type Stop = { x: NonNullable<Cell>; label: string; left: number; right: number };

/** A chart laid out: what is drawn behind the marks, the marks, and what is drawn over them. */
export type Picture = {
  width: number;
  height: number;
  back: readonly Shape[];
  marks: readonly Mark[];
  front: readonly Shape[];
  /** Where there is an axis to choose a range on: its places, and the box that the marks stand in. */
  axis: { stops: readonly Stop[]; box: Box } | null;
};
