import type { Choosing, Chosen } from "#charts/choosing";
import type { Mark, Picture } from "#charts/mark";
import { type Attributes, circle, line, rect, type Shape, shape, svg } from "#charts/shape";
import { fill, ink } from "#charts/style";
import { endName, endText, markName, marksName } from "#charts/words";
import type { Cell, Subject } from "#core/catalog";
import type { Chart } from "#core/dataset";
import { isChinese } from "#core/format/format";
import type { Lang } from "#core/language";
import type { Range } from "#core/query/view";

/** What a reader has done to a picture. */
export type Touched = {
  choosing: Choosing | null;
  /** What is chosen of its marks; null where nothing of its field is. */
  chosen: ((x: Cell) => Chosen) | null;
  range: Range | undefined;
  /** The first and the last place on the axis that the range takes in. */
  places: readonly [number, number];
  /** The mark that the keyboard comes to. */
  current: number;
};

type Context = { subject: Subject; chart: Chart; touched: Touched; lang: Lang };

const hit = { class: "hit", fill: "none", "pointer-events": "all" } as const;

/** The picture with all that makes it a filter: roles, names and states for every mark, and the two ends of a range. */
export function livePicture(picture: Picture, context: Context): Shape {
  const { chart, lang, touched } = context;
  const { choosing, chosen } = touched;
  const classes = ["plot", "live", chosen && "choosing", choosing?.range && "ranged"];
  const toolbar =
    choosing?.values === true
      ? { role: "toolbar", "aria-label": marksName(context.subject, choosing.field, lang) }
      : {};
  const marks = picture.marks.flatMap((mark, i) => [liveMark(mark, i, context), wordsOf(mark)]);
  return svg(
    picture.width,
    picture.height,
    {
      class: classes.filter(Boolean).join(" "),
      role: "group",
      "aria-label": chart.alt[lang],
    },
    [
      shape("g", { "aria-hidden": "true" }, picture.back),
      shape("g", { class: "marks", ...toolbar }, marks),
      ...(choosing?.range ? brush(picture, choosing.field, context) : []),
      shape("g", { "aria-hidden": "true", class: "over" }, picture.front),
    ],
  );
}

function liveMark(mark: Mark, i: number, { chart, touched, lang }: Context): Shape {
  const { choosing, chosen, current } = touched;
  const state = chosen ? chosen(mark.bar.x) : "no";
  const tab = i === current ? 0 : -1;
  const role: Attributes = choosing?.values
    ? { role: "button", "aria-pressed": pressed[state], tabindex: tab }
    : { role: "img", ...(choosing ? {} : { tabindex: tab }) };
  const cursor = chart.mark === "line" ? [cursorOf(mark)] : [];
  return shape(
    "g",
    {
      class: `mark${state === "no" ? "" : ` ${state}`}`,
      "data-mark": i,
      "aria-label": markName(mark.bar, state, lang),
      ...(lang !== "zh" && isChinese(mark.bar.label) ? { lang: "zh-CN" } : {}),
      ...role,
    },
    [rect(mark.area, hit), ...mark.shapes.filter(({ tag }) => tag !== "text"), ...cursor],
  );
}

/** What is written on a mark, or beside it, stands apart: the name says it in full. */
const wordsOf = ({ shapes }: Mark): Shape =>
  shape(
    "g",
    { class: "words", "aria-hidden": "true" },
    shapes.filter(({ tag }) => tag === "text"),
  );

const pressed: Readonly<Record<Chosen, string>> = { yes: "true", part: "mixed", no: "false" };

/** Shows which month is meant. */
function cursorOf({ point: { x, y }, area }: Mark): Shape {
  return shape("g", { class: "cursor" }, [
    line(x, area.y + 24, x, area.y + area.height, { stroke: ink, "stroke-opacity": 0.5 }),
    circle(x, y, 5, { fill, stroke: "var(--paper, #fff)", "stroke-width": 2 }),
  ]);
}

/** The range as a frame whose two ends can be moved. */
function brush({ axis }: Picture, field: string, context: Context): readonly Shape[] {
  if (!axis || axis.stops.length < 2) return [];
  const { stops, box } = axis;
  const { range, places, chosen } = context.touched;
  const right = box.x + box.width;
  const from = stops[places[0]]?.left ?? box.x;
  const to = stops[places[1]]?.right ?? right;
  const isVeiled = context.chart.mark === "line" && chosen !== null; // a line has no marks to fade
  const veil = (x: number, end: number) =>
    rect({ ...box, x, width: isVeiled ? end - x : 0 }, { class: "veil" });
  const thumb = (end: 0 | 1) => {
    const x = end === 0 ? from : to;
    const [low, high] = end === 0 ? [0, places[1]] : [places[0], stops.length - 1];
    const place = { bound: range?.[end] ?? null, stop: stops[places[end]] };
    const bottom = box.y + box.height;
    return shape(
      "g",
      {
        class: "thumb",
        role: "slider",
        tabindex: 0,
        "data-end": end,
        "aria-label": endName(context.subject, field, end, context.lang),
        "aria-valuemin": low,
        "aria-valuemax": high,
        "aria-valuenow": places[end],
        "aria-valuetext": endText(context.subject, field, place, context.lang),
      },
      [
        rect({ x: x - 12, y: bottom - 14, width: 24, height: 28 }, hit),
        rect({ x: x - 4, y: bottom - 9, width: 8, height: 18 }, { class: "grip", rx: 3 }),
      ],
    );
  };
  const band = { x: from, y: box.y, width: range ? to - from : 0, height: box.height };
  return [
    shape("g", { class: `brush${range ? " set" : ""}` }, [
      veil(box.x, from),
      veil(to, right),
      rect(band, { class: "band", fill: "none", stroke: ink }),
      thumb(0),
      thumb(1),
    ]),
  ];
}
