import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { formatNumber } from "#core/format/format";
import { freshnessOf, promptDays } from "#core/freshness";
import { langs } from "#core/language";
import { keepAge } from "#islands/stale";
import { homeDays } from "#site/home";
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
    for (const { text } of found.values()) expect(text).toMatch(/^\d{4}年\d+月，环比 [+−]?[\d.]+/); // the value stands above it
    // The three populations are never taken for each other.
    const lines = ["53_1", "53_2", "802"].map(
      (s) =>
        trendsOf(entry("arrears-balances"), [`closing_now_${s}`], "zh").get(`closing_now_${s}`)
          ?.path,
    );
    expect(new Set(lines).size).toBe(3);
    // A figure of all months does not say what the latest was.
    const { response } = Object.fromEntries(trendsOf(entry("complaints"), ["response"], "zh"));
    expect(response?.text).toMatch(/^\d{4}年\d+月 [\d.]+%，环比 [+−]?[\d.]+/);
  });

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

  it("shows each dataset, how fresh the real ones are, and which are made up", () => {
    for (const { dataset: d } of datasets) expect(html).toContain(d.title[lang]);
    const real = datasets.filter(({ dataset }) => !dataset.demonstration);
    expect(html.match(/class="fresh"/g)).toHaveLength(real.length);
    for (const e of real) {
      const { on, days, late } = freshnessOf(e, today);
      expect(html).toContain(`datetime="${on}"`);
      expect(html).toContain(formatNumber(days, 0));
      expect(html.includes("tag-late")).toBe(late);
    }
    expect(html.match(/<strong class="tag">/g)).toHaveLength(datasets.length - real.length);
  });

  it("has one search box, three doors, and a trend beside figures that have months", () => {
    expect(html.match(/<input/g)).toHaveLength(1);
    expect(html.match(/<li><h3>/g)).toHaveLength(3);
    expect(html.match(/class="trend"/g)?.length).toBeGreaterThanOrEqual(10);
  });
});
