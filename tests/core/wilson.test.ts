import { describe, expect, it } from "vitest";
import { wilsonInterval } from "#core/format/wilson";

const percent = (n: number, of: number) => {
  const interval = wilsonInterval(n, of);
  return interval && [interval.low, interval.high].map((share) => (share * 100).toFixed(1));
};

describe("wilsonInterval", () => {
  it.each([
    [12, 12, "75.8", "100.0"],
    [480, 500, "93.9", "97.4"],
    [4, 5, "37.6", "96.4"],
    [0, 12, "0.0", "24.2"],
    [1, 1, "20.7", "100.0"],
    [5, 10, "23.7", "76.3"],
  ])("%i of %i are %s to %s %%", (n, of, low, high) => expect(percent(n, of)).toEqual([low, high]));

  it("holds where the test of the share itself would just not reject it", () => {
    // The ends are the shares p whose distance from n/N is z standard errors of p, not of n/N.
    for (const [n, of] of [
      [3, 7],
      [480, 500],
      [1, 90],
    ] as const) {
      const { low, high } = wilsonInterval(n, of) ?? { low: 0, high: 0 };
      for (const p of [low, high])
        expect(Math.abs(n / of - p) / Math.sqrt((p * (1 - p)) / of)).toBeCloseTo(1.959964, 6);
    }
  });

  it("stays within 0 and 1, contains the share and mirrors", () => {
    for (let of = 1; of <= 40; of++)
      for (let n = 0; n <= of; n++) {
        const { low, high } = wilsonInterval(n, of) ?? { low: 2, high: -1 };
        expect(low >= 0 && low <= n / of && n / of <= high && high <= 1, `${n}/${of}`).toBe(true);
        expect(wilsonInterval(of - n, of)?.low).toBeCloseTo(1 - high, 12);
      }
  });

  it("knows nothing of nothing", () => expect(wilsonInterval(0, 0)).toBeNull());

  it.each([
    [-1, 5],
    [1, 0],
    [6, 5],
    [1.5, 5],
    [1, 5.5],
    [Number.NaN, 5],
    [1, Number.POSITIVE_INFINITY],
    [1, -5],
  ])("refuses %d of %d", (n, of) => expect(() => wilsonInterval(n, of)).toThrow(RangeError));
});
