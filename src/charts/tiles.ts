import { type Class, classesOf, type Shade } from "#charts/classes";
import { ems } from "#charts/label";
import type { Mark, Picture } from "#charts/mark";
import type { Bar, Parts } from "#charts/parts";
import { type Box, pair, rect, type Shape, shape, text } from "#charts/shape";
import { bold, digits, growth, ink, narrow, size } from "#charts/style";
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

type Tile = Box & { name: string; bar: Bar | undefined };

/** A square for each unit of prefecture level: its name, its value, and a shade for its class. */
export function tilePicture(
  { bars, scale }: Parts,
  { metric, lang, width }: { metric: string; lang: Lang; width: number },
): Picture {
  const step = Math.min(width, 600) / columns;
  const gap = width < narrow ? 2 : 4;
  const letters = width < narrow ? 11 : size;
  const classes = classesOf(bars.map((b) => b.value));
  const number = written(bars, scale, (step - gap - 2) / (letters * growth));
  const legend = legendShapes(classes, scale, { metric, lang, step, width });
  const all = layOut(bars, step, gap, lang);
  const empty = all.filter(({ bar }) => !bar);
  const marks = all.flatMap((tile): Mark[] => {
    const { name: _, bar, ...area } = tile;
    if (!bar) return [];
    const shade = classes.find((c) => c.low <= bar.value && bar.value <= c.high)?.shade ?? 3;
    const point = { x: area.x + area.width / 2, y: area.y };
    const body = rect(area, { class: "body", fill: shades[shade].fill });
    const words = labels(tile, shades[shade].ink, letters, number(bar.value));
    return [{ bar, area, point, shapes: [body, ...words] }];
  });
  return {
    width,
    height: Math.ceil(Math.max(rows * step, legend.bottom)),
    back: [
      ...empty.flatMap((tile) => [...hatched(tile), ...labels(tile, ink, letters, "")]),
      ...legend.shapes,
    ],
    marks,
    front: [],
    axis: null,
  };
}

function layOut(bars: readonly Bar[], step: number, gap: number, lang: Lang): readonly Tile[] {
  const barByCode = new Map(bars.map((b) => [String(b.x), b]));
  const side = step - gap;
  return prefectures.flatMap(({ code, short }) => {
    const tile = tileByCode[code];
    if (!tile) return [];
    const [x, y] = [tile.column * step + gap / 2, tile.row * step + gap / 2];
    return [{ x, y, width: side, height: side, name: short[lang], bar: barByCode.get(code) }];
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
  { x, y, width: side, name, bar }: Tile,
  color: string,
  letters: number,
  value: string,
): readonly Shape[] {
  const lines = broken(name, (side - 3) / (letters * growth));
  const [isLong, middle] = [lines.length > 1, x + side / 2];
  const style = { fill: color, "font-size": letters };
  const lift = bar ? (isLong ? 0.31 : 0.34) : 0.5;
  return [
    text(lines, middle, y + side * lift, { ...style, lineHeight: 1.1 }),
    ...(bar
      ? [text(value, middle, y + side * (isLong ? 0.8 : 0.7), { ...style, ...digits, ...bold })]
      : []),
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
function hatched(box: Box): readonly Shape[] {
  const { x, y, width: w, height: h } = box;
  const lines = [0.5, 1, 1.5].map((n) => {
    const [near, far] = [Math.min(1, n), Math.max(0, n - 1)];
    return `M${pair(x + far * w, y + near * h)}L${pair(x + near * w, y + far * h)}`;
  });
  return [
    rect(box, { fill: "none", stroke: ink, "stroke-opacity": 0.35 }),
    shape("path", { d: lines.join(""), stroke: ink, "stroke-opacity": 0.22 }),
  ];
}

/** What the numbers are, and the limits of each class. */
function legendShapes(
  classes: readonly Class[],
  scale: Scale,
  { metric, lang, step, width }: { metric: string; lang: Lang; step: number; width: number },
) {
  const height = width < narrow ? 16 : 20;
  const [x, top] = [corner.column * step + 8, corner.row * step + height];
  const keys = [
    ...classes.map(({ low, high, shade }) => ({
      shade,
      words: low === high ? scale.number(low) : `${scale.number(low)} – ${scale.number(high)}`,
    })),
    { shade: null, words: lang === "zh" ? "无数据" : "No data" },
  ];
  const title = scale.unit || metric;
  const shown = ems(title) <= (width - x) / (12 * growth) || scale.unit ? title : "";
  const style = { "font-size": 12, "text-anchor": "start" } as const;
  return {
    bottom: top + keys.length * height,
    shapes: [
      ...(shown ? [text(shown, x, top - height / 2, { ...style, ...bold })] : []),
      ...keys.flatMap(({ shade, words }, i) => {
        const y = top + i * height;
        const box = { x, y: y + 2, width: 14, height: height - 4 };
        return [
          ...(shade === null ? hatched(box) : [rect(box, { fill: shades[shade].fill })]),
          text(words, x + 20, y + height / 2, { ...style, ...digits }),
        ];
      }),
    ],
  };
}
