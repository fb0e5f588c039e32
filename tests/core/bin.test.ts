import { describe, expect, it } from "vitest";
import { formatBin, formatEdge } from "#core/format/bin";
import { binEdges, binEnd, binOf, underZero } from "#core/query/bin";

const amount = { kind: "money", unit: "CNY", label: { zh: "金额", en: "Amount" } } as const;

describe("classes of amounts", () => {
  it("are 1, 2, 5, 10 …, each with its lower end in it", () => {
    for (const [n, lower] of [
      [0, 0],
      [0.99, 0],
      [1, 1],
      [1.99, 1],
      [2, 2],
      [15_000, 10_000],
      [20_000, 20_000],
      [-0.01, underZero],
      [9e14, 5e11],
    ] as const)
      expect(binOf(n)).toBe(lower);
    for (const edge of binEdges) expect(binOf(edge)).toBe(edge);
    expect(binEnd(10_000)).toBe(20_000);
    expect(binEnd(5e11)).toBe(null);
  });

  it("are named in one unit", () => {
    expect(formatBin(amount, 10_000, "zh")).toBe("1–2 万元");
    expect(formatBin(amount, 5000, "en")).toBe("5,000–10,000 yuan");
    expect(formatBin(amount, underZero, "zh")).toBe("负数");
  });

  it("have limits short enough for an axis", () => {
    const edges = [0, 500, 1000, 20_000, 5e8];
    expect(edges.map((n) => formatEdge(n, "zh"))).toEqual(["0", "500", "1,000", "2万", "5亿"]);
    expect(edges.map((n) => formatEdge(n, "en"))).toEqual(["0", "500", "1k", "20k", "500M"]);
  });
});
