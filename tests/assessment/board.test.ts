import { describe, expect, it } from "vitest";
import { boardOf, leastOf, scoresOf } from "#core/assessment/board";
import { checkAssessment } from "#core/assessment/check";
import { type Assessment, equalWeights, indicatorsOf } from "#core/assessment/declaration";
import type { Figures } from "#core/assessment/figure";
import { allUnits, groupOf, unitsOf } from "#core/assessment/group";
import type { Dataset } from "#core/dataset";
import balances from "../../data/arrears-balances/dataset.ts";
import declared from "../../data/assessment.ts";
import complaints from "../../data/complaints/dataset.ts";
import fees from "../../data/fees/dataset.ts";
import awards from "../../data/subsidy-awards/dataset.ts";

const datasets: readonly Dataset[] = [balances, complaints, fees, awards];

describe("the declaration", () => {
  it("holds together with the datasets", () =>
    expect(checkAssessment(declared, datasets)).toEqual([]));

  it("is plain data", () => expect(JSON.parse(JSON.stringify(declared))).toEqual(declared));

  it("has four pillars of the same weight and goalposts for three years", () => {
    expect(Object.keys(declared.pillars)).toEqual(["fees", "subsidies", "arrears", "complaints"]);
    expect(Object.values(equalWeights(declared))).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(declared.fixed.to - declared.fixed.from).toBe(2);
    expect(declared.draws.count).toBe(2000);
  });

  it("never measures how many complaints, cases or charges there are", () => {
    for (const [id, i] of Object.entries(declared.indicators)) {
      const metric = datasets.find((d) => d.id === i.dataset)?.metrics[i.metric];
      expect(["ratio", "median", "p90"], id).toContain(metric?.agg);
    }
  });

  it("is refused where it names what is not there", () => {
    const wrong = (indicator: object): Assessment => ({
      ...declared,
      indicators: {
        ...declared.indicators,
        response: { ...declared.indicators["response"], ...indicator } as never, // wrong on purpose
      },
    });
    const said = (indicator: object) => checkAssessment(wrong(indicator), datasets);
    expect(said({ metric: "speed" })).toEqual(["response: no metric speed in complaints"]);
    expect(said({ pillar: "roads" })).toEqual(["response: no pillar roads"]);
    expect(said({ better: "lower" })).toHaveLength(1);
    expect(said({ where: [{ field: "category", is: ["道路"] }] })).toEqual([
      "response: no code 道路 in complaints",
    ]);
    expect(said({ time: { field: "day", rows: "in the period" } })).toEqual([
      "response: no public field day in complaints",
    ]);
    const { fee_documented: _, fee_priced: __, ...rest } = declared.indicators;
    expect(checkAssessment({ ...declared, indicators: rest }, datasets)).toEqual([
      "fees: at least two indicators expected",
    ]);
  });
});

it("has 14, 12 and 96 units in three peer groups", () => {
  expect(unitsOf("prefectures")).toHaveLength(14);
  expect(unitsOf("cities")).toHaveLength(12);
  expect(unitsOf("counties")).toHaveLength(96);
  expect(new Set(allUnits).size).toBe(122);
  expect(groupOf("650000")).toBeNull();
  expect(groupOf("659001")).toBe("cities");
});

/** Every indicator halfway between its goalposts, moved by a share of the way. */
const figuresAt = (share: number, without: readonly string[] = []): Figures =>
  Object.fromEntries(
    Object.entries(declared.indicators).map(([id, { goalposts: g }]) => [
      id,
      { value: without.includes(id) ? null : g.worst + (g.best - g.worst) * share },
    ]),
  );
const fees3 = indicatorsOf(declared, "fees");

describe("a pillar", () => {
  it("is the mean of its indicators' scores", () => {
    const { scores, pillars } = scoresOf(declared, figuresAt(0.5));
    for (const s of Object.values(scores)) expect(s).toBeCloseTo(50, 9);
    for (const s of Object.values(pillars)) expect(s).toBeCloseTo(50, 9);
  });

  it("has no score under two thirds of its indicators, and nothing is filled in", () => {
    expect([2, 3, 4, 6].map((n) => leastOf(n, { parts: 2, of: 3 }))).toEqual([2, 2, 3, 4]);
    const one = scoresOf(declared, figuresAt(0.5, fees3.slice(0, 1)));
    expect(one.pillars["fees"]).toBeCloseTo(50, 9);
    expect(one.scores[fees3[0] ?? ""]).toBeNull();
    expect(scoresOf(declared, figuresAt(0.5, fees3.slice(0, 2))).pillars["fees"]).toBeNull();
  });
});

describe("a board", () => {
  const group = (figures: readonly Figures[]) =>
    Object.fromEntries(figures.map((f, i) => [`u${i + 1}`, f]));
  const steps = [0.9, 0.7, 0.5, 0.3, 0.1];

  it("ranks units that have every pillar, apart where no choice can change their order", () => {
    const board = boardOf(declared, group(steps.map((s) => figuresAt(s))));
    expect(board.isPartial).toBe(false);
    expect(board.ranked).toEqual(["u1", "u2", "u3", "u4", "u5"]);
    for (const [i, code] of board.ranked.entries())
      expect(board.standings[code]).toMatchObject({
        rank: i + 1,
        median: i + 1,
        low: i + 1,
        high: i + 1,
        band: i + 1,
        missing: [],
      });
    expect(board.standings["u1"]?.index).toBeCloseTo(90, 6);
    expect(board.sensitivity.every(({ mean }) => mean === 0)).toBe(true);
    expect(board.sensitivity).toHaveLength(2 + 1 + 2 + 12);
  });

  it("does not rank a unit that lacks a pillar, and names the pillar", () => {
    const figures = [...steps.map((s) => figuresAt(s)), figuresAt(1, fees3)];
    const board = boardOf(declared, group(figures));
    expect(board.ranked).not.toContain("u6");
    expect(board.standings["u6"]).toMatchObject({ index: null, rank: null, missing: ["fees"] });
    expect(board.standings["u6"]?.pillars["arrears"]).toBeCloseTo(100, 6);
  });

  it("is partial, and says so, where a pillar has data for fewer than five units", () => {
    const figures = steps.map((s, i) => figuresAt(s, i < 4 ? fees3 : []));
    const board = boardOf(declared, group([...figures, figuresAt(0.2, fees3)]));
    expect(board.compared).toEqual(["subsidies", "arrears", "complaints"]);
    expect(board.isPartial).toBe(true);
    expect(board.ranked).toHaveLength(6);
  });

  it("compares nobody in fewer than two thirds of the pillars", () => {
    const without = [...fees3, ...indicatorsOf(declared, "arrears")];
    const board = boardOf(declared, group(steps.map((s) => figuresAt(s, without))));
    expect(board).toMatchObject({ compared: [], ranked: [], sensitivity: [] });
    expect(board.standings["u1"]?.pillars["subsidies"]).toBeCloseTo(90, 6);
  });
});
