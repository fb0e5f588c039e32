import { describe, expect, it } from "vitest";
import { arithmeticMean, geometricMean } from "#core/assessment/aggregate";
import { drawRanks, ranksOf, shareAhead } from "#core/assessment/draw";
import { indexInto, type Matrix, scoresOf } from "#core/assessment/matrix";
import { neighbours } from "#core/assessment/neighbour";
import { atGoalposts, type Normalisation, normaliseInto } from "#core/assessment/normalise";
import { startBits, startUniform } from "#core/assessment/random";
import { bandsOf, intervalOf, quantileOf, rankInto } from "#core/assessment/rank";
import { baseline, sensitivity } from "#core/assessment/sensitivity";
import { sharesOf, startWeights } from "#core/assessment/weights";
import { drawnRanks, type Given, uniforms, type Value } from "./oracle.ts";

const normalise = (xs: number[], how: Normalisation, worst = 0, best = 1) => {
  const out = new Float64Array(xs.length);
  normaliseInto(Float64Array.from(xs), how, { worst, best }, out);
  return [...out];
};
const ranksFor = (xs: number[]) => {
  const out = new Float64Array(xs.length);
  rankInto(Float64Array.from(xs), out);
  return [...out];
};

describe("random numbers", () => {
  it("are those that the authors of xoshiro128** publish for the state 1, 2, 3, 4", () => {
    const bits = startBits([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, bits)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it("are the oracle's for any seed", () => {
    for (const seed of [0, 1, 20260101, 2 ** 32 - 1]) {
      const [own, other] = [startUniform(seed), uniforms(seed)];
      for (let i = 0; i < 100; i++) expect(own()).toBe(other.next().value);
    }
  });
});

describe("weights", () => {
  it("fall into whole shares that add up", () => {
    expect(sharesOf([1, 1, 1, 1], 40)).toEqual([10, 10, 10, 10]);
    expect(sharesOf([1, 1, 1], 40)).toEqual([14, 13, 13]);
    expect(sharesOf([0.5, 0.3, 0.2, 0], 40)).toEqual([20, 12, 8, 0]);
    expect(() => sharesOf([0, 0], 40)).toThrow(RangeError);
    expect(() => sharesOf([-1, 2], 40)).toThrow(RangeError);
  });

  it("are drawn with the mean and spread of the Dirichlet distribution", () => {
    const uniform = startUniform(7);
    const shares = [20, 12, 8, 0];
    const draw = startWeights(shares);
    const out = new Float64Array(4);
    const all = Array.from({ length: 20_000 }, () => {
      draw(uniform, out);
      return [...out];
    });
    for (const w of all.slice(0, 50)) expect(w.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    for (const [p, s] of shares.entries()) {
      const mean = all.reduce((sum, w) => sum + (w[p] ?? 0), 0) / all.length;
      const variance = all.reduce((sum, w) => sum + ((w[p] ?? 0) - mean) ** 2, 0) / all.length;
      const share = s / 40;
      expect(mean).toBeCloseTo(share, 2);
      expect(variance).toBeCloseTo((share * (1 - share)) / 41, 3);
    }
  });
});

describe("one scale", () => {
  it("clips at the goalposts, whichever end is the better", () => {
    expect(normalise([0.4, 0.5, 0.75, 1, 1.2], "goalposts", 0.5, 1)).toEqual([0, 0, 50, 100, 100]);
    expect(normalise([70, 60, 33.5, 7, 3], "goalposts", 60, 7)).toEqual([0, 0, 50, 100, 100]);
    expect(atGoalposts(Number.NaN, { worst: 0, best: 1 })).toBeNaN();
  });

  it("gives z scores with mean 50 and deviation 10, the better end up", () => {
    expect(normalise([1, 3], "z")).toEqual([40, 60]);
    expect(normalise([1, 3], "z", 1, 0)).toEqual([60, 40]);
    expect(normalise([2, 2, Number.NaN], "z")).toEqual([50, 50, Number.NaN]);
  });

  it("gives rank scores from 0 to 100, equal for equal", () => {
    expect(normalise([5, 9, 7], "rank")).toEqual([0, 100, 50]);
    expect(normalise([5, 9, 7], "rank", 1, 0)).toEqual([100, 0, 50]);
    expect(normalise([5, 5, 9, Number.NaN], "rank")).toEqual([25, 25, 100, Number.NaN]);
    expect(normalise([5, Number.NaN], "rank")).toEqual([50, Number.NaN]);
  });
});

describe("one number", () => {
  it("of 90, 80, 70 and 20 is 65.0 arithmetic and 56.3 geometric", () => {
    const [scores, weights] = [
      [90, 80, 70, 20],
      [1, 1, 1, 1],
    ];
    expect(arithmeticMean(scores, weights)).toBeCloseTo(65, 10);
    expect(geometricMean(scores, weights).toFixed(1)).toBe("56.3");
    expect(geometricMean(scores, [1, 1, 1, 0])).toBeCloseTo((90 * 80 * 70) ** (1 / 3), 10);
    expect(geometricMean([90, 0], [1, 1])).toBe(0);
  });
});

describe("ranks", () => {
  it("start at 1 with the largest; equals share the mean of their places", () => {
    expect(ranksFor([10, 30, 20])).toEqual([3, 1, 2]);
    expect(ranksFor([10, 30, 30, Number.NaN])).toEqual([3, 1.5, 1.5, Number.NaN]);
  });

  it("have the nearest-rank median and 5–95 % interval", () => {
    const ranks = Float64Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
    expect(intervalOf(ranks)).toEqual({ median: 50, low: 5, high: 95 });
    expect(quantileOf(Float64Array.of(1, 2), 0.5)).toBe(1);
  });

  it("become bands where intervals overlap", () => {
    const at = (median: number, low: number, high: number) => ({ median, low, high });
    expect(bandsOf([at(1, 1, 2), at(2, 1, 3), at(3, 2, 4), at(5, 3, 6), at(6, 5, 6)])).toEqual([
      1, 1, 1, 2, 2,
    ]);
    expect(bandsOf([at(3, 3, 3), at(1, 1, 1), at(2, 2, 2)])).toEqual([3, 1, 2]);
    expect(bandsOf([])).toEqual([]);
  });
});

/** A matrix and what the oracle takes for it. */
function given(units: number, seed: number): { matrix: Matrix; oracle: Given } {
  const uniform = startUniform(seed);
  const kinds = [0, 0, 0, 1, 1, 1, 2, 2, 2];
  const indicators = kinds.map((pillar, k) => {
    const isSample = k === 8;
    const values = Array.from({ length: units }, (_, u): Value => {
      const x = Math.round(uniform() * 20) / 20; // coarse, so that some are equal
      if (k === u % 9 && k % 3 === 1) return null;
      return isSample ? { x, low: Math.max(0, x - 0.1), high: Math.min(1, x + 0.1) } : { x };
    });
    return { pillar, worst: k === 4 ? 0.9 : 0.1, best: k === 4 ? 0.1 : 0.9, values };
  });
  const column = (values: Value[], of: (v: NonNullable<Value>) => number | undefined) =>
    Float64Array.from(values, (v) => (v ? (of(v) ?? Number.NaN) : Number.NaN));
  const matrix: Matrix = {
    units,
    pillars: 3,
    columns: indicators.map(({ pillar, worst, best, values }, k) => ({
      pillar,
      goalposts: { worst, best },
      values: column(values, (v) => v.x),
      ...(k === 8
        ? { sample: { low: column(values, (v) => v.low), high: column(values, (v) => v.high) } }
        : {}),
    })),
  };
  return { matrix, oracle: { indicators, units, shares: [...sharesOf([1, 1, 1], 40)] } };
}

describe("draws", () => {
  const draws = { count: 300, seed: 20260101, shares: 40 };

  it.each([
    [5, 1],
    [12, 2],
    [14, 3],
  ])("of %i units are the oracle's, draw by draw", (units, seed) => {
    const { matrix, oracle } = given(units, seed);
    const all = drawRanks(matrix, [1, 1, 1], draws);
    const other = drawnRanks(oracle, draws.count, draws.seed);
    for (let t = 0; t < draws.count; t++)
      expect(
        [...Array(units).keys()].map((u) => all[u * draws.count + t]),
        `draw ${t}`,
      ).toEqual(other[t]);
  });

  it("give the same bytes for the same seed, and others for another", () => {
    const { matrix } = given(14, 3);
    const bytes = (seed: number) =>
      Buffer.from(drawRanks(matrix, [1, 1, 1], { ...draws, seed }).buffer).toString("base64");
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(1)).not.toBe(bytes(2));
  });

  it("say in which share one unit lies before another", () => {
    const { matrix } = given(6, 9);
    const ranks = drawRanks(matrix, [1, 1, 1], draws);
    const [own, its] = [ranksOf(ranks, 0, draws.count), ranksOf(ranks, 1, draws.count)];
    const ahead = [...own].filter((rank, t) => rank < (its[t] ?? 0)).length;
    const equal = [...own].filter((rank, t) => rank === its[t]).length;
    expect(shareAhead(ranks, 300, 0, 1)).toBeCloseTo((ahead + equal / 2) / 300, 12);
    expect(shareAhead(ranks, 300, 0, 1) + shareAhead(ranks, 300, 1, 0)).toBeCloseTo(1, 12);
  });
});

describe("three regions, worked by hand", () => {
  // Pillar 1: shares on time 0.9, 0.7, 0.6 (0.5–1) and median days 10, 20, 40 (60–10); pillar 2: rates 0.8, 0.9, 1.
  // Scores: 80 40 20; 100 80 40; 80 90 100 (goalposts 0–1).
  // Pillars: 90 60 30; 80 90 100. Geometric: √7200 84.853, √5400 73.485, √3000 54.772. Arithmetic: 85, 75, 65.
  const matrix: Matrix = {
    units: 3,
    pillars: 2,
    columns: [
      { pillar: 0, goalposts: { worst: 0.5, best: 1 }, values: Float64Array.of(0.9, 0.7, 0.6) },
      { pillar: 0, goalposts: { worst: 60, best: 10 }, values: Float64Array.of(10, 20, 40) },
      { pillar: 1, goalposts: { worst: 0, best: 1 }, values: Float64Array.of(0.8, 0.9, 1) },
    ],
  };
  const close = (xs: ArrayLike<number>, to: number[]) => {
    for (const [i, x] of to.entries()) expect(xs[i]).toBeCloseTo(x, 3);
  };

  it("have these indices and ranks", () => {
    const { index, ranks } = baseline(matrix, [1, 1]);
    close(index, [84.853, 73.485, 54.772]);
    expect([...ranks]).toEqual([1, 2, 3]);
    const out = new Float64Array(3);
    const way = { aggregation: "arithmetic", weights: [1, 1], without: -1 } as const;
    indexInto(matrix, scoresOf(matrix, "goalposts"), way, out);
    close(out, [85, 75, 65]);
    indexInto(matrix, scoresOf(matrix, "goalposts"), { ...way, without: 0 }, out);
    close(out, [90, 85, 70]);
    // Ranks as scores: 100 50 0, 100 50 0, 0 50 100 → pillars 100 50 0 and 0 50 100.
    indexInto(matrix, scoresOf(matrix, "rank"), way, out);
    close(out, [50, 50, 50]);
  });

  it("move by these places for each choice", () => {
    const shifts = sensitivity(matrix, [1, 1], { count: 200, seed: 1, shares: 40 });
    const of = (kind: string, to?: string) =>
      shifts.find(({ choice: c }) => c.kind === kind && (!to || ("to" in c && c.to === to)));
    // Ranks as scores, geometric: 0, 50, 0 → ranks 2.5 1 2.5 against 1 2 3: 1.5 + 1 + 0.5 over three.
    expect(of("normalisation", "rank")).toMatchObject({ mean: 1, most: 1.5 });
    expect(of("aggregation", "arithmetic")).toMatchObject({ mean: 0, most: 0 });
    // Without the third, the second pillar has no indicator and no unit an index.
    expect(shifts.filter(({ choice }) => choice.kind === "without")).toHaveLength(3);
    expect(of("weights")?.mean).toBeGreaterThanOrEqual(0);
  });
});

describe("neighbours", () => {
  const words = {
    ahead: "ahead of {name} in {share}",
    behind: "behind {name} in {share}",
    alike: "like {name}: {leader} {share}",
    first: "first",
    last: "last",
  };
  const at = (median: number) => ({ median, low: median, high: median });
  const ranking = {
    index: [70, 90, 80],
    ranks: [3, 1, 2],
    intervals: [at(3), at(1), at(2)],
    bands: [1, 1, 1],
    ahead: [0.5, 0.001, 0.06, 0.999, 0.5, 0.9499, 0.94, 0.0501, 0.5],
  };
  it("are told apart from 95 % of the draws on, never by rounding", () => {
    const say = (own: number) => neighbours(ranking, own, ["a", "b", "c"], words);
    expect(say(1)).toEqual(["first", "like c: b 94%"]);
    expect(say(2)).toEqual(["like b: b 94%", "like a: c 94%"]);
    const clear = {
      ...ranking,
      ahead: ranking.ahead.map((s) => (s === 0.06 ? 0.02 : s === 0.94 ? 0.98 : s)),
    };
    expect(neighbours(clear, 0, ["a", "b", "c"], words)).toEqual(["behind c in 98%", "last"]);
    expect(neighbours(clear, 2, ["a", "b", "c"], words)[1]).toBe("ahead of a in 98%");
  });
});
