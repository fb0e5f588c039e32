import { describe, expect, it } from "vitest";
import { changes, type Month, monthsBefore } from "#core/format/change";

const at = (series: readonly Month[], x: string) => changes(series).find((c) => c.x === x);

describe("monthsBefore", () => {
  it.each([
    ["2025-04", 1, "2025-03"],
    ["2025-01", 1, "2024-12"],
    ["2025-12", 12, "2024-12"],
    ["2024-02", 12, "2023-02"],
    ["2025-03", 27, "2022-12"],
  ])("%s less %i is %s", (x, months, before) => expect(monthsBefore(x, months)).toBe(before));

  it.each(["2025-13", "2025-00", "2025-4", "2025-04-01", "2025", ""])("refuses %j", (x) =>
    expect(() => monthsBefore(x, 1)).toThrow("YYYY-MM"),
  );
});

describe("changes", () => {
  it("tells 环比 from 同比 in the report that mixed them up", () => {
    const series = [
      { x: "2025-03", value: 4304 },
      { x: "2025-04", value: 4567 },
    ];
    expect(at(series, "2025-04")).toEqual({
      x: "2025-04",
      yearOnYear: null,
      monthOnMonth: { unit: "share", by: 263 / 4304 },
    });
    expect(at([{ x: "2024-04", value: 5000 }, ...series], "2025-04")?.yearOnYear).toEqual({
      unit: "share",
      by: -433 / 5000,
    });
  });

  it("never takes the element before for the month before", () => {
    const series = [
      { x: "2024-02", value: 10 },
      { x: "2025-01", value: 20 },
      { x: "2025-03", value: 30 },
    ];
    for (const { monthOnMonth, yearOnYear } of changes(series))
      expect([monthOnMonth, yearOnYear]).toEqual([null, null]);
  });

  it("finds months in any order, across the end of a year", () => {
    const series = [
      { x: "2025-01", value: 30 },
      { x: "2024-01", value: 15 },
      { x: "2024-12", value: 20 },
    ];
    expect(changes(series)[0]).toEqual({
      x: "2025-01",
      yearOnYear: { unit: "share", by: 1 },
      monthOnMonth: { unit: "share", by: 0.5 },
    });
  });

  it("takes ratios apart in percentage points, and knows a ratio of 0 from a ratio of nothing", () => {
    const ratio = (x: string, of: number, per: number) => ({
      x,
      value: per === 0 ? null : of / per,
      of,
      per,
    });
    const series = [ratio("2025-01", 0, 4), ratio("2025-02", 1, 2), ratio("2025-03", 0, 0)];
    expect(changes(series).map(({ monthOnMonth }) => monthOnMonth)).toEqual([
      null,
      { unit: "points", by: 50 },
      null,
    ]);
    expect(at([...series, ratio("2025-04", 1, 2)], "2025-04")?.monthOnMonth).toBeNull();
  });

  it.each([
    [null, 5],
    [5, null],
    [5, 0],
    [0, 0],
  ])("says nothing of %d against %d", (value, before) => {
    const series = [
      { x: "2025-01", value: before },
      { x: "2025-02", value },
    ];
    expect(at(series, "2025-02")?.monthOnMonth).toBeNull();
  });

  it("tells a fall to 0", () => {
    const series = [
      { x: "2025-01", value: 5 },
      { x: "2025-02", value: 0 },
    ];
    expect(at(series, "2025-02")?.monthOnMonth).toEqual({ unit: "share", by: -1 });
  });

  it("refuses a month twice, what is no month, and a count beside a ratio", () => {
    const twice = { x: "2025-01", value: 1 };
    expect(() => changes([twice, twice])).toThrow("twice");
    expect(() => changes([{ x: "2025Q1", value: 1 }])).toThrow(RangeError);
    expect(() => changes([twice, { x: "2025-02", value: 0.5, of: 1, per: 2 }])).toThrow("ratio");
  });
});
