import { tmpdir } from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { maskName, maskSql } from "#core/gate/person-name";
import { tradeWords } from "#core/gate/person-words";
import { literal } from "#core/query/sql";
import { ask, openDuck } from "#scripts/lib/duck";
import { startRandom } from "../random.ts";

/** Trade names, all invented, some with a person's name inside; they stay as they are. */
const trade = [
  "演示商店",
  "演示张三商店",
  "张三商店",
  "张三超市",
  "老王烧烤",
  "李记面馆",
  "王氏诊所",
  "赵四理发",
  "钱家车行",
  "孙氏商行",
  "周记油坊",
  "吴家书屋",
  "郑记旅社",
  "冯氏养殖场",
  "陈记加油站",
  "金源百货",
  "高新五金",
  "安康药房",
  "万家便利店",
  "华美服装厂",
  "演示县张三便利店",
  "演示市李四蔬菜批发部",
  "演示县演示镇王五牛羊肉店",
  "演示区欧阳锋铁匠铺",
  "阿卜杜拉·买买提商店",
  "买买提馕坑",
  "演示抓饭",
  "演示茶楼",
  "演示山庄",
  "演示家电维修部",
  "演示KTV娱乐中心",
  "演示（新疆）商店",
  "演示便利店（北京路店）",
  "演示超市（演示区分店）",
  "演示商店（个体工商户）",
  "个体工商户演示商店",
  "名称：演示商店",
  "演示商行（演示区）",
  "演示&快乐商店",
  "“演示”商店",
  "演示牧家乐",
  "演示快递",
  "演示2号商铺",
  "演示　商店",
  "演示建材城",
  "演示汽修",
  "演示农民专业合作社",
  "演示文具店、演示打印店",
  "经营者之家商店",
];

/** Personal forms, all invented, and what may be published of them. */
const personal: readonly (readonly [string, string])[] = [
  ["张三", "张*"],
  ["张三丰", "张*丰"],
  ["欧阳建国", "欧**国"],
  ["欧阳锋", "欧*锋"],
  ["诸葛小明", "诸**明"],
  ["张王小明", "张**明"],
  ["不常见", "不*见"],
  ["王知行", "王*行"],
  ["李建社", "李*社"],
  ["张开发", "张*发"],
  ["欧阳知行", "欧**行"],
  ["张 三", "张*"],
  ["张　三", "张*"],
  ["张\u200b三", "张*"],
  ["张\u3164三\ufe00", "张*"],
  ["张-三", "张*"],
  ["张·三", "张*"],
  ["张.三", "张*"],
  ["张三。", "张*."],
  ["张 三 丰", "张*丰"],
  ["张 小明", "张*明"],
  ["欧阳 锋", "欧*锋"],
  ["欧阳 建国", "欧**国"],
  ["“张三”", "张*"],
  ["  张三\n", " 张* "],
  ["张三A", "张*A"],
  ["张三1", "张*1"],
  ["张三、李四", "张*、李*"],
  ["张三（个体工商户）", "张*（个体工商户）"],
  ["张三(个体户)", "张*(个体户)"],
  ["张三【个体】", "张*【个体】"],
  ["张三个体工商户", "张*个体工商户"],
  ["个体户张三", "个体户张*"],
  ["个体户：张三丰", "个体户：张*丰"],
  ["个体工商户（张三）", "个体工商户（张*）"],
  ["个体工商户 张 三", "个体工商户 张*"],
  ["（个体）张三", "（个体）张*"],
  ["种植户张三", "种植户张*"],
  ["经营者：张三", "经营者：张*"],
  ["经营者张三丰", "经营者张*丰"],
  ["姓名：欧阳建国", "姓名：欧**国"],
  ["张三（演示商店）", "张*（演示商店）"],
  ["少见（演示商店）", "少*（演示商店）"],
  ["张　三（演示商店）", "张*（演示商店）"],
  ["演示商店（张三）", "演示商店（张*）"],
  ["演示商店（经营者：张三）", "演示商店（经营者：张*）"],
  ["演示商店 经营者 张三", "演示商店 经营者 张*"],
  ["演示商店经营者张三", "演示商店经营者张*"],
  ["演示商店-张三", "演示商店-张*"],
  ["演示商店 张 三", "演示商店 张*"],
  ["演示商店张三", "演示商店张*"],
  ["演示商店（少见，业主：少见）", "演示商店（少见，业主：少*）"],
  ["阿卜杜拉·买买提 拌面馆", "阿***·买** 拌面馆"],
  ["阿卜杜拉·买买提", "阿***·买**"],
  ["阿卜杜拉•买买提", "阿***·买**"],
  ["阿卜杜拉．买买提", "阿***·买**"],
  ["阿卜杜拉 · 买买提", "阿***·买**"],
  ["阿卜杜拉 买买提", "阿***·买**"],
  ["阿卜杜拉-买买提", "阿***·买**"],
  ["阿卜杜拉·买买提·吐尔逊", "阿***·买**·吐**"],
  ["阿卜杜拉·买", "阿***·*"],
  ["阿卜杜拉·买买提（个体工商户）", "阿***·买**（个体工商户）"],
  ["阿卜杜拉·买买提（演示馕坑）", "阿***·买**（演示馕坑）"],
  ["演示馕坑（阿卜杜拉·买买提）", "演示馕坑（阿***·买**）"],
  ["张三（曾用名：李四，已注销）", "张*（曾用名：李*，已注销）"],
  ["经营者：阿卜杜热合曼", "经营者：阿*****"],
  ["买买提依明", "买****"],
  ["演示拌面馆（古丽）", "演示拌面馆（古*）"],
];

/** Surname × given name × form × disguise; what it may show of a name is known from how it was built. */
const given = ["三", "小明", "建国", "知行", "丽娜"];
const surnames = ["张", "王", "李", "欧阳", "司马", "买"];
const forms: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `${name}（个体工商户）`,
  (name) => `个体户${name}`,
  (name) => `个体工商户(${name})`,
  (name) => `经营者：${name}`,
  (name) => `${name}（演示商店）`,
  (name) => `演示商店（${name}）`,
];
const disguises: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => [...name].join("\u200b"),
  (name) => [...name].join("　"),
  (name) => [...name].join(" "),
  (name) => `\ufeff${name}\u200d`,
];
const expectedOf = (name: string) => {
  const [first = "", ...rest] = name;
  return name.length === 2
    ? `${first}*`
    : `${first}${"*".repeat(rest.length - 1)}${rest.at(-1) ?? ""}`;
};
const built = surnames.flatMap((surname) =>
  given.flatMap((g) =>
    forms.flatMap((form) =>
      disguises.map((disguise) => ({
        name: form(disguise(surname + g)),
        expected: form(expectedOf(surname + g)),
      })),
    ),
  ),
);

describe("maskName", () => {
  it.each(trade)("leaves %s", (name) => expect(maskName(name)).toBe(name));
  it.each(personal)("masks %j as %s", (name, masked) => expect(maskName(name)).toBe(masked));

  it("masks every name in every form and disguise", () => {
    expect(built.length).toBeGreaterThan(1000);
    const wrong = built.filter(({ name, expected }) => maskName(name) !== expected);
    expect(wrong.map(({ name }) => `${JSON.stringify(name)} → ${maskName(name)}`)).toEqual([]);
  });

  it("changes nothing that it masked already", () => {
    for (const [, masked] of personal) expect(maskName(masked)).toBe(masked);
  });

  it("lets nobody read a mark of its own into a name", () =>
    expect(maskName("张\ue000三\ue001（\ue002个体）")).toBe("张*（个体）"));

  it("masks a name after a place or a shop", () => {
    expect(maskName("演示馕坑·阿卜杜拉")).toBe("演示馕坑·阿***");
    expect(maskName("演示县张三")).toBe("演示县张*");
    expect(maskName("演示县演示镇张三丰")).toBe("演示县演示镇张*丰");
  });

  it.each(["", " ", "张", "·", "ABC", "（）", "12345"])("leaves %j", (text) =>
    expect(maskName(text)).toBe(text),
  );
});

const endOf = (next: () => number): string => {
  const words = tradeWords.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, "店").split("|");
  return words[Math.floor(next() * words.length)] ?? "";
};

describe("maskSql", () => {
  // Pieces in any order, most with a trade word at the end, where a look spares the patterns.
  const pieces =
    "张 三丰 欧阳 买买提 阿卜杜拉 演示 县 镇 商店 馆 维修部 修理部 公司 个体 个体户 经营者 商户 店主 · （ ） ： ， - 布 夜市 注销 A 〇 々 典当 工作室 市场 药房".split(
      " ",
    );
  const next = startRandom(7);
  const pick = () => pieces[Math.floor(next() * pieces.length)] ?? "";
  const shuffled = Array.from({ length: 6000 }, (_, i) =>
    [...Array.from({ length: (i % 5) + 1 }, pick), i % 3 ? "" : endOf(next)].join(""),
  );
  const names = [
    ...new Set([
      ...trade,
      ...personal.flat(),
      ...built.map(({ name }) => name),
      ...shuffled,
      "",
      "·",
      "张",
      "'",
    ]),
  ];
  let masked: readonly unknown[] = [];
  beforeAll(async () => {
    const duck = await openDuck(tmpdir());
    const rows = names.map((name, i) => `(${i}, ${literal(name)})`).join(", ");
    await duck.run(
      `CREATE TABLE traders AS SELECT * FROM (VALUES ${rows}, (-1, NULL)) v(i, "the name")`,
    );
    const answer = await ask(duck, `SELECT ${maskSql('"the name"')} AS m FROM traders ORDER BY i`);
    masked = answer.map(({ m }) => m);
    duck.closeSync();
  });

  it("is what maskName is", () => {
    const differ = names.flatMap((name, i) =>
      masked[i + 1] === maskName(name) ? [] : [[name, maskName(name), masked[i + 1]]],
    );
    expect(differ).toEqual([]);
    expect(masked).toHaveLength(names.length + 1);
  });

  it("keeps NULL", () => expect(masked[0]).toBeNull());
});
