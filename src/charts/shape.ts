import { size } from "#charts/style";

/** One element of a picture as plain data, so that build and browser make the same SVG of it. */
export type Shape = {
  readonly tag: Tag;
  readonly at: Attributes;
  /** Its text, or what it is made of. */
  readonly inner: string | readonly Shape[];
};
type Tag = "svg" | "g" | "rect" | "line" | "path" | "circle" | "text" | "tspan";
export type Attributes = Readonly<Record<string, string | number>>;

/** A rectangle in px from the upper left corner of the picture. */
export type Box = { x: number; y: number; width: number; height: number };

export const shape = (tag: Tag, at: Attributes, inner: Shape["inner"] = []): Shape => ({
  tag,
  at,
  inner,
});

export const rect = ({ x, y, width, height }: Box, at: Attributes): Shape =>
  shape("rect", { x, y, width: Math.max(0, width), height: Math.max(0, height), ...at });

export const line = (x1: number, y1: number, x2: number, y2: number, at: Attributes): Shape =>
  shape("line", { x1, y1, x2, y2, ...at });

export const circle = (cx: number, cy: number, r: number, at: Attributes): Shape =>
  shape("circle", { cx, cy, r, ...at });

/** Where a text lies on its y: hanging from it, in its middle or standing on it. */
const lifts = { hanging: 0.71, middle: 0.32, standing: 0 } as const;

/** How far in ems the first of some lines stands from the middle of them all. */
export const firstLine = (lines: number, lineHeight: number): number =>
  ((1.64 - lines) / 2) * lineHeight;

/** A text of one or more lines, around the point given; its size is the picture's unless said otherwise. */
export function text(
  lines: string | readonly string[],
  x: number,
  y: number,
  { lift = "middle", lineHeight = 1.24, ...at }: TextStyle = {},
): Shape {
  const all = typeof lines === "string" ? [lines] : lines;
  const isMany = all.length > 1 && lift === "middle";
  const first = isMany ? firstLine(all.length, lineHeight) : lifts[lift];
  const dy = (i: number) => `${attributeText(i === 0 ? first : lineHeight)}em`;
  if (all.length === 1) return shape("text", { x, y, dy: dy(0), ...at }, all[0] ?? "");
  const parts = all.map((part, i) => shape("tspan", { x, dy: dy(i) }, part));
  return shape("text", { x, y, ...at }, parts);
}
type TextStyle = Attributes & { lift?: keyof typeof lifts; lineHeight?: number };

/** Two decimals are a hundredth of a pixel. */
export const attributeText = (value: string | number): string =>
  typeof value === "string" ? value : String(Math.round(value * 100) / 100);

/** A point of a path. */
export const pair = (x: number, y: number): string => `${attributeText(x)},${attributeText(y)}`;

/** The svg element around shapes, with what holds for all of its text. */
export const svg = (width: number, height: number, at: Attributes, inner: readonly Shape[]) =>
  shape(
    "svg",
    {
      class: "plot",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      fill: "currentColor",
      "font-family": "system-ui, sans-serif",
      "font-size": size,
      "text-anchor": "middle",
      ...at,
    },
    inner,
  );
