import { axisMargin, axisShapes, axisTicks, caption, upwards } from "#charts/axis";
import { columnAxis, columnBox, columnMarks, stopsOf } from "#charts/columns";
import { ems } from "#charts/label";
import type { Picture, Stop } from "#charts/mark";
import type { Parts } from "#charts/parts";
import { type Box, line, type Shape, text } from "#charts/shape";
import { digits, ink, room } from "#charts/style";
import type { Column } from "#core/field";
import { formatBin, formatEdge } from "#core/format/bin";
import type { Lang } from "#core/language";
import { binEdges, binEnd, underZero } from "#core/query/bin";

/** A column for each class of the span; a class without any shows as a gap. The axis names the limits of the classes. */
export function histogramPicture(
  { bars, scale }: Parts,
  { field, lang, width }: { field: Column; lang: Lang; width: number },
): Picture {
  const places = bars.map((b) => binEdges.indexOf(Number(b.x)));
  const span = bars.length ? binEdges.slice(Math.min(...places), Math.max(...places) + 1) : [];
  const highest = Math.max(1, ...bars.map((b) => b.value));
  const ticks = axisTicks(0, highest).filter((n) => n <= highest);
  const box = columnBox(width, axisMargin(ticks, scale));
  const at = upwards(0, highest, box);
  const stops = stopsOf(
    span.map((x) => ({ x, label: formatBin(field, x, lang) })),
    box,
  );
  return {
    width,
    height: box.y + box.height + 28,
    back: [
      ...axisShapes(ticks, scale, at, box),
      ...caption(captionText(scale.unit, field, lang), box),
    ],
    marks: columnMarks(bars, stops, box, { at, gap: 0.06, shown: () => [] }),
    front: [...columnAxis([], box), ...edgeShapes(stops, box, lang)],
    axis: { stops, box },
  };
}

/** The limits between classes: all that have the room, else each power of ten, else each second or third power. */
function edgeShapes(stops: readonly Stop[], box: Box, lang: Lang): readonly Shape[] {
  const last = stops.at(-1);
  const end = last && binEnd(Number(last.x));
  const edges = [
    ...stops.map((s) => ({ n: Number(s.x), x: s.left })),
    ...(last && end ? [{ n: end, x: last.right }] : []),
  ]
    .filter(({ n }) => n !== underZero)
    .map((edge) => ({ ...edge, label: formatEdge(edge.n, lang) }));
  const widest = Math.max(0, ...edges.map(({ label }) => ems(label))) * room + 6;
  const step = box.width / Math.max(1, stops.length);
  const power = (n: number) => (n <= 0 ? 0 : Math.log10(n));
  const every = [0, 1, 2, 3].find((k) => Math.max(1, 3 * k) * step >= widest) ?? 4;
  const isNamed = (n: number) => every === 0 || (power(n) % every === 0 && n !== 0);
  const bottom = box.y + box.height;
  return [
    ...edges.map(({ n, x }) => line(x, bottom, x, bottom + (isNamed(n) ? 6 : 3), { stroke: ink })),
    ...edges.filter(({ n }) => isNamed(n)).map(({ x, label }) => named(label, x, bottom + 9, box)),
  ];
}

/** Centred on its limit, but inside the picture. */
function named(label: string, x: number, y: number, box: Box): Shape {
  const half = (ems(label) * room) / 2 + 3; // a letter may be wider than most
  const inside = Math.min(x, box.x + box.width + 4 - half);
  return text(label, inside, y, { lift: "hanging", ...digits });
}

function captionText(unit: string, field: Column, lang: Lang): string {
  const across = field.kind === "money" ? (lang === "zh" ? "元" : "yuan") : "";
  const axis =
    lang === "zh" ? `横轴：${field.label.zh}` : `Across: ${field.label.en.toLowerCase()}`;
  const inBrackets = across && (lang === "zh" ? `（${across}）` : ` (${across})`);
  return [unit, axis + inBrackets].filter(Boolean).join(" · ");
}
