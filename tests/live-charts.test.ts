import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { choosingOf, chosenIn, placesIn, rangeOver } from "#charts/choosing";
import { livePicture } from "#charts/live";
import { chartParts } from "#charts/parts";
import { chartPicture } from "#charts/picture";
import type { Shape } from "#charts/shape";
import { widths } from "#charts/style";
import type { Cell, Point } from "#core/catalog";
import type { Chart } from "#core/dataset";
import type { Lang } from "#core/language";
import { binEdges, binOf } from "#core/query/bin";
import { matches } from "#core/query/oracle";
import { everything, type Range, type View } from "#core/query/view";
import { prefectures } from "#core/region/region";
import { create, repaint } from "#islands/paint";
import { drawChart } from "#site/svg";
import fixture from "./fixtures/tiny/dataset.ts";
import { random } from "./specimens.ts";

const { document } = parseHTML("<html><body></body></html>");
const subject = { dataset: fixture, regions: {} };
const chartOf = (mark: Chart["mark"]): Chart => {
  const chart = fixture.charts.find((c) => c.mark === mark);
  if (!chart) throw new Error(`no chart is a ${mark}`);
  return chart;
};

/** A chart as a browser shows it under a view. */
function live(chart: Chart, points: readonly Point[], view: View, lang: Lang = "zh", current = 0) {
  const parts = chartParts(subject, chart, points, lang);
  const picture = chartPicture(subject, chart, parts, lang, widths.narrow);
  const choosing = choosingOf(fixture, chart);
  const range = choosing ? view.ranges[choosing.field] : undefined;
  const places = placesIn(fixture, chart, picture.axis?.stops ?? [], range);
  const chosen = chosenIn(fixture, chart, view);
  const touched = { choosing, chosen, range, places, current };
  return { picture, shape: livePicture(picture, { subject, chart, touched, lang }) };
}

const markup = (shape: Shape): string => create(document, shape).outerHTML;

/** Markup in which the order of attributes says nothing. */
function written(element: Element): string {
  const attributes = [...element.attributes].map((a) => `${a.name}=${a.value}`).sort();
  const inner = element.children.length
    ? [...element.children].map(written).join("")
    : element.textContent;
  return `<${element.tagName} ${attributes.join(" ")}>${inner}</>`;
}

type Next = (n: number) => number;
const x: Readonly<Record<Chart["mark"], (i: number) => Cell>> = {
  bar: (i) => ["a", "b", null][i % 3] ?? null,
  column: (i) => 2000 + i,
  line: (i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  histogram: (i) => binEdges[i] ?? null,
  tiles: (i) => prefectures[i]?.code ?? null,
  steps: (i) => ["places", "named", "first_named"][i] ?? null,
};
const most: Readonly<Record<Chart["mark"], number>> = {
  bar: 3,
  column: 30,
  line: 40,
  histogram: 25,
  tiles: 26,
  steps: 3,
};

/** Some of the points a chart may have, each with a value, a ratio or none. */
function points(next: Next, mark: Chart["mark"]): readonly Point[] {
  return Array.from({ length: most[mark] }, (_, i): Point[] => {
    if (next(4) === 0) return [];
    const per = 1 + next(10 ** (1 + next(7)));
    const of = next(per + 1);
    const value = next(20) === 0 ? null : of / per;
    const point = { x: x[mark](i), value };
    return mark === "line" || next(2) ? [{ ...point, of, per }] : [{ ...point, value: of }];
  }).flat();
}

function view(next: Next, mark: Chart["mark"]): View {
  const chart = chartOf(mark);
  const field = "x" in chart ? chart.x : "";
  const some = () => x[mark](next(most[mark]));
  const [one, other] = [some(), some()].sort((a, b) => (String(a) < String(b) ? -1 : 1));
  const range: Range = [one ?? null, next(2) ? (other ?? null) : null];
  const ranges: View["ranges"] = next(3) ? {} : { [field]: range };
  const choices = next(2) ? {} : { [field]: [some(), some()] };
  return { ...everything, choices, ranges };
}

describe("a picture that is changed", () => {
  it.each(Object.keys(x) as Chart["mark"][])("is the one drawn anew: %s", (mark) => {
    const next = random(7);
    const chart = chartOf(mark);
    let before: Shape | null = null;
    let svg: Element | null = null;
    for (let turn = 0; turn < 60; turn += 1) {
      const lang = next(2) ? "zh" : "en";
      const { shape } = live(chart, points(next, mark), view(next, mark), lang, next(3));
      if (svg && before) repaint(svg, before, shape);
      else svg = create(document, shape);
      before = shape;
      expect(written(svg)).toBe(written(create(document, shape)));
      expect(markup(shape)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("keeps the elements of what stays", () => {
    const chart = chartOf("tiles");
    const at = (value: number) => [
      { x: "650100", value },
      { x: "653200", value: 4 },
    ];
    const [first, second] = [live(chart, at(3), everything), live(chart, at(5), everything)];
    const svg = create(document, first.shape);
    const marks = [...svg.querySelectorAll("[data-mark]")];
    repaint(svg, first.shape, second.shape);
    expect([...svg.querySelectorAll("[data-mark]")]).toEqual(marks);
    expect(svg.textContent).toContain("5");
  });
});

describe("the picture that Plot draws for the page", () => {
  it.each(Object.keys(x) as Chart["mark"][])("has the shapes that a browser paints: %s", (mark) => {
    const next = random(11);
    for (let turn = 0; turn < 15; turn += 1) {
      const [lang, width] = [next(2) ? "zh" : "en", next(2) ? widths.narrow : widths.wide] as const;
      const [chart, some] = [chartOf(mark), points(next, mark)];
      const parts = chartParts(subject, chart, some, lang);
      const { back, marks, front } = chartPicture(subject, chart, parts, lang, width);
      const shapes = [...back, ...marks.flatMap((m) => m.shapes), ...front];
      const painted = shapes.map((s) => create(document, s));
      const page = parseHTML(drawChart(subject, chart, some, lang, width)).document;
      const drawn = [...page.querySelectorAll("svg *")].filter(
        (e) => !/^(g|tspan)$/i.test(e.tagName),
      );
      const left = painted.flatMap(told);
      const missing = drawn.flatMap(told).filter((shape) => {
        const at = left.findIndex((other) => isSame(shape, other));
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      expect({ missing, left }).toEqual({ missing: [], left: [] });
    }
  });
});

/** What an element shows and where, whichever way its attributes say it; one text for each line of a path. */
function told(element: Element): readonly string[] {
  const at = (name: string) => {
    for (let e: Element | null = element; e; e = e.parentElement)
      if (e.hasAttribute(name)) return e.getAttribute(name);
    return null;
  };
  const number = (name: string) => Number(element.getAttribute(name) ?? 0);
  const [dx, dy] = moved(element);
  const spot = (px: number, py: number) => `@${px + dx},${py + dy}`;
  const fill = at("fill") ?? "currentColor";
  const stroke = at("stroke") ?? "none";
  const lines = stroke === "none" ? "" : `${stroke} ${at("stroke-opacity") ?? 1}`;
  const paint = fill === "none" ? lines : `${fill} ${at("fill-opacity") ?? 1} ${lines}`;
  const tag = element.tagName.toLowerCase();
  if (tag === "rect") {
    const [px, py] = [number("x"), number("y")];
    return [`rect ${spot(px, py)} ${spot(px + number("width"), py + number("height"))} ${paint}`];
  }
  if (tag === "circle")
    return [`circle ${spot(number("cx"), number("cy"))} ${number("r")} ${paint}`];
  if (tag === "text") {
    const size = Number(at("font-size") ?? 13);
    const inPx = (value: string) => Number.parseFloat(value) * (value.endsWith("em") ? size : 1);
    const lines = [element, ...[...element.children].slice(0, 1)];
    const parts = lines.flatMap((e) => [e.getAttribute("y") ?? "0", e.getAttribute("dy") ?? "0"]);
    const py = parts.reduce((sum, value) => sum + inPx(value), 0);
    const words = element.children.length
      ? [...element.children].map((e) => e.textContent).join("/")
      : element.textContent;
    return [`text ${spot(number("x"), py)} ${words} ${at("text-anchor") ?? "middle"} ${fill}`];
  }
  const d = element.getAttribute("d");
  const runs = d
    ? d.split("M").filter(Boolean)
    : [`${number("x1")},${number("y1")}L${number("x2")},${number("y2")}`];
  return runs.map((run) => {
    const corners = run.replace("Z", "").split("L");
    const spots = corners.map((c) => spot(...(c.split(",").map(Number) as [number, number]))); // x,y
    // What is straight has nothing to fill.
    return `line ${spots.join(" ")} ${corners.length > 2 ? paint : lines}`;
  });
}

const spots = /@(-?[\d.e-]+),(-?[\d.e-]+)/g;

/** True of what looks the same at the same place, to a tenth of a pixel. */
function isSame(a: string, b: string): boolean {
  if (a.replace(spots, "@") !== b.replace(spots, "@")) return false;
  const places = (text: string) =>
    [...text.matchAll(spots)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  const others = places(b);
  return places(a).every((n, i) => Math.abs(n - (others[i] ?? Number.NaN)) < 0.1);
}

/** By how much the element and what is around it are moved; a turn is about the point of the text itself. */
function moved(element: Element): readonly [number, number] {
  let [dx, dy] = [0, 0];
  for (let e: Element | null = element; e; e = e.parentElement) {
    const found = /translate\(([-\d.]+),([-\d.]+)\)/.exec(e.getAttribute("transform") ?? "");
    dx += Number(found?.[1] ?? 0);
    dy += Number(found?.[2] ?? 0);
  }
  return [dx, dy];
}

describe("a range over places of an axis", () => {
  const ordered = (["column", "line", "histogram"] as const).map((mark) => [mark] as const);

  it.each(ordered)("finds its places again: %s", (mark) => {
    const chart = chartOf(mark);
    const all = Array.from({ length: 6 }, (_, i) => ({ x: x[mark](i + 4), value: i }));
    const stops = live(chart, all, everything).picture.axis?.stops ?? [];
    expect(stops).toHaveLength(6);
    for (let i = 0; i < 6; i += 1)
      for (let j = i; j < 6; j += 1) {
        const range = rangeOver(chart, stops, i, j) ?? undefined;
        expect(placesIn(fixture, chart, stops, range)).toEqual([i, j]);
      }
    expect(rangeOver(chart, stops, 0, 5)).toBeNull();
  });

  it.each(ordered)("takes in the rows of the marks that are shown as chosen: %s", (mark) => {
    const chart = chartOf(mark);
    const field = "x" in chart ? chart.x : "";
    const all = Array.from({ length: 6 }, (_, i) => ({ x: x[mark](i + 4), value: i }));
    const stops = live(chart, all, everything).picture.axis?.stops ?? [];
    const range = rangeOver(chart, stops, 1, 3);
    const ranged: View = { ...everything, ranges: range ? { [field]: range } : {} };
    const chosen = chosenIn(fixture, chart, ranged);
    for (const point of all) {
      const cell = mark === "histogram" ? (Number(point.x) + 1) * 100 : point.x; // in fen, one yuan into its class
      if (mark === "histogram") expect(binOf(Number(cell) / 100)).toBe(point.x);
      const isIn = matches(fixture, { [field]: cell, search: "" }, ranged);
      expect(chosen?.(point.x)).toBe(isIn ? "yes" : "no");
    }
  });

  it("stands at the nearest end where it lies beside all that is drawn", () => {
    const chart = chartOf("column");
    const all = [2004, 2005, 2006].map((year) => ({ x: year, value: 1 }));
    const stops = live(chart, all, everything).picture.axis?.stops ?? [];
    expect(placesIn(fixture, chart, stops, [1990, 1999])).toEqual([0, 0]);
    expect(placesIn(fixture, chart, stops, [2010, null])).toEqual([2, 2]);
  });

  it("says in words where its ends are", () => {
    const all = Array.from({ length: 5 }, (_, i) => ({ x: x.line(i), value: 1 }));
    const ranged: View = { ...everything, ranges: { counted: ["2020-02", null] } };
    const text = markup(live(chartOf("line"), all, ranged).shape);
    expect(text).toContain('aria-valuetext="2020年2月"');
    expect(text).toContain('aria-valuetext="2020年5月，不限"');
    expect(text).toContain('aria-label="清点月份：起"');
  });
});

describe("what is chosen", () => {
  const tiles = [
    { x: "650100", value: 12_345_000 },
    { x: "654200", value: 10_000 },
  ];
  const labels = (v: View, lang: Lang = "zh") =>
    [
      ...create(document, live(chartOf("tiles"), tiles, v, lang).shape).querySelectorAll(".mark"),
    ].map((mark) => `${mark.getAttribute("aria-label")} ${mark.getAttribute("aria-pressed")}`);

  it("is said with the name and the value, and pressed", () => {
    const one: View = { ...everything, choices: { region: ["650100"] } };
    expect(labels(one)).toEqual(["650100，1,234.50 万元，已选 true", "654200，1.00 万元 false"]);
    expect(labels(everything, "en")[0]).toBe("650100, 12.35 million yuan false");
  });

  it("is a prefecture in part where one of its counties is", () => {
    const county: View = { ...everything, choices: { region: ["654203"] } };
    expect(labels(county)[1]).toBe("654200，1.00 万元，部分已选 mixed");
  });

  it("can be nothing where the field is no filter", () => {
    const chart: Chart = { ...chartOf("bar"), mark: "bar", x: "place", y: "places" };
    expect(choosingOf(fixture, chart)).toBeNull();
    expect(choosingOf(fixture, chartOf("steps"))).toBeNull();
    const svg = create(document, live(chart, [{ x: "甲", value: 1 }], everything).shape);
    expect(svg.querySelectorAll(".mark[role=img][tabindex='0']")).toHaveLength(1);
    expect(svg.querySelectorAll("[aria-pressed]")).toHaveLength(0);
  });
});
