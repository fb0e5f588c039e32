import { describe, expect, it } from "vitest";
import { comesAfter } from "#core/check/agreement";
import { startCheck } from "#core/check/check";
import { findHeader } from "#core/check/header";
import { type Dataset, defineDataset } from "#core/dataset";
import { keptInDetail } from "#core/problem/list";
import type { Problem } from "#core/problem/problem";
import { problemText } from "#core/problem/text";

const t = (text: string) => ({ zh: text, en: text });
const money = (name: string) => ({ kind: "money", unit: "CNY", label: t(name) }) as const;

const balances = defineDataset({
  id: "balances",
  title: t("balances"),
  summary: t(""),
  articles: [53],
  source: { publisher: t(""), licence: t(""), received: "2026-01-01" },
  file: { missing: ["-"] },
  input: {
    month: { kind: "month", label: t("month") },
    place: { kind: "text", label: t("place") },
    opening: money("opening"),
    added: { ...money("added"), optional: true },
    paid: money("paid"),
    closing: money("closing"),
    from: { kind: "date", partial: true, optional: true, label: t("from") },
    until: { kind: "date", partial: true, optional: true, label: t("until") },
  },
  agreements: [
    {
      rule: "adds up",
      plus: ["opening", "added"],
      minus: ["paid"],
      equals: "closing",
      tolerance: 0.05,
      label: t("closing is what is left"),
    },
    { rule: "at most", least: "paid", most: "opening", label: t("paid ≤ opening") },
    { rule: "at most", least: "from", most: "until", label: t("from ≤ until") },
    {
      rule: "carries",
      closing: "closing",
      opening: "opening",
      along: "month",
      by: ["place"],
      tolerance: 0.05,
      label: t("balances carry over"),
    },
  ],
  fields: { id: { kind: "text", label: t("id") } },
  key: "id",
  privacy: [],
  metrics: { rows: { agg: "rows", label: t("rows") } },
  filters: [],
  search: [],
  charts: [],
  table: ["id"],
  row: { title: "id", pages: 0 },
  demonstration: true,
});

const header = "month,place,opening,added,paid,closing,from,until".split(",");

/** The problems of rows below the header, which is line 1. */
function problemsOf(rows: readonly string[], dataset: Dataset = balances): Problem[] {
  const found = findHeader([{ line: 1, cells: header }], dataset);
  if (!found) throw new Error("no header");
  const check = startCheck(dataset, found);
  rows.forEach((row, i) => {
    check.record(row.split(","), i + 2);
  });
  return check.end();
}
const said = (rows: readonly string[]) =>
  problemsOf(rows).map((p) => problemText(p, "f", "en").replace(/\. [^.]*\.$/, "."));

describe("adds up", () => {
  it("names the terms, the sum, the difference and what is allowed", () => {
    expect(said(["2026-01,a,100,20.5,30,90.56,,"])).toEqual([
      "f:2 column “closing”: Expected “closing is what is left”; found 100 + 20.5 − 30 = 90.50, and 90.56 in this column: 0.06 apart where 0.05 is allowed.",
    ]);
  });

  it("allows the tolerance itself, to the fen", () => {
    expect(said(["2026-01,a,0.1,0.2,0,0.35,,", "2026-01,a,0.1,0.2,0,0.25,,"])).toEqual([]);
  });

  it("is exact where a double is not", () => {
    const row = "2026-01,a,9999999999999999.93,0.01,0,9999999999999999.99,,";
    expect(problemsOf([row])).toEqual([]);
    expect(problemsOf([row.replace(".93", ".90")])).toMatchObject([
      { code: "sum differs", left: "9999999999999999.91", difference: "0.08" },
    ]);
  });

  it("compares nothing that is blank or was refused", () => {
    expect(problemsOf(["2026-01,a,100,,30,1,,"])).toEqual([]);
    expect(problemsOf(["2026-01,a,100,x,30,1,,"]).map((p) => p.code)).toEqual(["not an amount"]);
  });

  it("lists each disagreement up to the limit and counts the rest", () => {
    const rows = Array.from({ length: keptInDetail + 7 }, (_, i) => `2026-01,a${i},1,0,0,2,,`);
    const problems = problemsOf(rows);
    expect(problems).toHaveLength(keptInDetail + 1);
    expect(problems.at(-1)).toMatchObject({ code: "more of these", more: 7 });
  });

  it("hides the numbers where one concerns a person", () => {
    const { input = {} } = balances;
    const dataset = {
      ...balances,
      input: { ...input, paid: { ...money("paid"), personal: true } },
    };
    const [problem] = problemsOf(["2026-01,a,100,20,31.25,1,,"], dataset as Dataset);
    expect(problem).toMatchObject({
      code: "sum differs",
      terms: null,
      left: null,
      right: null,
    });
    expect(JSON.stringify(problem)).not.toContain("31.25");
  });
});

describe("at most", () => {
  it("compares amounts as numbers", () => {
    expect(said(["2026-01,a,100,0,20,80,,"])).toEqual([]);
    expect(said(["2026-01,a,20,0,100,-80,,"])).toEqual([
      "f:2 column “paid”: Expected “paid ≤ opening”; found 100 in this column and 20 in “opening”, 80.00 too many.",
    ]);
  });

  it("compares dates, and a year or month only as far as it goes", () => {
    expect(said(["2026-01,a,1,0,0,1,2026-02-01,2026-01-31"])).toEqual([
      "f:2 column “from”: Expected “from ≤ until”; found 2026-02-01 in this column and 2026-01-31 in “until”.",
    ]);
    expect(comesAfter("2026-02-01", "2026-02")).toBe(false);
    expect(comesAfter("2026-02", "2026-01-31")).toBe(true);
    expect(comesAfter("2027", "2026-12-31")).toBe(true);
    expect(said(["2026-01,a,1,0,0,1,2026-02-01,"])).toEqual([]);
  });
});

describe("carries", () => {
  it("names the group, both periods, the first line of each and the difference", () => {
    const rows = ["2025-12,a,5,0,0,5,,", "2025-12,b,1,0,0,1,,", "2026-01,b,1,0,0,1,,"];
    expect(said([...rows, "2026-01,a,3,0,0,3,,", "2026-01,a,2.50,0,0,2.50,,"])).toEqual([
      "f:5 column “opening”: Expected “balances carry over”; for “a” 2025-12 (from line 2) closes with 5.00 in all, 2026-01 (from this line) opens with 5.50: 0.50 apart where 0.05 is allowed.",
    ]);
  });

  it("does not care in which order the lines come", () => {
    expect(said(["2026-02,a,5,0,0,5,,", "2026-01,a,5,0,0,5,,"])).toEqual([]);
  });

  it("tells a missing period once for each group", () => {
    const rows = ["2026-01,a,5,0,0,5,,", "2026-04,a,5,0,0,5,,", "2026-06,a,5,0,0,5,,"];
    expect(said(rows)).toEqual([
      "f:2 column “month”: “balances carry over” can only be compared from one period to the next; for “a” no line is of 2026-02, the first of 3 such periods.",
    ]);
  });

  it("misses a group that ends with a balance or begins with one, and no other", () => {
    const on = ["2026-01,a,1,0,0,1,,", "2026-02,a,1,0,0,1,,"];
    expect(problemsOf([...on, "2026-01,b,9,0,9,0,,"])).toEqual([]);
    expect(problemsOf([...on, "2026-01,b,9,0,2,7,,"])).toMatchObject([
      { code: "period missing", line: 4, missing: "2026-02", group: ["b"] },
    ]);
    expect(problemsOf([...on, "2026-02,b,9,0,9,0,,"])).toMatchObject([
      { code: "period missing", line: 4, missing: "2026-01" },
    ]);
    expect(problemsOf([...on, "2026-02,b,0,9,0,9,,"])).toEqual([]);
  });

  it("compares no sum to which an unreadable cell or line belongs, and says so", () => {
    const codes = (...rows: string[]) => problemsOf(rows).map(({ code }) => code);
    const next = "2026-02,a,9,0,0,9,,";
    expect(codes("2026-01,a,1,0,0,x,,", next)).toEqual(["not carried", "not an amount"]);
    expect(codes("2026-01,,1,0,0,1,,", "2026-01,a,1,0,0,1,,", next)).toEqual([
      "not carried",
      "blank",
    ]);
    expect(codes("2026-01,a,1,0,0,1,,", "2026-0x,a,1,0,0,1,,", next)).toEqual([
      "not carried",
      "not a month",
    ]);
    expect(codes("2026-01,a,1,0,0,1,,", "2026-01,a,1", next)).toEqual([
      "not carried",
      "cell count",
    ]);
  });

  it("agrees with a plain second derivation on random books", () => {
    let seed = 1;
    const random = (n: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    const yuan = (fen: number) => (fen / 100).toFixed(2);
    for (let book = 0; book < 50; book++) {
      const rows = Array.from({ length: 60 }, () => ({
        month: `2025-${String(10 + random(3))}`,
        place: "abc".charAt(random(3)),
        opening: random(3000),
        closing: random(3000),
      }));
      const lines = rows.map((r) =>
        [r.month, r.place, yuan(r.opening), "", "0", yuan(r.closing), "", ""].join(","),
      );
      const sum = (which: "opening" | "closing", place: string, month: string) =>
        rows
          .filter((r) => r.place === place && r.month === month)
          .reduce((total, r) => total + r[which], 0);
      const expected = ["a", "b", "c"].flatMap((place) =>
        ["2025-11", "2025-12"].flatMap((to) => {
          const from = `2025-${Number(to.slice(5)) - 1}`;
          const apart = Math.abs(sum("closing", place, from) - sum("opening", place, to));
          const there = [from, to].every((m) =>
            rows.some((r) => r.place === place && r.month === m),
          );
          return there && apart > 5 ? [`${place} ${to} ${yuan(apart)}`] : [];
        }),
      );
      const found = problemsOf(lines).flatMap((p) =>
        p.code === "does not carry" ? [`${p.group[0]} ${p.to} ${p.difference}`] : [],
      );
      expect(found.sort()).toEqual(expected.sort());
    }
  });
});
