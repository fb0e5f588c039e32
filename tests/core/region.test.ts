import { describe, expect, it } from "vitest";
import { isIsoDate } from "#core/check/date";
import { readRegion } from "#core/check/read-code";
import { type Lang, langs } from "#core/language";
import { problem } from "#core/problem/problem";
import { problemText } from "#core/problem/text";
import { literal } from "#core/query/sql";
import { nearRegions } from "#core/region/near";
import {
  codelessRegions,
  formerRegions,
  prefectures,
  regionByCode,
  regionCodeByName,
  regionsOn,
} from "#core/region/region";
import { prefectureOf, rollupSql, within } from "#core/region/rollup";
import { tileByCode } from "#core/region/tile-grid";
import { ask, openDuck } from "#scripts/lib/duck";
import { scratch } from "../scratch.ts";

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

describe("a table with dates", () => {
  const codesOn = (date: string) => new Set(regionsOn(date).map(({ code }) => code));

  it("has 123 units on the day of the list, the same as by code", () => {
    expect([...codesOn("2023-06-30")]).toEqual(Object.keys(regionByCode));
  });

  it.each([
    ["2015-03-15", "652100", "650400"],
    ["2015-03-15", "652122", "650421"],
    ["2016-01-06", "652201", "650502"],
    ["2019-11-19", "652923", "652902"],
    ["2021-01-28", "654223", "654203"],
  ])("on %s has %s and not yet %s", (date, then, now) => {
    expect(codesOn(date).has(then)).toBe(true);
    expect(codesOn(date).has(now)).toBe(false);
  });

  it("replaces one unit by one, so that their number never changes", () => {
    for (const { now, validTo } of formerRegions) {
      expect(isIsoDate(validTo)).toBe(true);
      expect(regionByCode[now]?.validFrom).toBe(validTo);
      expect(codesOn(validTo).size).toBe(123);
    }
    expect(codesOn("2014-12-31").size).toBe(123);
  });

  it.each([
    ["库车县", "652902"],
    ["阿克苏地区库车县", "652902"],
    ["新疆沙湾县", "654203"],
    ["吐鲁番地区", "650400"],
    ["吐鲁番地区鄯善县", "650421"],
    ["吐鲁番地区吐鲁番市", "650402"],
    ["哈密地区哈密市", "650502"],
  ])("reads the former name %s and says that it became a code", (text, value) => {
    expect(readRegion(text)).toEqual({ value, notes: ["region name"] });
  });

  it("takes a name that is still borne as that of its bearer today", () => {
    expect(regionCodeByName.get("吐鲁番市")).toBe("650400");
    expect(regionCodeByName.get("鄯善县")).toBe("650421");
  });

  it("refuses a former code and names the one of today", () => {
    expect(readRegion("652923")).toMatchObject({ refusal: { code: "not a region" } });
    expect(nearRegions("652923")).toEqual(["652902"]);
  });
});

describe("what is said of a text that is no region", () => {
  const said = (found: string | null, lang: Lang) =>
    problemText(problem("not a region", { found }), "f", lang);

  it("sends 和安县 and 和康县 to their prefecture, as long as their codes are not confirmed", () => {
    expect(codelessRegions.map(({ parent }) => parent)).toEqual(["653200", "653200"]);
    for (const text of ["和安县", "和康县", "和田地区和安县", "新疆维吾尔自治区和田地区和康县"])
      expect(readRegion(text)).toMatchObject({ refusal: { code: "not a region" } });
    expect(said("和安县", "zh")).toBe(
      "f: 应为有行政区划代码的地区；实为“和安县”，和安县于2024年12月27日设立，代码尚未确认。确认以前请写和田地区的代码 653200。",
    );
    expect(said("和田地区和康县", "en")).toBe(
      "f: Expected a region that has a code; found “和田地区和康县”: Hekang County was set up on 27 December 2024, and its code is not confirmed yet. Until it is, write 653200, the code of Hotan Prefecture.",
    );
  });

  it("names what is near, and nothing near a text that is hidden", () => {
    expect(said("阿图什", "zh")).toContain("实为“阿图什”，相近的有 653001 阿图什市。请改这一行。");
    expect(said("喀什", "en")).toContain(
      "found “喀什”, near 653100 喀什地区, 653101 喀什市. Correct this line.",
    );
    expect(said("伦敦", "en")).toContain("found “伦敦”. Correct");
    expect(said(null, "zh")).toContain("实为（已隐去）。请改");
    expect(said(null, "en")).toContain("found (hidden). Correct");
  });

  it.each([
    ["cut short", "皮山", ["653223"]],
    ["cut short below its parent", "和田地区皮山", ["653223"]],
    ["without whose county it is", "焉耆县", ["652826"]],
    ["as people say it", "巴州", ["652800"]],
    ["borne by three", "和田", ["653200", "653201", "653221"]],
    ["below the wrong parent", "喀什地区皮山县", ["653223"]],
    ["with an office behind it", "皮山县人民政府", ["653223"]],
    ["with a slip of the pen", "精合县", ["652722"]],
    ["with a slip below its parent", "阿克苏地区沙亚县", ["652924"]],
    ["of a zone that is no region", "乌鲁木齐市高新区", ["650100"]],
    ["in English", "Urumqi", ["650100", "650121"]],
    ["in English with its kind", "Kashgar City", ["653101"]],
    ["of the autonomous region's own level", "自治区本级", ["650000"]],
    ["of elsewhere", "上海", []],
    ["of no kind", "市", []],
    ["of nothing", "", []],
    ["of an object", "constructor", []],
  ])("knows a name %s: %s", (_, text, codes) => expect(nearRegions(text)).toEqual(codes));

  it.each([
    ["two digits changed places", "563223", ["653223"]],
    ["a digit too many", "6532233", ["653223"]],
    ["of a village", "653223100201", ["653223"]],
    ["a spreadsheet's decimal", "653200.0", ["653200"]],
    ["full width", "６５２９２３", ["652902"]],
    ["more alike than help, so their prefecture", "653228", ["653200"]],
    ["of another province", "110000", []],
  ])("knows a code, %s: %s", (_, text, codes) => expect(nearRegions(text)).toEqual(codes));
});

describe("adding up without counting twice", () => {
  const codes = Object.keys(regionByCode);

  it("counts each unit towards exactly one of 26 peers, or the autonomous region's own level", () => {
    const peers = [...prefectures.map(({ code }) => code), "650000"];
    expect(peers).toHaveLength(27);
    expect(peers.flatMap(within).toSorted()).toEqual(codes.toSorted());
    for (const code of codes) expect(within(prefectureOf(code))).toContain(code);
  });

  it("counts a county towards the one it belongs to, and a prefecture towards itself", () => {
    for (const { code, kind, parent } of regions)
      expect(prefectureOf(code), code).toBe(kind === "county" ? parent : code);
  });

  it("never adds a city of the corps to the prefecture around it", () => {
    expect(prefectureOf("659002")).toBe("659002");
    expect(within("652900")).not.toContain("659002");
    expect(within("659002")).toEqual(["659002"]);
  });

  it("keeps 塔城 and 阿勒泰 apart from 伊犁州", () => {
    expect(within("654000")).toHaveLength(12); // itself and 11 counties
    for (const code of within("654000")) expect(code).toMatch(/^6540/);
    expect(prefectureOf("654202")).toBe("654200");
    expect(prefectureOf("654326")).toBe("654300");
  });

  it("takes 650000 for the autonomous region's own level, not for the sum of all", () => {
    expect(prefectureOf("650000")).toBe("650000");
    expect(within("650000")).toEqual(["650000"]);
  });

  it("says the same in DuckDB's SQL", async () => {
    const duck = await openDuck(scratch("region"));
    const values = codes.map((code) => `(${literal(code)})`).join(", ");
    const sql = `SELECT "地区 ""a""" AS code, ${rollupSql('地区 "a"')} AS peer FROM (VALUES ${values}, (NULL)) AS t("地区 ""a""")`;
    const rows = await ask(duck, sql);
    expect(rows).toHaveLength(124);
    for (const { code, peer } of rows)
      expect(peer, String(code)).toBe(code === null ? null : prefectureOf(String(code)));
  });
});

describe("the tile grid", () => {
  const tiles = Object.values(tileByCode);
  const tile = (code: string) => tileByCode[code] ?? { column: Number.NaN, row: Number.NaN };

  it("gives each of the 26 a square of its own, in 7 by 7", () => {
    expect(Object.keys(tileByCode).toSorted()).toEqual(
      prefectures.map(({ code }) => code).toSorted(),
    );
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(26);
    expect(Math.max(...tiles.map(({ column }) => column))).toBe(6);
    expect(Math.max(...tiles.map(({ row }) => row))).toBe(6);
  });

  it("puts 喀什 west of 和田, 和田 west of 巴州 and 巴州 west of 哈密", () => {
    const columns = ["653100", "653200", "652800", "650500"].map((code) => tile(code).column);
    expect(columns).toEqual([0, 2, 4, 6]);
  });

  it("puts 阿勒泰 north of 乌鲁木齐 and 乌鲁木齐 north of 和田", () => {
    const rows = ["654300", "650100", "653200"].map((code) => tile(code).row);
    expect(rows).toEqual([0, 3, 6]);
  });

  it.each([
    ["石河子", "659001", "652300"],
    ["阿拉尔", "659002", "652900"],
    ["图木舒克", "659003", "653100"],
    ["五家渠", "659004", "650100"],
    ["北屯", "659005", "654300"],
    ["铁门关", "659006", "652800"],
    ["双河", "659007", "652700"],
    ["可克达拉", "659008", "654000"],
    ["昆玉", "659009", "653200"],
    ["胡杨河", "659010", "654000"],
    ["新星", "659011", "650500"],
    ["白杨", "659012", "654200"],
  ])("puts %s beside the prefecture around it", (_, city, prefecture) => {
    const [a, b] = [tile(city), tile(prefecture)];
    expect(Math.max(Math.abs(a.column - b.column), Math.abs(a.row - b.row))).toBe(1);
  });

  it("labels each with a short name that no other bears", () => {
    for (const { short } of prefectures) {
      expect(short.zh).toMatch(/^\p{Script=Han}{2,4}$/u);
      expect(short.en).toMatch(/^\p{Lu}\p{Ll}{2,9}$/u);
    }
    for (const lang of langs)
      expect(new Set(prefectures.map(({ short }) => short[lang])).size).toBe(26);
    const short = (code: string) => regionByCode[code]?.short;
    expect(short("652800")).toEqual({ zh: "巴州", en: "Bayingolin" });
    expect(short("654000")).toEqual({ zh: "伊犁州", en: "Ili" });
    expect(short("653100")).toEqual({ zh: "喀什", en: "Kashgar" });
    expect(short("659001")).toEqual({ zh: "石河子", en: "Shihezi" });
  });
});
