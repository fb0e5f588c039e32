import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { hideExpired as expired } from "#core/gate/withdraw";
import { shownRows } from "#core/query/query";
import { hideExpired } from "#islands/expire";
import { ask, openDuck } from "#scripts/lib/duck";
import tiny from "./fixtures/tiny/dataset.ts";
import traders from "./fixtures/traders/dataset.ts";
import { scratch } from "./scratch.ts";

describe("a stale page", () => {
  const page = (lang: string) =>
    parseHTML(`<html lang="${lang}"><head><title data-until="2026-03-31">CANARY owes</title>
      <meta name="description" content="CANARY" data-until="2026-03-31">
      <script type="application/ld+json" data-until="2026-03-31">{"name":"CANARY"}</script></head>
      <body><h1 data-until="2026-03-31">CANARY</h1><table><tr><td data-until="2026-03-31"><a href="/x" title="CANARY">CANARY</a></td>
      <td data-until="2026-04-01">PUBLIC</td><td>12</td></tr></table><a href="/CANARY" data-until="2026-03-31">CANARY</a></body></html>`)
      .document;

  it("shows every name up to and on its last day", () => {
    const document = page("en");
    const before = document.toString();
    hideExpired(document, "2026-03-31");
    expect(document.toString()).toBe(before);
  });

  it.each([
    ["zh-CN", "公示已期满"],
    ["en", "No longer published"],
  ])("says so in %s from the day after", (lang, text) => {
    const document = page(lang);
    hideExpired(document, "2026-04-01");
    expect(document.toString()).not.toContain("CANARY");
    expect(document.toString()).toContain("PUBLIC");
    expect(document.querySelector("h1")?.textContent).toBe(text);
    expect(document.title).toBe(text);
    expect(document.querySelectorAll("td")).toHaveLength(3);
    expect(document.querySelector("body > a")?.outerHTML).toBe(`<a>${text}</a>`);
  });
});

describe("a stale query file", () => {
  it("neither shows nor finds a name whose time is over", async () => {
    const duck = await openDuck(`${scratch("expire")}/spill`);
    await duck.run(
      "CREATE TABLE loaded AS SELECT * FROM (VALUES ('k1', '甲 CANARY', '2026-03-31'), ('k2', '乙', '2026-04-01')) t(id, trader, until)",
    );
    const on = (day: string) => ask(duck, shownRows(traders, day));
    expect(await on("2026-03-31")).toEqual([
      { id: "k1", trader: "甲 CANARY", until: "2026-03-31" },
      { id: "k2", trader: "乙", until: "2026-04-01" },
    ]);
    expect(await on("2026-04-01")).toEqual([
      { id: "k1", trader: null, until: "2026-03-31" },
      { id: "k2", trader: "乙", until: "2026-04-01" },
    ]);
    duck.closeSync();
  });

  it("is taken as it is where nothing expires", () =>
    expect(expired(tiny, "2026-04-01")).toBe("*"));
});
