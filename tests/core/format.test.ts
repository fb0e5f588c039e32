import { expect, it } from "vitest";
import type { Measure } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import type { Column } from "#core/field";
import {
  documentsIn,
  formatBytes,
  formatCell,
  formatDate,
  formatGroup,
  formatMeasure,
  formatNumber,
  formatParts,
  formatShare,
  formatYuan,
  scaleAlone,
  scaleMoney,
} from "#core/format/format";
import type { Metric } from "#core/metric";

const label = { zh: "字段", en: "Field" };

it("groups digits in threes and drops empty decimals", () => {
  expect([0, 7, 999, 1000, 1234567.5, 0.05, -1200].map((n) => formatNumber(n))).toEqual([
    "0",
    "7",
    "999",
    "1,000",
    "1,234,567.5",
    "0.05",
    "−1,200",
  ]);
  expect(formatNumber(-0.001)).toBe("0");
  expect(formatNumber(1000000.005, 0)).toBe("1,000,000");
});

it("writes yuan to the fen, in the unit of the source", () => {
  expect(formatYuan(1234.5, "zh")).toBe("1,234.5 元");
  expect(formatYuan(0.05, "en")).toBe("0.05 yuan");
});

it("writes the amounts of a chart in one unit, with two decimals", () => {
  const written = (largest: number, lang: "zh" | "en", ...amounts: number[]) =>
    amounts.map(scaleMoney(largest, lang).text);
  expect(written(9999.5, "zh", 9999.5, 3)).toEqual(["9,999.5 元", "3 元"]);
  expect(written(12_345_600, "zh", 12_345_600, 5000, 0)).toEqual([
    "1,234.56 万元",
    "0.50 万元",
    "0.00 万元",
  ]);
  expect(written(2.5e9, "zh", 2.5e9, -1e8)).toEqual(["25.00 亿元", "−1.00 亿元"]);
  expect(written(12_345_600, "en", 12_345_600)).toEqual(["12.35 million yuan"]);
  expect(written(1e4, "en", 1e4)).toEqual(["10.00 thousand yuan"]);
  expect(scaleMoney(1e9, "zh").unit).toBe("亿元");
});

it("writes an amount that stands alone in the largest unit it fills", () => {
  const alone = (n: number, lang: "zh" | "en") => scaleAlone(n, lang).text(n);
  expect([9999, 10_000, 99_999_000, 1e8, 413_473_140.18, -2e8].map((n) => alone(n, "zh"))).toEqual([
    "9,999 元",
    "1.00 万元",
    "9,999.90 万元",
    "1.00 亿元",
    "4.13 亿元",
    "−2.00 亿元",
  ]);
  expect([9999, 10_000, 1e6, 413_473_140.18, 1e9].map((n) => alone(n, "en"))).toEqual([
    "9,999 yuan",
    "10.00 thousand yuan",
    "1.00 million yuan",
    "413.47 million yuan",
    "1.00 billion yuan",
  ]);
});

it("never writes an amount as nothing", () => {
  expect(scaleMoney(5e9, "zh").text(4000)).toBe("<0.01 亿元");
  expect(scaleMoney(5e9, "zh").number(4e7, 0)).toBe("<1");
});

it("tells the autonomous region's own level from its prefectures", () => {
  const region: Column = { kind: "region", label };
  const regions = { "650000": { zh: "新疆维吾尔自治区", en: "Xinjiang" } };
  expect(formatGroup(region, "650000", "zh", regions)).toBe("新疆维吾尔自治区（本级）");
  expect(formatGroup(region, "650100", "en")).toBe("650100");
});

it("writes as much of a date as there is", () => {
  expect(["2006", "2023-10", "2025-12-05"].map((d) => formatDate(d, "zh"))).toEqual([
    "2006年",
    "2023年10月",
    "2025年12月5日",
  ]);
  expect(["2006", "2023-10", "2025-12-05"].map((d) => formatDate(d, "en"))).toEqual([
    "2006",
    "October 2023",
    "5 December 2025",
  ]);
  expect(formatDate("不详", "zh")).toBe("不详");
});

it("writes sizes and shares", () => {
  expect([812, 40017, 1249000].map(formatBytes)).toEqual(["812 B", "40 kB", "1.2 MB"]);
  expect(formatShare(96 / 98)).toBe("98.0%");
});

it("puts a cell in words by its kind", () => {
  const codes = { 中央: { zh: "中央", en: "Central" } };
  const cells: [Column, string | number | null, string][] = [
    [{ kind: "category", codes, label }, "中央", "Central"],
    [{ kind: "category", codes, label }, "未知", "未知"],
    [{ kind: "region", label }, "000000", "000000"],
    [{ kind: "money", unit: "CNY", label }, 2, "2 yuan"],
    [{ kind: "share", label }, 0.5, "50.0%"],
    [{ kind: "count", label }, 1200, "1,200"],
    [{ kind: "year", label }, 2011, "2011"],
    [{ kind: "text", label }, null, ""],
  ];
  for (const [field, cell, words] of cells) expect(formatCell(field, cell, "en")).toBe(words);
});

it("takes document numbers apart and puts them together as the language does", () => {
  const cell = "财税〔2014〕151号; 发改价格〔2015〕119号";
  expect(documentsIn(cell)).toEqual(["财税〔2014〕151号", "发改价格〔2015〕119号"]);
  expect(documentsIn(null)).toEqual([]);
  expect(formatCell({ kind: "documents", label }, cell, "zh")).toBe(
    "财税〔2014〕151号、发改价格〔2015〕119号",
  );
});

it("puts a metric into words by what it measures", () => {
  const d = {
    fields: { amount: { kind: "money", unit: "CNY", label } },
    metrics: {
      paid: { agg: "sum", of: "amount", label },
      rows: { agg: "rows", label },
      share: { agg: "ratio", of: "rows", per: "rows", label },
      each: { agg: "ratio", of: "paid", per: "rows", label },
    },
  } as unknown as Dataset; // what the words depend on
  const say = (m: string, measure: Measure) =>
    formatMeasure(d, d.metrics[m] as Metric, measure, "zh"); // declared above
  expect(say("paid", { value: 1234.5 })).toBe("1,234.5 元");
  expect(say("rows", { value: 1234 })).toBe("1,234");
  expect(say("share", { value: 0.98, of: 96, per: 98 })).toBe("98.0%");
  expect(say("each", { value: 12.5, of: 25, per: 2 })).toBe("12.5 元");
  expect(say("share", { value: null, of: 0, per: 0 })).toBe("");
  expect(formatParts({ value: 0.98, of: 9600, per: 9800 })).toBe("9,600/9,800");
  expect(formatParts({ value: 3 })).toBe("");
});

it("names a region as the catalog does", () => {
  const region = { kind: "region", label } as const;
  const regions = { "654203": { zh: "沙湾市", en: "Shawan City" } };
  expect(formatCell(region, "654203", "en", regions)).toBe("Shawan City");
  expect(formatCell(region, "650100", "en", regions)).toBe("650100");
});
