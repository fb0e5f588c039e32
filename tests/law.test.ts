import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Entry } from "#core/catalog";
import { dueBy, freshnessOf, promptDays } from "#core/freshness";
import { langs } from "#core/language";
import { articleNumbers, articles, citeArticle } from "#core/law";
import { duties, systems } from "#core/law/duty";
import { findDatasets } from "#scripts/lib/find";
import { standingOf } from "#site/law";
import { built } from "./scratch.ts";
import { dist } from "./site.ts";

type Cites = { id: string; articles: readonly number[]; privacy: readonly { because: object }[] };

/** Each article a declaration cites that the table lacks. */
function unknownArticles(d: Cites): string[] {
  const because = d.privacy.flatMap(({ because: b }) =>
    "article" in b && typeof b.article === "number" ? [b.article] : [],
  );
  const known: readonly number[] = articleNumbers;
  return [...d.articles, ...because]
    .filter((n) => !known.includes(n))
    .map((n) => `${d.id}: no article ${n}`);
}

const datasets = await findDatasets("data");

describe("the table of articles", () => {
  it("has all 59 by number, each in one line of every language", () => {
    expect(articleNumbers).toEqual(Array.from({ length: 59 }, (_, i) => i + 1));
    for (const n of articleNumbers)
      for (const lang of langs) expect(articles[n][lang], `${n} ${lang}`).toMatch(/^\S.+[。.]$/);
    // 42 and 52 share a title, not a summary.
    expect(new Set(articleNumbers.map((n) => articles[n].zh)).size).toBe(59);
  });

  it.each(datasets)("has every article that $id cites", ({ dataset }) =>
    expect(unknownArticles(dataset)).toEqual([]),
  );

  it("is missed by a dataset that cites more", () =>
    expect(
      unknownArticles({ id: "x", articles: [60, 50], privacy: [{ because: { article: 0 } }] }),
    ).toEqual(["x: no article 60", "x: no article 0"]));

  it("names each duty to publish and each system once, in order", () => {
    const numbers = duties.map(({ article, paragraphs }) => citeArticle(article, paragraphs, "en"));
    expect(numbers.map((text) => text.replace("Article ", ""))).toEqual(
      "10(2) 12(1) 13(2) 35(2) 36(2) 38 42(5) 43 45(2) 49(2) 50(1) 54(1)(4) 56(1)".split(" "),
    );
    expect(systems.map(({ article }) => article)).toEqual([4, 37, 44, 55]);
    expect(citeArticle(54, [1, 4], "zh")).toBe("第 54 条第 1、4 款");
  });
});

const [someEntry] = built().datasets;
const entryWith = (received: string, last: string | null, demonstration = false): Entry => {
  if (!someEntry) throw new Error("no dataset");
  const { dataset: d } = someEntry;
  const source = { ...d.source, received };
  return {
    ...someEntry,
    dataset: { ...d, source, demonstration },
    dates: last ? { first: last, last } : null,
  };
};

describe("freshness", () => {
  it.each([
    ["2026-11-24", null, 4, false, "2026-12-23"],
    ["2026-10-31", null, 28, false, "2026-11-29"],
    ["2026-10-30", null, 29, true, "2026-11-28"],
    ["2026-11-24", "2025-12-25", 338, true, "2026-01-23"],
    ["2026-11-24", "2025", 332, true, "2026-01-29"],
    ["2026-11-24", "2026-02", 273, true, "2026-03-29"],
    ["2026-12-01", null, 0, false, "2026-12-30"],
  ] as const)(
    "of a file of %s with a source of %s: %d days, late %s",
    (received, last, days, late, lateFrom) => {
      const found = freshnessOf(entryWith(received, last), "2026-11-28");
      expect(found).toMatchObject({ days, late, lateFrom, from: last ? "source" : "received" });
    },
  );

  it("knows by when the next update is due, where an article asks for publication", () => {
    const today = "2026-11-28";
    expect(dueBy(entryWith("2026-11-24", null), today)).toBe("2026-12-22");
    expect(dueBy(entryWith("2026-11-24", "2025-12-25"), today)).toBe("2026-01-22");
    // Nobody owes rows that are made up, and Art. 44 asks for no publication.
    expect(dueBy(entryWith("2026-11-24", null, true), today)).toBeNull();
    const { dataset, dates } = entryWith("2026-11-24", null);
    expect(dueBy({ dataset: { ...dataset, articles: [44] }, dates }, today)).toBeNull();
  });

  it("decides, with who made the rows up, how far a duty is met", () => {
    const shown = (late: boolean, demonstration: boolean) => {
      const entry = entryWith(late ? "2026-01-01" : "2026-11-27", null, demonstration);
      return { entry, fresh: freshnessOf(entry, "2026-11-28") };
    };
    expect(standingOf([])).toBe("none");
    expect(standingOf([shown(false, true)])).toBe("demonstration");
    expect(standingOf([shown(false, false), shown(true, true)])).toBe("met");
    expect(standingOf([shown(false, false), shown(true, false)])).toBe("late");
  });
});

describe.each(langs)("the page /%s/law/", (lang) => {
  const html = readFileSync(join(dist, lang, "law/index.html"), "utf8");

  it("lists each article and each duty, says that it is a draft, and that made-up rows do not count", () => {
    for (const n of articleNumbers) expect(html).toContain(`id="article-${n}"`);
    for (const { article } of duties) expect(html).toContain(`id="duty-${article}"`);
    expect(html).toMatch(/class="draft"/);
    const counted = (isReal: boolean) =>
      duties.filter(({ article }) =>
        built().datasets.some(
          ({ dataset: d }) => d.articles.includes(article) && (!isReal || !d.demonstration),
        ),
      ).length;
    const [real, any] = [counted(true), counted(false)];
    const values = [...html.matchAll(/<dd class="value">(\d+)<\/dd>/g)].map(([, n]) => Number(n));
    expect(values).toEqual([real, any - real, duties.length - any]);
    expect(html).toContain(`${promptDays}`);
  });

  it.each(["index.html", "fees/index.html"])("is linked from %s", (page) =>
    expect(readFileSync(join(dist, lang, page), "utf8")).toContain(`href="/${lang}/law/`),
  );
});
