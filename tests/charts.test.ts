import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ems, wrap } from "#charts/label";
import { widths } from "#charts/options";
import { chartParts } from "#charts/parts";
import { chartTable } from "#charts/table";
import type { Chart, Dataset } from "#core/dataset";
import { langs } from "#core/language";
import { catalog, isBuilt, pointsOf } from "#site/catalog";
import { drawChart } from "#site/svg";

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

describe.skipIf(!isBuilt())(
  "every chart of every dataset looks as it did (UPDATE=1 stores it)",
  () => {
    for (const entry of isBuilt() ? catalog().datasets : [])
      for (const chart of entry.dataset.charts)
        for (const lang of langs)
          for (const [size, width] of Object.entries(widths)) {
            const name = `${folder}/${entry.dataset.id}.${chart.id}.${lang}.${size}.svg`;
            it(name, () => {
              const svg = standAlone(
                drawChart(entry, chart, pointsOf(entry.dataset.id, chart.id), lang, width),
              );
              expect(svg).not.toMatch(/<style|style=|⚠/);
              if (update) {
                mkdirSync(folder, { recursive: true });
                writeFileSync(name, svg);
              }
              expect(svg).toBe(readFileSync(name, "utf8"));
            });
          }
  },
);

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
  expect(table.body.map((r) => r.text)).toEqual(["5", "3", "2", "1", "4"]);
  expect(table.takeaway).toBe("最多：甲，15 中的 5（33.3%）。");
});

it("draws nothing out of nothing", () => {
  for (const mark of ["bar", "column"] as const)
    expect(drawChart(subject, { ...chart, mark }, [], "zh", 328)).toContain("<svg");
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
