import { expect, it } from "vitest";
import { readRegion } from "#core/read-code";
import { regionByCode, regionCodeByName } from "#core/region";

const regions = Object.values(regionByCode);

it("has the region, 14 prefectures, 12 cities of the corps and 96 counties", () => {
  const count = (kind: string) => regions.filter((region) => region.kind === kind).length;
  expect(["autonomous region", "prefecture", "xpcc city", "county"].map(count)).toEqual([
    1, 14, 12, 96,
  ]);
});

it("puts each below one that it has, and names it in both languages", () => {
  for (const { code, name, parent } of regions) {
    if (code !== "650000") expect(regionByCode[parent ?? ""], code).toBeDefined();
    expect(name.zh).toMatch(/^\p{Script=Han}+$/u);
    expect(name.en).toMatch(/^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)+$/u);
  }
});

it("finds a code by a full name, alone or after its parent's", () => {
  expect(regionCodeByName.get("皮山县")).toBe("653223");
  expect(readRegion("653223")).toBe("653223");
  expect(readRegion("和田地区皮山县")).toEqual({ value: "653223", notes: ["region name"] });
  expect(readRegion("新疆维吾尔自治区")).toEqual({ value: "650000", notes: ["region name"] });
});

it.each(["皮山", "喀什地区皮山县", "653299", "110000", "toString"])("refuses %s", (text) => {
  expect(readRegion(text)).toMatchObject({ refusal: { code: "not a region" } });
});
