import { describe, expect, it } from "vitest";
import { type ClaimText, readClaim } from "#core/arrears/late-claim";
import { headline, percentOf, settle, stepsOf } from "#core/arrears/late-steps";
import { formatFen } from "#core/format/format";
import { strings } from "#site/strings";

const blank: ClaimText = {
  owes: "state",
  from: "delivery",
  start: "2026-01-15",
  days: "",
  amount: "",
  rate: "",
  asof: "2026-06-30",
};
const today = "2026-07-01";

function settled(text: Partial<ClaimText>) {
  const reading = readClaim({ ...blank, ...text }, today);
  if ("problems" in reading) throw new Error(reading.problems.join());
  return settle(reading.claim);
}

function problems(text: Partial<ClaimText>) {
  const reading = readClaim({ ...blank, ...text }, today);
  return "problems" in reading ? reading.problems : [];
}

describe("a claim", () => {
  it("is read as people write it", () => {
    expect(
      readClaim(
        {
          owes: "large",
          from: "acceptance",
          start: "２０２６年１月１５日",
          days: "４５ 天",
          amount: "100.5万",
          rate: "0.04%",
          asof: "",
        },
        today,
      ),
    ).toEqual({
      claim: {
        debtor: "large",
        from: "acceptance",
        start: "2026-01-15",
        asOf: today,
        agreedDays: 45,
        unpaidFen: 100_500_000n,
        agreedRate: "0.0004",
      },
    });
  });

  it.each([
    ["0.05", "0.0005", "0.05%"],
    ["1", "0.01", "1%"],
    ["100", "1.00", "100%"],
    ["12.5", "0.125", "12.5%"],
    ["0.041666", "0.00041666", "0.041666%"],
  ])("takes %s %% a day for %s", (text, rate, percent) => {
    expect(settled({ rate: text }).rate).toBe(rate);
    expect(percentOf(rate)).toBe(percent);
  });

  it("tells every problem at once", () => {
    expect(
      problems({ start: "昨天", days: "六十", amount: "-5", rate: "0", asof: "2026-02-30" }),
    ).toEqual([
      "start not a date",
      "as-of not a date",
      "days not a count",
      "amount not read",
      "rate not read",
    ]);
    expect(problems({ start: " " })).toEqual(["no start"]);
    expect(problems({ asof: "2026-01-14" })).toEqual(["as-of before start"]);
    expect(problems({ days: "3651", rate: "101", start: "1999-12-31" })).toHaveLength(3);
  });
});

describe("the period", () => {
  it.each([
    ["state", "", 30, "usual"],
    ["state", "45", 45, "agreed"],
    ["state", "60", 60, "agreed"],
    ["state", "90", 60, "most"],
    ["large", "", 60, "usual"],
    ["large", "30", 30, "agreed"],
    ["large", "90", 90, "longer"],
  ])("of %s with %j agreed is %i days, %s", (owes, days, counted, period) =>
    expect(settled({ owes, days })).toMatchObject({ days: counted, period }),
  );
});

describe("the slip", () => {
  const lines = (text: Partial<ClaimText>, lang: "zh" | "en" = "zh") =>
    stepsOf(settled(text), strings[lang].late.say, lang);

  it("shows the sums of the worked example", () => {
    const text = { owes: "large", amount: "100万" };
    expect(lines(text).map(({ value }) => value)).toEqual([
      "60 天",
      "2026年3月16日",
      "106 天",
      "53,000.00 元",
      "61–180 天",
    ]);
    expect(lines(text)[3]?.sum).toBe("1,000,000.00 元 × 0.05% × 106 天 = 53,000.00 元");
    expect(headline(settled(text), strings.zh.late.say)).toBe("已逾期 106 天");
  });

  it("says how many days are left, and on the due date that nothing is late", () => {
    const say = strings.zh.late.say;
    expect(headline(settled({ asof: "2026-02-01" }), say)).toBe("尚未到期，还有 13 天");
    expect(headline(settled({ asof: "2026-02-14" }), say)).toBe("当天到期，还没有逾期");
    expect(settled({ asof: "2026-02-14", amount: "5" })).toMatchObject({
      interestFen: 0n,
      band: null,
    });
  });

  it("leaves no blank unfilled, in any case and language, and calls nothing illegal", () => {
    for (const lang of ["zh", "en"] as const)
      for (const owes of ["state", "large"])
        for (const from of ["delivery", "acceptance"])
          for (const days of ["", "20", "90"])
            for (const asof of ["2025-05-02", "2026-06-30"])
              for (const { name, value, sum, rule } of lines(
                { owes, from, days, asof, start: "2025-05-01", amount: "1", rate: "1" },
                lang,
              )) {
                expect(name && value && rule, `${owes} ${days}`).toBeTruthy();
                expect(`${value}${sum}${rule}`).not.toMatch(/[{}]|undefined|违法|违规|illegal/);
              }
  });
});

it("writes fen as yuan, digit for digit", () => {
  expect([0n, 5n, 100n, 123_456_789n].map((fen) => formatFen(fen, "zh"))).toEqual([
    "0.00 元",
    "0.05 元",
    "1.00 元",
    "1,234,567.89 元",
  ]);
  expect(formatFen(-5n, "en")).toBe("−0.05 yuan");
});
