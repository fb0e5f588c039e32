import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { langs } from "#core/language";
import { disputeMail, disputeText } from "#core/publication/dispute";
import { formulaText } from "#core/publication/method";
import { becauseText, ruleText } from "#core/publication/privacy-text";
import { built } from "./scratch.ts";
import { dist } from "./site.ts";

const datasetOf = (id: string) => {
  const entry = built().datasets.find(({ dataset }) => dataset.id === id);
  if (!entry) throw new Error(`no dataset ${id}`);
  return entry.dataset;
};
const page = (path: string) => readFileSync(join(dist, path, "index.html"), "utf8");
const plain = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("a formula in words", () => {
  it.each([
    ["subsidy-awards", "awards", "number of rows"],
    ["subsidy-awards", "paid", "sum of Amount, where Status is Paid or Partly paid"],
    ["subsidy-awards", "recipients", "number of different values of “Credit code (USCC)”"],
    ["fees", "documented", "Charges that cite a document ÷ Charges"],
    ["complaints", "satisfaction", /^.+ ÷ .+; 95% interval after Wilson$/],
    ["arrears-balances", "closing_now_802", /^sum of Closing balance, where .+ and .+$/],
  ] as const)("of %s %s", (id, metric, text) =>
    expect(formulaText(datasetOf(id), metric, "en")).toMatch(text),
  );

  it("names only fields and codes that are published", () => {
    for (const { dataset: d } of built().datasets)
      for (const metric of Object.keys(d.metrics))
        for (const lang of langs)
          expect(formulaText(d, metric, lang), `${d.id}.${metric}`).not.toMatch(
            /undefined|null|\w+_\w+/,
          );
  });
});

describe("a privacy rule in words", () => {
  it("says what the gate does and what it rests on", () => {
    const said = built().datasets.flatMap(({ dataset: d }) =>
      d.privacy.map((rule) => `${ruleText(d, rule, "zh")} ${becauseText(rule, "zh")}`),
    );
    const text = said.join("\n");
    expect(text).toMatch(/个体工商户.*只留首尾两字.*个人信息保护法/);
    expect(text).toMatch(/整行撤下，只留编号、月份和原因.*第 45 条/);
    expect(text).toMatch(/不足 10 的格子.*个人信息保护法/);
  });

  it.each(langs)("stands on the page in %s", (lang) => {
    const html = page(`${lang}/guide/privacy`);
    for (const { dataset: d } of built().datasets)
      for (const rule of d.privacy.filter((r) => r.rule !== "drop"))
        expect(html).toContain(plain(ruleText(d, rule, lang)));
  });
});

describe("the guides", () => {
  it.each(langs)("give the formula of every figure in %s", (lang) => {
    const html = page(`${lang}/guide/methods`);
    for (const { dataset: d } of built().datasets)
      for (const metric of Object.keys(d.metrics))
        expect(html).toContain(plain(formulaText(d, metric, lang)));
  });

  it.each(langs)("are linked from every page's foot in %s, and say what is not set", (lang) => {
    const html = page(`${lang}/fees`);
    for (const guide of "methods privacy corrections channels accessibility about licence".split(
      " ",
    ))
      expect(html).toContain(`href="/${lang}/guide/${guide}/"`);
    expect(page(`${lang}/guide/about`)).toContain(lang === "zh" ? "未设置" : "not set");
    expect(page(`${lang}/guide/channels`)).toMatch(/class="draft"/);
  });
});

describe("a correction", () => {
  const of = { title: "清单", key: "a&b", version: "0123", address: "https://x.example/zh/fees/" };
  it("carries what the page knows, and nothing about the reader", () => {
    const text = disputeText(of, "zh");
    for (const part of Object.values(of)) expect(text).toContain(part);
    expect(text).toContain("请勿写身份证号");
  });
  it("opens a mail only where somebody takes it", () => {
    expect(disputeMail("", of, "zh")).toBe("");
    const url = new URL(disputeMail("box@office.example", of, "en"));
    expect(url.pathname).toBe("box@office.example");
    expect(url.searchParams.get("body")).toBe(disputeText(of, "en"));
    expect(url.searchParams.get("subject")).toBe("Correction · 清单 · a&b");
  });
});
