import { describe, expect, it } from "vitest";
import { exactOf, exactText, minus, plus } from "#core/check/exact";
import { startKeys } from "#core/check/read-key";
import { readCount, readShare, readYear } from "#core/check/read-number";
import { readText } from "#core/check/read-text";

describe("numbers", () => {
  it("reads whole numbers, and says what it removed", () => {
    expect(readCount("12")).toBe("12");
    expect(readCount("1,024")).toEqual({ value: "1024", notes: ["thousands"] });
    expect(readCount("12.00")).toEqual({ value: "12", notes: ["zero decimals"] });
    expect(readCount("-1")).toMatchObject({ refusal: { code: "out of range", min: 0 } });
    expect(readCount("12.5")).toMatchObject({ refusal: { code: "not a count" } });
  });

  it("reads shares without rounding", () => {
    expect(readShare("0.125")).toBe("0.125");
    expect(readShare("12.5%")).toEqual({ value: "0.125", notes: ["percent"] });
    expect(readShare("0.1%")).toEqual({ value: "0.001", notes: ["percent"] });
    expect(readShare("100%")).toEqual({ value: "1", notes: ["percent"] });
    expect(readShare("12.5")).toMatchObject({ refusal: { code: "not a share" } });
  });

  it("reads years", () => {
    expect(readYear("2021")).toBe("2021");
    expect(readYear("2021年")).toMatchObject({ value: "2021" });
    expect(readYear("21")).toMatchObject({ refusal: { code: "not a year" } });
  });

  it("sums exactly beyond what a double holds", () => {
    const sum = ["9999999999999999.99", ...Array(1000).fill("999999999.99"), "-0.01"]
      .map((text) => exactOf(text, "money"))
      .reduce(plus);
    expect(exactText(sum, "money")).toBe("10000999999999989.98");
    expect(exactText(exactOf("-0.05", "money"), "money")).toBe("-0.05");
    expect(exactText(minus(sum, sum), "money")).toBe("0.00");
  });
});

describe("text", () => {
  it("keeps a text as written but for the space around it", () => {
    expect(readText("１２（中）")).toBe("１２（中）");
    expect(readText("　甲 乙 ")).toEqual({ value: "甲 乙", notes: ["spaces"] });
    expect(readText("甲\u200b乙")).toEqual({ value: "甲乙", notes: ["invisible"] });
  });

  it.each(["#REF!", "#N/A", "########"])("refuses %s", (text) => {
    expect(readText(text)).toMatchObject({ refusal: { code: "formula error" } });
  });

  it("refuses damaged characters and 同上", () => {
    expect(readText("甲\ufffd")).toMatchObject({ refusal: { code: "damaged character" } });
    expect(readText("甲\u0007")).toMatchObject({ refusal: { code: "damaged character" } });
    expect(readText("同上")).toMatchObject({ refusal: { code: "ditto" } });
  });
});

it("remembers the line of each of 200,000 keys", () => {
  const keys = startKeys();
  for (let i = 1; i <= 200_000; i++) expect(keys.firstLine(`K${i}`, i)).toBe(0);
  for (let i = 1; i <= 200_000; i += 997) expect(keys.firstLine(`K${i}`, 0)).toBe(i);
});
