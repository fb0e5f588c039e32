import { describe, expect, it } from "vitest";
import { type Item, lookup, standing } from "#core/query/lookup";

const item = (key: string, name: string, more: Partial<Item> = {}): Item => ({
  key,
  name,
  parent: "",
  payee: "",
  most: null,
  relief: "",
  ...more,
});

const items = [
  item("1", "污水处理费", { payee: "阿图什市住房和城乡建设局" }),
  item("2", "羊", { parent: "动物屠宰检疫收费标准", payee: "动物卫生监督所", most: 2 }),
  item("3", "公寓8人间", { payee: "乌鲁木齐市第一中学", most: 300 }),
  item("4", "公寓8人间", { payee: "乌鲁木齐市第八中学", most: 300 }),
  item("5", "B超产科常规检查", { payee: "妇幼保健院", most: 26 }),
];

const keys = (query: string) => {
  const finding = lookup(items, query, null);
  return finding.kind === "found" ? finding.matches.map((m) => m.item.key) : finding.kind;
};

describe("a charge is found", () => {
  it("by a part of its name", () => expect(keys("污水")).toEqual(["1"]));
  it("whatever its width, case and punctuation", () => {
    expect(keys("ｂ超（产科）")).toEqual(["5"]);
    expect(keys("污水-处理")).toEqual(["1"]);
  });
  it("by the heading it stands under", () => expect(keys("屠宰检疫")).toEqual(["2"]));
  it("by its name and its body together", () => expect(keys("公寓 第八中学")).toEqual(["4"]));
  it("where the query says more than the name", () =>
    expect(keys("2025年污水处理费收据")).toEqual(["1"]));
});

it("does not take the name of a body for the name of a charge", () => {
  const finding = lookup(items, "妇幼保健院", null);
  expect(finding).toMatchObject({ kind: "not found", payee: [{ key: "5" }] });
});

it("offers similar names where it finds none, and none where nothing is like it", () => {
  expect(lookup(items, "污水费", null)).toMatchObject({ similar: [{ key: "1" }] });
  expect(lookup(items, "停车", null)).toEqual({ kind: "not found", payee: [], similar: [] });
});

it("asks for a name before it answers", () => {
  for (const query of ["", "  ", "，。"]) expect(keys(query)).toBe("nothing asked");
});

it("compares an amount only with a plain standard", () => {
  const sheep = items[1] as Item;
  expect([null, 2, 2.01].map((yuan) => standing(sheep, yuan))).toEqual([
    "not given",
    "within",
    "above",
  ]);
  expect(standing(items[0] as Item, 5)).toBe("not plain");
  expect(standing(item("6", "住宿费", { most: 500, relief: "目前免收" }), 450)).toBe("relief");
});
