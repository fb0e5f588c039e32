import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { signed } from "#charts/change";
import { groupOf } from "#core/assessment/group";
import { langs } from "#core/language";
import { needAssessed, pillarName, standingIn } from "#site/assessment";
import { briefOf } from "#site/region";
import { movesText, placeOf } from "#site/standing";
import { dist } from "../site.ts";

const now = needAssessed();
const code = "650100";
const group = groupOf(code);
if (!group) throw new Error(`${code} has no peers`);
const unit = (lang: "zh" | "en", of: string = code) => ({
  now,
  group: groupOf(of) ?? group,
  code: of,
  lang,
});

it("names the pillar that fell most by its score, before any indicator", () => {
  if (!now.last) throw new Error("no last year");
  const [to, from] = [now.period, now.last].map((p) => standingIn(now, p, group, code).pillars);
  const moves = Object.keys(now.a.pillars).flatMap((p) => {
    const [a, b] = [to?.[p], from?.[p]];
    return typeof a === "number" && typeof b === "number" ? [{ p, by: a - b }] : [];
  });
  const [worst] = moves.toSorted((a, b) => a.by - b.by);
  if (!worst) throw new Error("nothing moved");
  const [pillars = "", indicators = ""] = movesText(unit("zh"));
  expect(pillars).toContain(
    `四项里下降最多的是${pillarName(now.a, worst.p, "zh")}（得分 ${signed(worst.by)}）`,
  );
  // An indicator is told with both: how its score moved, and how its value did.
  expect(indicators).toMatch(/^与去年同期比，指标里下降最多的是.+（得分 −[\d.]+，数值 .+）/);
});

it("gives a place with a rank, and none without", () => {
  const place = placeOf(unit("en"));
  expect(place?.rank).toMatch(/^Rank [\d.]+ of \d+$/);
  expect(place?.strip).toMatch(/^<svg class="strip"/);
  expect(placeOf(unit("zh", "650103"))).toBeNull(); // counties are not compared
});

describe.each(langs)("a region's page in %s", (lang) => {
  const brief = briefOf(code, lang);
  const { document } = parseHTML(
    readFileSync(join(dist, lang, "regions", code, "index.html"), "utf8"),
  );

  it("leads with the rank", () =>
    expect(document.querySelector(".brief section .rank")?.textContent).toBe(brief.place?.rank));

  it("says in a sentence what could not be computed, and has no line for it", () => {
    expect(brief.folded.length).toBeGreaterThan(0);
    for (const line of brief.indicators)
      expect(line.now.why === "" || line.last !== "–").toBe(true);
    for (const sentence of [...brief.folded, brief.lacking])
      expect(document.querySelector(".brief")?.textContent).toContain(sentence);
    const all = Object.keys(now.a.indicators).length;
    expect(brief.indicators.length).toBeLessThan(all);
  });
});

it("has no table without a row, as of a county without data", () => {
  const pages = globSync("{zh,en}/regions/*/index.html", { cwd: dist });
  expect(pages.length).toBeGreaterThan(200);
  const bare = pages.filter((page) =>
    /<tbody>\s*<\/tbody>/.test(readFileSync(join(dist, page), "utf8")),
  );
  expect(bare).toEqual([]);
});
