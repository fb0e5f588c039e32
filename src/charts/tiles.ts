import * as Plot from "@observablehq/plot";
import { type Class, classesOf, type Shade } from "#charts/classes";
import { ems } from "#charts/label";
import type { Bar, Parts } from "#charts/parts";
import { ink, narrow, size, type } from "#charts/style";
import type { Scale } from "#core/format/format";
import type { Lang } from "#core/language";
import { prefectures } from "#core/region/region";
import { tileByCode } from "#core/region/tile-grid";

const tiles = Object.values(tileByCode);
const columns = 1 + Math.max(...tiles.map((t) => t.column));
const rows = 1 + Math.max(...tiles.map((t) => t.row));
/** The corner of the grid where no tile lies holds the legend. */
const corner = { column: 3, row: 5 };

// The page says what the shades are, on paper and in the dark too; the second colour is for a picture that stands alone.
const shades: Readonly<Record<Shade, { fill: string; ink: string }>> = {
  1: { fill: "var(--shade-1, #e3f1f0)", ink: "var(--on-shade-1, #16201f)" },
  2: { fill: "var(--shade-2, #b5dad8)", ink: "var(--on-shade-2, #16201f)" },
  3: { fill: "var(--shade-3, #7dbbb9)", ink: "var(--on-shade-3, #16201f)" },
  4: { fill: "var(--shade-4, #20797a)", ink: "var(--on-shade-4, #fff)" },
  5: { fill: "var(--shade-5, #07494b)", ink: "var(--on-shade-5, #fff)" },
};

type Square = { x1: number; x2: number; y1: number; y2: number };
type Tile = Square & { name: string; bar: Bar | undefined };

/** A square for each unit of prefecture level: its name, its value, and a shade for its class. */
export function tileOptions(
  { bars, scale }: Parts,
  { metric, lang, width }: { metric: string; lang: Lang; width: number },
): Plot.PlotOptions {
  const step = Math.min(width, 600) / columns;
  const gap = width < narrow ? 2 : 4;
  const text = width < narrow ? 11 : size;
  const classes = classesOf(bars.map((b) => b.value));
  const all = layOut(bars, step, gap, lang);
  const number = written(bars, scale, (step - gap - 2) / text);
  const legend = legendMarks(classes, scale, { metric, lang, step, width });
  const inShade = (s: Shade) =>
    all.filter(
      ({ bar }) =>
        bar && classes.some((c) => c.shade === s && c.low <= bar.value && bar.value <= c.high),
    );
  const empty = all.filter(({ bar }) => !bar);
  return {
    height: Math.ceil(Math.max(rows * step, legend.bottom)),
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      ...classes.flatMap(({ shade }) => [
        Plot.rect(inShade(shade), { ...corners, fill: shades[shade].fill }),
        ...labels(inShade(shade), shades[shade].ink, text, step - gap, (b) => number(b.value)),
      ]),
      ...hatched(empty),
      ...labels(empty, ink, text, step - gap, () => ""),
      ...legend.marks,
    ],
  };
}

const corners = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;

function layOut(bars: readonly Bar[], step: number, gap: number, lang: Lang): readonly Tile[] {
  const barByCode = new Map(bars.map((b) => [String(b.x), b]));
  return prefectures.flatMap(({ code, short }) => {
    const tile = tileByCode[code];
    if (!tile) return [];
    const [x1, y1] = [tile.column * step + gap / 2, tile.row * step + gap / 2];
    const square = { x1, x2: x1 + step - gap, y1, y2: y1 + step - gap };
    return [{ ...square, name: short[lang], bar: barByCode.get(code) }];
  });
}

/** As many decimals as every tile has room for. */
function written(bars: readonly Bar[], scale: Scale, room: number) {
  const fits = (places: number) => bars.every((b) => ems(scale.number(b.value, places)) <= room);
  const places = [2, 1].find(fits) ?? 0;
  return (n: number) => scale.number(n, places);
}

/** The name in the upper half, broken where it is too long, and the value below. */
function labels(
  list: readonly Tile[],
  color: string,
  text: number,
  side: number,
  value: (b: Bar) => string,
): Plot.Markish[] {
  const shared = { x: (t: Tile) => (t.x1 + t.x2) / 2, fill: color, fontSize: text } as const;
  const name = (t: Tile) => broken(t.name, (side - 3) / text);
  const lift = (t: Tile) => (name(t).length > 1 ? 0.31 : 0.34);
  return [
    Plot.text(list, {
      ...shared,
      y: (t: Tile) => t.y1 + side * (t.bar ? lift(t) : 0.5),
      text: (t: Tile) => name(t).join("\n"),
      lineHeight: 1.05,
    }),
    Plot.text(
      list.filter((t) => t.bar),
      {
        ...shared,
        y: (t: Tile) => t.y1 + side * (name(t).length > 1 ? 0.8 : 0.7),
        text: (t: Tile) => (t.bar ? value(t.bar) : ""),
        fontVariant: "tabular-nums",
        fontWeight: 600,
      },
    ),
  ];
}

/** A name in two parts where one line has no room for it; a Latin one is broken between syllables near its middle. */
function broken(name: string, room: number): readonly string[] {
  if (width(name) <= room) return [name];
  const middle = Math.ceil(name.length / 2);
  if (/[\u2e80-\uffef]/.test(name)) return [name.slice(0, middle), name.slice(middle)];
  // A syllable starts with the last consonant before a vowel: Tiemen-guan, Huyang-he, Ta-cheng.
  const starts = [...name.matchAll(/(?:[csz]h|[^aeiouü])(?=[aeiouü])/g)].map((m) => m.index);
  const at = starts
    .filter((i) => i > 1)
    .reduce((best, i) => (Math.abs(i - middle) < Math.abs(best - middle) ? i : best), 0);
  return at ? [`${name.slice(0, at)}-`, name.slice(at)] : [name];
}

/** A closer estimate than `ems`: in a square every letter counts. */
const width = (name: string): number =>
  [...name].reduce(
    (sum, c) =>
      sum +
      (/[\u2e80-\uffef]/.test(c) ? 1 : /[iljtfr]/.test(c) ? 0.33 : /[mwMW]/.test(c) ? 0.88 : 0.57),
    0,
  );

/** Slanting lines inside an outline: there is no value, which is not a value of 0. */
function hatched(squares: readonly Square[]): Plot.Markish[] {
  const lines = squares.flatMap(({ x1, x2, y1, y2 }) => {
    const side = x2 - x1;
    return [0.5, 1, 1.5].map((n) => {
      const [near, far] = [Math.min(1, n) * side, Math.max(0, n - 1) * side];
      return { x1: x1 + far, y1: y1 + near, x2: x1 + near, y2: y2 - side + far };
    });
  });
  return [
    Plot.rect(squares, { ...corners, fill: "none", stroke: ink, strokeOpacity: 0.35 }),
    Plot.link(lines, { ...corners, stroke: ink, strokeOpacity: 0.22 }),
  ];
}

/** What the numbers are, and the limits of each class. */
function legendMarks(
  classes: readonly Class[],
  scale: Scale,
  { metric, lang, step, width }: { metric: string; lang: Lang; step: number; width: number },
) {
  const line = width < narrow ? 16 : 20;
  const [x, top] = [corner.column * step + 8, corner.row * step + line];
  const keys = [
    ...classes.map(({ low, high, shade }) => ({
      shade,
      text: low === high ? scale.number(low) : `${scale.number(low)} – ${scale.number(high)}`,
    })),
    { shade: null, text: lang === "zh" ? "无数据" : "No data" },
  ].map((key, i) => {
    const y = top + i * line;
    return { ...key, x1: x, x2: x + 14, y1: y + 2, y2: y + line - 2, y: y + line / 2 };
  });
  const title = scale.unit || metric;
  const room = (width - x) / 12;
  const shown = ems(title) <= room || scale.unit ? title : "";
  const shared = { ...type, fontSize: 12, textAnchor: "start" } as const;
  return {
    bottom: top + keys.length * line,
    marks: [
      Plot.text([shown], {
        ...shared,
        x,
        y: top - line / 2,
        text: (s: string) => s,
        fontWeight: 600,
      }),
      ...classes.map(({ shade }) =>
        Plot.rect(
          keys.filter((k) => k.shade === shade),
          { ...corners, fill: shades[shade].fill },
        ),
      ),
      ...hatched(keys.filter((k) => k.shade === null)),
      Plot.text(keys, { ...shared, x: x + 20, y: "y", text: "text", fontVariant: "tabular-nums" }),
    ],
  };
}
