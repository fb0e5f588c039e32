import { describe, expect, it } from "vitest";
import { amountRange, fenOf, parseYuan, readYuan } from "#core/check/amount";

describe("parseYuan", () => {
  it.each([
    ["1234.50", "1234.50"],
    ["12.5万", "125000"],
    ["1,200元", "1200"],
    ["１２００", "1200"],
    ["￥ 12", "12"],
    ["−5.10", "-5.10"],
    ["0.00001亿元", "1000"],
    ["1.23456万元", "12345.60"],
    ["9999999999999999.99", "9999999999999999.99"],
  ])("reads %s", (text, yuan) => {
    expect(parseYuan(text)).toBe(yuan);
  });

  it.each([
    "",
    "一千元",
    "12,00",
    "1.234",
    "1e5",
    "5.",
    "007",
    "12-13",
    "12345678901234567",
    "万元",
  ])("leaves %j alone", (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });

  it("takes a bare number in the unit of the column, and an own unit before it", () => {
    expect(readYuan("3.5", 4)).toEqual({ value: "35000", notes: ["times 10000"] });
    expect(readYuan("3.5元", 4)).toEqual({ value: "3.50", notes: ["yuan sign"] });
  });

  it("counts in whole fen", () => {
    expect(["0.1", "0.29", "1.005", "-2.5"].map(fenOf)).toEqual([10, 29, 100, -250]);
  });
});

describe("amountRange", () => {
  it.each([
    ["20", "20", "20"],
    ["0.05", "0.05", "0.05"],
    ["20元/台", "20", "20"],
    ["500元/生·学期", "500", "500"],
    ["每平方米600元", "600", "600"],
    ["10-20元", "10", "20"],
    ["10～20元/人次", "10", "20"],
    ["1-2万元", "10000", "20000"],
    ["1.2万元", "12000", "12000"],
    ["1,200元", "1200", "1200"],
  ])("reads %s", (text, least, greatest) => {
    expect(amountRange(text)).toEqual({ least, greatest });
  });

  it.each([
    "800元,每个型号100元",
    "居民1.3元/方(城乡低保对象1元/方)。 非居民1.95元/方。",
    "3%",
    "按成交价款的一定比例(不低于15%)",
    "不低于20元",
    "每增加一台20元",
    "20元/次起",
    "按文件规定执行",
    "详见文件",
    "元/台",
    "包括汽车产品等12类(按文件规定执行)",
    "5000-1万元",
    "2020-2021",
    "20元/100公里",
    "0.125元",
  ])("leaves %s in doubt", (text) => {
    expect(amountRange(text)).toBeUndefined();
  });
});
