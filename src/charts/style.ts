import type * as Plot from "@observablehq/plot";

/** Widths in px every chart is drawn at: one for phones, so that its text is never scaled down. */
export const widths = { wide: 540, narrow: 328 } as const;

/** Under this width a chart has a phone's layout. */
export const narrow = 480;

/** Size in px of every text, except inside tiles. */
export const size = 13;
export const ink = "currentColor";
export const fill = "var(--bar, currentColor)";
export const type = { fill: ink, fontSize: size } as const;
export const faint = { stroke: ink, strokeOpacity: 0.15 } as const;
export const none: Plot.Markish[] = [];
