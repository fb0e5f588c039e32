import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { langs } from "#core/language";
import { needEntry, rowsOf } from "#site/catalog";
import { feeName, feeOf, perUnit } from "#site/fee";
import { dist } from "./site.ts";

const entry = needEntry("fees");
const rows = rowsOf("fees");
const row = (test: (r: (typeof rows)[number]) => boolean) => {
  const found = rows.find(test);
  if (!found) throw new Error("no such charge");
  return found;
};

describe("the price of a charge", () => {
  it.each([
    ["元/生·学期", "/生·学期"],
    ["/生·月", "/生·月"],
    ["次", "/次"],
    ["羽(只)", "/羽(只)"],
    ["块/元", ""],
    ["", ""],
  ])("of the unit %s is for %s", (unit, per) => expect(perUnit(unit)).toBe(per));

  it("has its unit, and is no bare amount where only the source's words have one", () => {
    const perTerm = row((r) => r["standard_text"] === "200元/生·学期");
    expect(feeOf(entry, perTerm, "zh")).toMatchObject({ amount: "200 元", per: "/生·学期" });
    const perSquareMetre = row((r) => r["standard_text"] === "每平方米600元");
    expect(feeOf(entry, perSquareMetre, "zh")).toMatchObject({ amount: "", per: "" });
  });
});

describe.each(langs)("the page of a charge in %s", (lang) => {
  const fee = row(
    (r) => r["standard_text"] === "200元/生·学期" && r["legal_basis"] === r["documents"],
  );
  const key = String(fee["fee_id"]);
  const { document } = parseHTML(readFileSync(join(dist, lang, "fees", key, "index.html"), "utf8"));
  const facts = [...document.querySelectorAll(".facts-list > div")];
  const label = (field: string) => entry.dataset.fields[field]?.label[lang];

  it("says the price with its unit, and nothing twice", () => {
    expect(
      document.querySelector(".standard .value")?.textContent?.replace(/\s+/g, " ").trim(),
    ).toBe(lang === "zh" ? "200 元/生·学期" : "200 yuan/生·学期");
    const labels = facts.map((one) => one.querySelector("dt")?.textContent);
    for (const field of ["item", "standard_text", "amount_min", "amount_max", "legal_basis"])
      expect(labels).not.toContain(label(field));
    for (const field of ["documents", "region", "source_date"])
      expect(labels).toContain(label(field));
  });

  it("calls its source by the host", () => {
    const link = document.querySelector(`.facts-list a[href="${fee["source_url"]}"]`);
    expect(link?.textContent?.trim()).toBe(new URL(String(fee["source_url"])).host);
  });
});

it("is called by place and price where search finds it, and no two alike", () => {
  const names = rows.map((r) => feeName(entry, r, "zh"));
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.includes("阿图什市")).length).toBeGreaterThan(0);
  expect(
    feeName(
      entry,
      row((r) => r["item"] === "污水处理费" && r["region"] === "653001"),
      "zh",
    ),
  ).toMatch(/^污水处理费 · 阿图什市/);
  const withKey = names.filter((name, i) => name.includes(String(rows[i]?.["fee_id"])));
  expect(withKey.length).toBeLessThan(rows.length / 10);
});
