import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { formatNumber } from "#core/format/format";
import { freshnessOf, promptDays } from "#core/freshness";
import { langs } from "#core/language";
import { keepAge } from "#islands/stale";
import { headlineStrip, homeDays } from "#site/home";
import { places } from "#site/topic";
import { line, trendBox, trendsOf } from "#site/trend";
import { built } from "./scratch.ts";
import { dist } from "./site.ts";

const { datasets, today } = built();
const entry = (id: string) => {
  const found = datasets.find(({ dataset }) => dataset.id === id);
  if (!found) throw new Error(`no dataset ${id}`);
  return found;
};

describe("a trend", () => {
  it("is a line from the least to the greatest value, inside its box", () => {
    const { path, end } = line([1, 3, 2]);
    expect(path).toBe("M3,25L60,3L117,14");
    expect(end).toEqual({ x: 117, y: 14 });
    expect(line([5, 5]).end.y).toBe(trendBox.height / 2);
    expect(line([7]).path).toBe("M3,14");
  });

  it("is found for a figure of the latest month by the chart that has it for any month", () => {
    const found = trendsOf(
      entry("arrears-balances"),
      ["closing_now_53_1", "clearance_now_802"],
      "zh",
    );
    expect([...found.keys()]).toEqual(["closing_now_53_1", "clearance_now_802"]);
    // The figure is that of the month itself: its value is not said again.
    for (const { text } of found.values())
      expect(text).toMatch(/^\d{4}年\d+月，环比 [+−]?[\d.]+(%| 个百分点)$/);
    // The three populations are never taken for each other.
    const lines = ["53_1", "53_2", "802"].map(
      (s) =>
        trendsOf(entry("arrears-balances"), [`closing_now_${s}`], "zh").get(`closing_now_${s}`)
          ?.path,
    );
    expect(new Set(lines).size).toBe(3);
  });

  it("says the month's value beside a figure of all months", () =>
    expect(trendsOf(entry("complaints"), ["response"], "zh").get("response")?.text).toMatch(
      /^\d{4}年\d+月 [\d.]+%，环比 /,
    ));

  it("is not made up where there are no months", () =>
    expect(trendsOf(entry("fees"), ["items", "documented"], "en").size).toBe(0));
});

describe("what a page says about age", () => {
  const page = () =>
    parseHTML(
      `<html><body><p data-old-from="2026-12-13" hidden>old</p><time datetime="2026-11-24" data-age="{n} days ago">4 days ago</time><b class="tag tag-fine" data-late-from="2026-12-23" data-late="late">in time</b></body></html>`,
    ).document;
  const said = (day: string) => {
    const document = page();
    keepAge(document, day);
    const [time, tag, note] = ["time", "b", "p"].map((s) => document.querySelector(s));
    return [time?.textContent, tag?.textContent, tag?.className, note?.hasAttribute("hidden")];
  };
  it("stays true after the day of the build", () => {
    expect(said("2026-11-28")).toEqual(["4 days ago", "in time", "tag tag-fine", true]);
    expect(said("2026-12-13")).toEqual(["19 days ago", "in time", "tag tag-fine", false]);
    expect(said("2026-12-23")).toEqual(["29 days ago", "late", "tag tag-late", false]);
  });
  it("is two weeks for the page and four for the data", () =>
    expect([homeDays, promptDays]).toEqual([14, 28]));
});

describe.each(langs)("the home page in %s", (lang) => {
  const html = readFileSync(join(dist, lang, "index.html"), "utf8");

  const { document } = parseHTML(html);
  const within = (part: ParentNode, selector: string) => [...part.querySelectorAll(selector)];
  const real = datasets.filter(({ dataset }) => !dataset.demonstration);

  it("shows each dataset on a line: how fresh it is against its duty or that it is made up, and two figures", () => {
    const lines = within(document, ".datasets .dataset");
    expect(lines).toHaveLength(datasets.length);
    const found = lines.map((line) => {
      const href = line.querySelector("h3 a")?.getAttribute("href") ?? "";
      return { line, e: entry(href.split("/")[2] ?? "") };
    });
    // Real ones first.
    const order = found.map(({ e }) => Number(e.dataset.demonstration));
    expect(order).toEqual(order.toSorted());
    for (const { line, e } of found) {
      expect(line.textContent).toContain(e.dataset.title[lang]);
      expect(within(line, "dl > div")).toHaveLength(2);
      expect(within(line, "strong.tag")).toHaveLength(Number(e.dataset.demonstration));
      expect(within(line, ".fresh")).toHaveLength(Number(!e.dataset.demonstration));
      // The hash of a version says nothing here.
      expect(line.textContent).not.toContain(e.version);
      if (e.dataset.demonstration) continue;
      const { on, days, late } = freshnessOf(e, today);
      expect(line.querySelector("time")?.getAttribute("datetime")).toBe(on);
      expect(line.textContent).toContain(formatNumber(days, 0));
      expect(within(line, ".tag-late")).toHaveLength(Number(late));
    }
  });

  it("leads with four figures, each marked as made up or by its duty, with a trend where there are months", () => {
    const strip = document.querySelector(".strip-figures");
    const tiles = strip ? within(strip, ":scope > div") : [];
    expect(tiles).toHaveLength(Math.min(4, places().length));
    const expected = headlineStrip(lang);
    for (const [i, tile] of tiles.entries()) {
      const { figure, fresh, trend } = expected[i] ?? {};
      expect(tile.querySelector(".value")?.textContent).toContain(figure?.value);
      expect(within(tile, "strong.tag")).toHaveLength(Number(!fresh));
      expect(within(tile, "[data-late-from]")).toHaveLength(Number(fresh !== undefined));
      expect(within(tile, ".tag-late")).toHaveLength(Number(fresh?.late ?? false));
      expect(within(tile, ".trend")).toHaveLength(Number(trend !== undefined));
    }
    expect(expected.filter(({ trend }) => trend).length).toBeGreaterThanOrEqual(2);
    expect(expected.filter(({ fresh }) => fresh).length).toBe(Math.min(4, real.length));
    // Before the first heading below the title: the answer stands in the first screen.
    expect(html.indexOf("strip-figures")).toBeLessThan(html.indexOf("<h2"));
  });

  it("has one search box and three doors", () => {
    expect(html.match(/<input/g)).toHaveLength(1);
    expect(html.match(/<li><h3>/g)).toHaveLength(3);
  });
});
