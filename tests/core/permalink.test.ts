import { describe, expect, it } from "vitest";
import { formatAddress, parseAddress } from "#core/query/permalink";
import { everything, plainDisplay, type View } from "#core/query/view";
import complaints from "../../data/complaints/dataset.ts";
import awards from "../../data/subsidy-awards/dataset.ts";

const view: View = {
  choices: { region: ["650100", "653201"], status: ["已兑付"], industry: [null] },
  ranges: { amount: [10_000, 50_000], year: [2021, null] },
  text: "演示 电力",
};

describe("the address of a view", () => {
  it("is short, readable and leads back to the view", () => {
    const display = {
      sort: { field: "amount", down: true },
      columns: ["recipient_name", "amount"],
      chart: "by-year",
    };
    const address = formatAddress(awards, view, display);
    expect(decodeURIComponent(address)).toBe(
      "q=演示+电力&region=650100~653201&industry=∅&status=已兑付&year=2021..&amount=10000..50000&sort=-amount&cols=recipient_name~amount&chart=by-year",
    );
    expect(parseAddress(awards, address)).toEqual({ view, display, ignored: [] });
    expect(formatAddress(awards, everything)).toBe("");
  });

  it("is read as earlier releases wrote it: one parameter a value", () => {
    expect(parseAddress(awards, "region=650100&region=653201&q=a%20b").view).toEqual({
      choices: { region: ["650100", "653201"] },
      ranges: {},
      text: "a b",
    });
  });

  it("ignores what it does not know, says so, and keeps the rest", () => {
    const hostile =
      "status=已兑付~DROP&year=20x1&amount=5..1&amount=..&sort=password&cols=phone~amount&chart=x&__proto__=1&constructor=2&month=2024-01&region=%3Cscript%3E";
    const { view, display, ignored } = parseAddress(awards, hostile);
    expect(view).toEqual({ ...everything, choices: { status: ["已兑付"] } });
    expect(display).toEqual({ ...plainDisplay, columns: ["amount"] });
    expect([...ignored].sort()).toEqual(
      [
        "status",
        "year",
        "amount",
        "sort",
        "chart",
        "__proto__",
        "constructor",
        "month",
        "region",
      ].sort(),
    );
  });

  it("reads ranges of months with both ends", () => {
    const { view } = parseAddress(complaints, "month=2024-01..2024-06");
    expect(view.ranges).toEqual({ month: ["2024-01", "2024-06"] });
  });

  it("bounds what a hostile address can make it hold", () => {
    const values = Array.from({ length: 5000 }, (_, i) => `v${i}`).join("~");
    const { view } = parseAddress(awards, `programme=${values}&q=${"x".repeat(5000)}`);
    expect(view.choices["programme"]?.length).toBe(300);
    expect(view.text.length).toBe(200);
  });
});
