/** Widths in px every chart is drawn at: one for phones, so that its text is never scaled down, and one for a chart shown large. */
export const widths = { wide: 540, narrow: 328 } as const;
export const largeWidth = 720;

/** Under this width a chart has a phone's layout. */
export const narrow = 480;

/** Size in px of every text, except inside tiles. */
export const size = 13;
/** Px to the em where text is given room: in larger type it grows by a fifth, and nothing else does. */
export const growth = 1.2;
export const room = size * growth;
export const ink = "currentColor";
export const fill = "var(--bar, currentColor)";
/** A picture's own attributes: as Plot names them, and as SVG does. */
export const type = { fill: ink, fontSize: size } as const;
export const faint = { stroke: ink, strokeOpacity: 0.15 } as const;
export const hairline = { stroke: ink, "stroke-opacity": 0.15 } as const;
export const digits = { "font-variant": "tabular-nums" } as const;
export const bold = { "font-weight": 600 } as const;
