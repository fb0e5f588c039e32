import { describe, expect, it } from "vitest";
import {
  ageBand,
  clearanceRate,
  daysBetween,
  dueOn,
  lateInterest,
  overdueDays,
  reconciles,
  statutoryRate,
} from "#core/arrears/arrears";
import { daysIn } from "#core/check/date";

/** The day after, by the calendar on the wall: the oracle knows no day numbers. */
function tomorrow(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const two = (n: number) => String(n).padStart(2, "0");
  if (day < daysIn(year, month)) return `${year}-${two(month)}-${two(day + 1)}`;
  return month < 12 ? `${year}-${two(month + 1)}-01` : `${year + 1}-01-01`;
}

const walk = (start: string, days: number): string => {
  let day = start;
  for (let i = 0; i < days; i++) day = tomorrow(day);
  return day;
};

it("agrees with the worked example of the regulation's rules", () => {
  const due = dueOn("2026-01-15", 60);
  expect(due).toBe("2026-03-16");
  const days = overdueDays(due, "2026-06-30");
  expect(days).toBe(106);
  expect(lateInterest({ unpaidFen: 100_000_000n, ratePerDay: statutoryRate, days })).toBe(
    5_300_000n,
  );
});

describe("dueOn", () => {
  it.each([
    ["2024-01-30", 30, "2024-02-29"], // a leap day
    ["2023-01-30", 30, "2023-03-01"],
    ["2000-02-28", 1, "2000-02-29"],
    ["2100-02-28", 1, "2100-03-01"], // no leap year
    ["2025-12-31", 1, "2026-01-01"],
    ["2025-11-02", 60, "2026-01-01"],
    ["2026-04-30", 30, "2026-05-30"],
    ["1986-05-03", 2, "1986-05-05"], // China put its clocks forward on the 4th
    ["2026-03-28", 2, "2026-03-30"], // and Europe on the 29th
    ["2026-01-15", 0, "2026-01-15"],
  ])("%s and %i days are %s", (start, days, due) => expect(dueOn(start, days)).toBe(due));

  it("counts as one does on a calendar, from every day of four years", () => {
    let start = "2023-01-01";
    for (let i = 0; i < 4 * 365 + 1; i++) {
      for (const days of [1, 30, 60, 90])
        if (dueOn(start, days) !== walk(start, days))
          expect(`${start} + ${days}: ${dueOn(start, days)}`).toBe(walk(start, days));
      start = tomorrow(start);
    }
    expect(start).toBe("2027-01-01");
  });

  it.each([
    ["2026-02-29", 30],
    ["2026/01/15", 30],
    ["", 30],
    ["2026-01-15", -1],
    ["2026-01-15", 1.5],
    ["2026-01-15", Number.NaN],
  ])("refuses %j and %d days", (start, days) =>
    expect(() => dueOn(start, days)).toThrow(RangeError),
  );
});

describe("overdueDays", () => {
  it("starts the day after the due date, and is never below 0", () => {
    expect(
      ["2026-03-15", "2026-03-16", "2026-03-17"].map((asOf) => overdueDays("2026-03-16", asOf)),
    ).toEqual([0, 0, 1]);
  });

  it("undoes dueOn", () => {
    for (let days = 0; days < 800; days++)
      expect(overdueDays("2023-12-15", dueOn("2023-12-15", days))).toBe(days);
  });

  it("knows backwards from forwards", () => {
    expect(daysBetween("2026-03-16", "2026-03-01")).toBe(-15);
    expect(() => overdueDays("2026-03-16", "today")).toThrow("YYYY-MM-DD");
  });
});

describe("lateInterest", () => {
  const fen = (unpaidFen: bigint, ratePerDay: string, days: number) =>
    lateInterest({ unpaidFen, ratePerDay, days });

  it("rounds half a fen upwards, once, at the end", () => {
    expect(fen(999n, "0.0005", 1)).toBe(0n); // 0.4995
    expect(fen(1000n, "0.0005", 1)).toBe(1n); // 0.5
    expect(fen(1000n, "0.0005", 3)).toBe(2n); // 1.5, not three times a rounded 1
    expect(fen(333n, "0.0005", 10)).toBe(2n); // 1.665
  });

  it("is exact where a number would not be", () => {
    expect(fen(900_719_925_474_099_300n, "0.0005", 1)).toBe(450_359_962_737_050n); // …049.65
    expect(fen(100n, "0.1", 3)).toBe(30n);
  });

  it("is nothing for no days, nothing unpaid, no rate", () => {
    expect([fen(100n, "0.0005", 0), fen(0n, "0.0005", 9), fen(100n, "0", 9)]).toEqual([0n, 0n, 0n]);
  });

  it("adds up by days where no fen is rounded", () => {
    let sum = 0n;
    for (let day = 0; day < 106; day++) sum += fen(100_000_000n, "0.0005", 1);
    expect(sum).toBe(fen(100_000_000n, "0.0005", 106));
  });

  it.each([
    [-1n, "0.0005", 1],
    [1n, "5e-4", 1],
    [1n, "-0.1", 1],
    [1n, "", 1],
    [1n, "0.0005", -1],
    [1n, "0.0005", 0.5],
  ])("refuses %s, %j, %d", (unpaid, rate, days) =>
    expect(() => fen(unpaid, rate, days)).toThrow(RangeError),
  );
});

it("puts each number of days in one band", () => {
  expect([0, 60, 61, 180, 181, 365, 366, 4000].map(ageBand)).toEqual([
    "≤60",
    "≤60",
    "61–180",
    "61–180",
    "181–365",
    "181–365",
    ">365",
    ">365",
  ]);
  expect(() => ageBand(-1)).toThrow(RangeError);
});

describe("a period's balance", () => {
  it("is cleared by what was paid of all that was owed", () => {
    expect(clearanceRate({ opening: 600, verifiedNew: 400, paid: 250 })).toBe(0.25);
    expect(clearanceRate({ opening: 0, verifiedNew: 0, paid: 0 })).toBeNull();
    expect(() => clearanceRate({ opening: 1, verifiedNew: 1, paid: -1 })).toThrow("paid");
    expect(() => clearanceRate({ opening: 0.5, verifiedNew: 1, paid: 1 })).toThrow("opening");
  });

  it("reconciles to within a tolerance", () => {
    const flow = { opening: 600, verifiedNew: 400, paid: 250, closing: 750 };
    expect(reconciles(flow, 0)).toBe(true);
    expect(reconciles({ ...flow, closing: 751 }, 0)).toBe(false);
    expect([749, 751, 752].map((closing) => reconciles({ ...flow, closing }, 1))).toEqual([
      true,
      true,
      false,
    ]);
    expect(() => reconciles({ ...flow, closing: Number.NaN }, 0)).toThrow("closing");
  });
});
