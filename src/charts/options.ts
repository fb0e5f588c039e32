import * as Plot from "@observablehq/plot";
import type { Picture } from "#charts/mark";
import { chartParts } from "#charts/parts";
import { chartPicture, watermarkText } from "#charts/picture";
import { firstLine, type Shape } from "#charts/shape";
import { ink, size } from "#charts/style";
import type { Point, Subject } from "#core/catalog";
import type { Chart } from "#core/dataset";
import type { Lang } from "#core/language";

/** A chart as Plot options: what the build draws of the picture that a browser paints itself. */
export function chartOptions(
  subject: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
  { document, width = 640 }: { document?: Document; width?: number } = {},
): Plot.PlotOptions {
  const parts = chartParts(subject, chart, points, lang);
  const picture = chartPicture(subject, chart, parts, lang, width);
  return { ...pictureOptions(picture), ...(document ? { document } : {}), className: "plot" };
}

/** A picture as Plot options: its shapes are in px already, so no scale has anything to do. */
export function pictureOptions({ width, height, back, marks, front }: Picture): Plot.PlotOptions {
  const layers = [back, marks.flatMap((m) => m.shapes), front];
  return {
    width,
    height,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: layers.flatMap(layerMarks),
  };
}

/** In the picture itself, so that it stays when the picture is copied. */
export const watermark = (lang: Lang, width: number): Plot.Markish =>
  Plot.text([watermarkText[lang]], {
    frameAnchor: "middle",
    fill: ink,
    fillOpacity: 0.18,
    fontSize: Math.min(40, width / 11),
    fontWeight: 700,
    rotate: -12,
  });

/** What says where a shape is; shapes that differ in nothing else are one mark. */
const placing = ["x", "y", "width", "height", "x1", "y1", "x2", "y2", "cx", "cy", "d", "dy"];

function layerMarks(shapes: readonly Shape[]): readonly Plot.Markish[] {
  const alike = Map.groupBy(shapes, ({ tag, at, inner }) => {
    const style = Object.entries(at).filter(([name]) => !placing.includes(name));
    return JSON.stringify([tag, style, typeof inner === "string" ? 1 : inner.length]);
  });
  return [...alike.values()].flatMap((list) => (list[0] ? [markOf(list, list[0])] : []));
}

const number = ({ at }: Shape, name: string): number => Number(at[name] ?? 0);

/** Shapes of one tag and style, of which `first` is one, as a mark. */
function markOf(list: readonly Shape[], first: Shape): Plot.Markish {
  const style = styleOf(first);
  switch (first.tag) {
    case "rect":
      return Plot.rect(list, {
        ...style,
        x1: (s: Shape) => number(s, "x"),
        x2: (s: Shape) => number(s, "x") + number(s, "width"),
        y1: (s: Shape) => number(s, "y"),
        y2: (s: Shape) => number(s, "y") + number(s, "height"),
      });
    case "line":
      return Plot.link(list, {
        ...style,
        x1: (s: Shape) => number(s, "x1"),
        x2: (s: Shape) => number(s, "x2"),
        y1: (s: Shape) => number(s, "y1"),
        y2: (s: Shape) => number(s, "y2"),
      });
    case "circle":
      return Plot.dot(list, {
        ...style,
        x: (s: Shape) => number(s, "cx"),
        y: (s: Shape) => number(s, "cy"),
        r: number(first, "r"),
      });
    case "path": {
      const curve = String(first.at["d"]).endsWith("Z") ? "linear-closed" : "linear";
      return Plot.line(list.flatMap(cornersOf), { x: "x", y: "y", z: "z", ...style, curve });
    }
    case "text":
      return textOf(list, first, style);
    case "svg":
    case "g":
    case "tspan":
      throw new Error(`a picture is made of shapes, not of ${first.tag}`);
  }
}

/** What SVG and Plot call differently. */
const styleOf = ({ at }: Shape) => ({
  ...(at["class"] ? { className: String(at["class"]) } : {}),
  fill: String(at["fill"] ?? "none"),
  stroke: String(at["stroke"] ?? "none"),
  ...Object.fromEntries(
    Object.entries(names).flatMap(([svg, plot]) =>
      at[svg] === undefined ? [] : [[plot, at[svg]]],
    ),
  ),
});

const names: Readonly<Record<string, string>> = {
  "fill-opacity": "fillOpacity",
  "stroke-opacity": "strokeOpacity",
  "stroke-width": "strokeWidth",
  "stroke-dasharray": "strokeDasharray",
  "stroke-linejoin": "strokeLinejoin",
  "font-size": "fontSize",
  "font-weight": "fontWeight",
  "font-variant": "fontVariant",
  "text-anchor": "textAnchor",
};

/** The corners of the lines of a path, each line a series of its own. */
const cornersOf = ({ at }: Shape, i: number) =>
  String(at["d"])
    .split("M")
    .filter(Boolean)
    .flatMap((part, j) =>
      part
        .replace("Z", "")
        .split("L")
        .map((pair) => {
          const [x, y] = pair.split(",").map(Number);
          return { x, y, z: `${i} ${j}` };
        }),
    );

/** Plot centres lines on their point; ours may hang from it or stand on it. */
function textOf(
  list: readonly Shape[],
  first: Shape,
  style: ReturnType<typeof styleOf>,
): Plot.Markish {
  const height = Number(first.at["font-size"] ?? size);
  const lines = ({ inner }: Shape) => (typeof inner === "string" ? [inner] : inner.map(contentOf));
  const ems = (s: Shape, i = 0) =>
    Number.parseFloat(String((typeof s.inner === "string" ? s : s.inner[i])?.at["dy"] ?? 0));
  const lineHeight = typeof first.inner === "string" ? 1 : ems(first, 1);
  const lift = (s: Shape) => ems(s) - firstLine(lines(s).length, lineHeight);
  const turn = /^rotate\((-?[\d.]+)/.exec(String(first.at["transform"] ?? ""))?.[1];
  return Plot.text(list, {
    ...style,
    fill: String(first.at["fill"] ?? ink),
    fontSize: height,
    lineHeight,
    ...(turn ? { rotate: Number(turn) } : {}),
    x: (s: Shape) => number(s, "x"),
    y: (s: Shape) => number(s, "y") + lift(s) * height,
    text: (s: Shape) => lines(s).join("\n"),
  });
}

const contentOf = ({ inner }: Shape): string => (typeof inner === "string" ? inner : "");
