import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { classesOf } from "#charts/classes";
import { ems, wrap } from "#charts/label";
import { chartParts } from "#charts/parts";
import { widths } from "#charts/style";
import { chartTable } from "#charts/table";
import type { Entry, Point, Subject } from "#core/catalog";
import type { Chart, Dataset } from "#core/dataset";
import { langs } from "#core/language";
import { catalog, isBuilt, pointsOf } from "#site/catalog";
import { drawChart } from "#site/svg";
import fixture from "./fixtures/tiny/dataset.ts";
import { compiled, scratch } from "./scratch.ts";

const warn = vi.spyOn(console, "warn");
afterEach(() => {
  expect(warn.mock.calls, "Plot warned").toEqual([]);
  warn.mockClear();
});

const folder = "tests/output";
const update = Boolean(process.env["UPDATE"]);

/** The picture as a file of its own, so that the folder is also a gallery. */
const standAlone = (svg: string) =>
  `${svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;

/** Both languages and widths of each chart, held against the stored pictures. */
function pictures(
  d: Dataset,
  subject: () => Subject,
  pointsOf: (chart: string) => readonly Point[],
) {
  for (const chart of d.charts)
    for (const lang of langs)
      for (const [size, width] of Object.entries(widths)) {
        const name = `${folder}/${d.id}.${chart.id}.${lang}.${size}.svg`;
        it(name, () => {
          const svg = standAlone(drawChart(subject(), chart, pointsOf(chart.id), lang, width));
          expect(svg).not.toMatch(/<style|style=|⚠|NaN/);
          if (update) {
            mkdirSync(folder, { recursive: true });
            writeFileSync(name, svg);
          }
          expect(svg).toBe(readFileSync(name, "utf8"));
        });
      }
}

describe.skipIf(!isBuilt())("every chart of real rows looks as it did (UPDATE=1 stores it)", () => {
  // What is made up changes with the day of the build; its kinds of chart are below.
  for (const entry of isBuilt() ? catalog().datasets.filter((e) => !e.dataset.demonstration) : [])
    pictures(
      entry.dataset,
      () => entry,
      (chart) => pointsOf(entry.dataset.id, chart),
    );
});

describe("every kind of chart looks as it did", () => {
  const data = scratch("charts");
  const points = (chart: string) =>
    JSON.parse(readFileSync(join(data, "build/tiny/points", `${chart}.json`), "utf8"));
  let entry: Entry;
  beforeAll(async () => {
    await rm(data, { recursive: true, force: true });
    await cp("tests/fixtures/tiny", join(data, "data/tiny"), { recursive: true });
    entry = (await compiled(join(data, "data"), join(data, "build"))).datasets[0] as Entry; // the only one
  });
  pictures(fixture, () => entry, points);
});

const label = { zh: "数", en: "Number" };
const place = { kind: "text", label: { zh: "地方", en: "Place" } } as const;
const tiny = {
  id: "tiny",
  fields: { place },
  metrics: { rows: { agg: "rows", label } },
  demonstration: false,
} as unknown as Dataset; // what a chart reads
const subject = { dataset: tiny, regions: {} };
const chart: Chart = {
  id: "c",
  title: label,
  alt: label,
  mark: "bar",
  x: "place",
  y: "rows",
  top: 2,
};
const points = [
  { x: "甲", value: 5 },
  { x: null, value: 4 },
  { x: "乙", value: 3 },
  { x: "丙", value: 2 },
  { x: "丁", value: 1 },
];

const common = { id: "c", title: label, alt: label };
const tinySubject = { dataset: fixture, regions: {} };

it("tells what is drawn from the rest and from what is blank", () => {
  const parts = chartParts(subject, chart, points, "zh");
  expect(parts.bars.map((b) => b.label)).toEqual(["甲", "乙"]);
  expect(parts.rest.map((b) => b.label)).toEqual(["丙", "丁"]);
  expect(parts.blank?.value).toBe(4);
});

it("names in words what the picture leaves out, and has it in the table", () => {
  const table = chartTable(subject, chart, points, "zh");
  expect(table.left).toEqual([
    "图中未画另外 2 个地方，合计数 3。",
    "来源没有写明地方的：数 4，不在图中。",
  ]);
  expect(table.body.map((r) => r.cells[0])).toEqual(["5", "3", "2", "1", "4"]);
  expect(table.takeaway).toBe("最多：甲，15 中的 5（33.3%）。");
});

it("draws nothing out of nothing", () => {
  for (const c of fixture.charts)
    expect(drawChart({ dataset: fixture, regions: {} }, c, [], "zh", 328)).toContain("<svg");
});

describe("a line over months", () => {
  const of = (y: string): Chart => ({ ...common, mark: "line", x: "counted", y });
  const month = (x: string, of: number, per: number) => ({ x, value: of / per, of, per });
  const shares = [
    month("2025-03", 940, 1000),
    month("2025-04", 950, 1000),
    month("2026-03", 962, 1000),
  ];

  it("compares its last month with the same month of last year", () => {
    const table = chartTable(tinySubject, of("use"), shares, "zh");
    expect(table.takeaway).toBe("2026年3月：96.2%（962/1,000），比去年同月高 2.2 个百分点。");
    const counts = shares.map(({ x, of }) => ({ x, value: of }));
    expect(chartTable(tinySubject, of("places"), counts, "en").takeaway).toBe(
      "March 2026: 962, 2.3% more than a year before.",
    );
    expect(chartTable(tinySubject, of("places"), counts.slice(0, 2), "en").takeaway).toBe(
      "April 2025: 950, with no figure for a year before.",
    );
  });

  it("has every month of its span in the table, with intervals, and says where it breaks", () => {
    const table = chartTable(tinySubject, of("use"), shares, "en");
    expect(table.head).toEqual(["Month counted", "Share in use", "95% interval"]);
    expect(table.body).toHaveLength(13);
    expect(table.body[0]?.cells).toEqual(["94.0% (940/1,000)", "92.4%–95.3%"]);
    expect(table.body[2]).toEqual({ label: "May 2025", cells: ["No data", ""], drawn: false });
    expect(table.left).toEqual(["10 months have no figure; the line breaks there."]);
  });

  it("says where a share's axis starts; counts and amounts start at 0", () => {
    const picture = drawChart(tinySubject, of("use"), shares, "en", 540);
    expect(picture).toContain("Axis starts at 85%");
    const amounts = shares.map(({ x }, i) => ({ x, value: 1e7 + i }));
    const paid = drawChart(tinySubject, of("paid"), amounts, "zh", 540);
    expect(paid).toContain("万元");
    expect(paid).toMatch(/>0</);
    expect(paid).not.toContain("纵轴");
  });
});

describe("tiles", () => {
  const tiles: Chart = { ...common, mark: "tiles", x: "region", y: "paid" };
  const regions = { "653200": label, "650000": { zh: "自治区", en: "Region" } };
  const at = (x: string, value: number) => ({ x, value });
  const few = [at("650000", 7), at("650100", 3), at("653200", 5)];

  it("name what has no tile, and the highest and lowest that have", () => {
    const table = chartTable({ dataset: fixture, regions }, tiles, few, "zh");
    expect(table.left).toEqual(["不在方格中：自治区（本级），金额合计 7 元。"]);
    expect(table.takeaway).toBe("最高：数，5 元；最低：650100，3 元。");
    expect(table.body.map((r) => r.drawn)).toEqual([true, true, false]);
  });

  it("make at most five classes, equal values in one", () => {
    const limits = (...values: number[]) => classesOf(values).map((c) => [c.low, c.high, c.shade]);
    expect(limits()).toEqual([]);
    expect(limits(4, 4)).toEqual([[4, 4, 3]]);
    expect(limits(0, 0, 0, 0, 0, 0, 1, 2)).toEqual([
      [0, 0, 1],
      [1, 1, 3],
      [2, 2, 5],
    ]);
    const many = Array.from({ length: 26 }, (_, i) => i % 25);
    expect(classesOf(many)).toHaveLength(5);
  });
});

it("says of steps how many are left, of the first and of the step before", () => {
  const steps: Chart = { ...common, mark: "steps", of: ["places", "named", "first_named"] };
  const made = [
    { x: "named", value: 60 },
    { x: "places", value: 120 },
    { x: "first_named", value: 30 },
  ];
  const table = chartTable(tinySubject, steps, made, "en");
  expect(table.body.map((r) => r.cells)).toEqual([
    ["120", "100.0%", ""],
    ["60", "50.0%", "50.0%"],
    ["30", "25.0%", "50.0%"],
  ]);
  expect(table.takeaway).toBe("From “Places” to “Named and of the first sort”: 30 of 120 (25.0%).");
});

it("goes from the first step of an ordered category to the last, and else by size", () => {
  const bySort: Chart = { ...common, mark: "bar", x: "sort", y: "places" };
  const made = [
    { x: "b", value: 7 },
    { x: "a", value: 2 },
  ];
  const { sort } = fixture.fields;
  if (sort?.kind !== "category") throw new Error("the fixture has no category");
  const fields = { ...fixture.fields, sort: { ...sort, ordered: true } as const };
  const drawn = (s: Subject) => chartParts(s, bySort, made, "en").bars.map((b) => b.x);
  expect(drawn(tinySubject)).toEqual(["b", "a"]);
  expect(drawn({ ...tinySubject, dataset: { ...fixture, fields } })).toEqual(["a", "b"]);
});

it("marks made-up rows in the picture itself", () => {
  const made = { ...subject, dataset: { ...tiny, demonstration: true } };
  expect(drawChart(made, chart, points, "zh", 328)).toContain("演示数据");
  expect(drawChart(made, chart, points, "en", 328)).toContain("DEMONSTRATION");
});

it("keeps the first letter of the longest label inside the picture", () => {
  const long = [{ x: "新疆维吾尔自治区住房和城乡建设厅行政审批服务中心", value: 1 }];
  const lines = (svg: string) => [...svg.matchAll(/<tspan[^>]*>([^<]*)/g)].map((m) => m[1] ?? "");
  const wide = drawChart(subject, chart, long, "zh", widths.wide);
  const bar = Number(/<rect[^>]* x="([\d.]+)"/.exec(wide)?.[1]);
  expect(Math.max(...lines(wide).map(ems)) * 13).toBeLessThan(bar);
  const narrow = drawChart(subject, chart, long, "zh", widths.narrow);
  expect(Math.max(...lines(narrow).map(ems)) * 13).toBeLessThan(widths.narrow);
});

it("breaks a label between Chinese characters, never inside a Latin word", () => {
  expect(ems("收费ab")).toBeCloseTo(2 + 2 * 0.58);
  expect(wrap("沙湾县质量与计量检测所", 6)).toEqual(["沙湾县质量与", "计量检测所"]);
  expect(wrap("Service charge at a price", 9)).toEqual(["Service charge", "at a price"]);
  expect(wrap("一二三四五六七八九", 3)).toEqual(["一二三", "四五…"]);
});
