import { rangeOver } from "#charts/choosing";
import type { Cell } from "#core/catalog";
import type { Range } from "#core/query/view";
import type { LivePicture } from "./live-picture.ts";

/** What a reader does on a chart, for whoever keeps the view. */
export type Picks = {
  /** Chooses a value, or gives it up. */
  onPick(field: string, value: Cell): void;
  /** Sets a range, or none. `settled` is false while it is being drawn: the address need not follow yet. */
  onRange(field: string, range: Range | null, settled: boolean): void;
  /** Shows a chart large, or none. */
  onChart(id: string | null): void;
};

/** Tells of a mark that was chosen. */
export function pickMark(live: LivePicture, mark: number, picks: Picks): void {
  const { choosing } = live.scene?.touched ?? {};
  const bar = live.scene?.picture.marks[mark]?.bar;
  if (choosing?.values && bar) picks.onPick(choosing.field, bar.x);
}

/** Tells of a range over some places, or of none. */
export function pickRange(
  live: LivePicture,
  places: readonly [number, number] | null,
  settled: boolean,
  picks: Picks,
): void {
  const { scene } = live;
  const { choosing } = scene?.touched ?? {};
  const stops = scene?.picture.axis?.stops ?? [];
  if (!scene || !choosing?.range) return;
  const range = places && rangeOver(scene.chart, stops, ...places);
  picks.onRange(choosing.field, range, settled);
}
