import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { formatDate } from "#core/format/format";
import { dueBy } from "#core/freshness";
import { langs } from "#core/language";
import { strings } from "#site/strings";
import { built } from "./scratch.ts";
import { dist } from "./site.ts";

const { datasets, today } = built();
const pages = datasets.flatMap((e) => langs.map((lang) => [e.dataset.id, lang, e] as const));

describe.each(pages)("the page of %s in %s", (id, lang, e) => {
  const { document } = parseHTML(readFileSync(join(dist, lang, id, "index.html"), "utf8"));
  const t = strings[lang];
  const all = (selector: string) => [...document.querySelectorAll(selector)];

  it("goes from figures and charts to rows, then to files, source and fields", () => {
    const order = ["figures", "charts", "rows", "downloads", "source", "basis", "cite", "fields"];
    const headings = all(".sections h2").map((h2) => h2.id);
    expect(headings.filter((one) => order.includes(one))).toEqual(order);
    const links = all("nav.contents a").flatMap(
      (a) => /^#(.+)/.exec(a.getAttribute("href") ?? "")?.[1] ?? [],
    );
    expect(links.filter((one) => order.includes(one))).toEqual(order);
  });

  it("has a line of facts with the day of the next update, and leaves the version to the citation", () => {
    const facts = document.querySelector(".page-header .freshness");
    const text = facts?.textContent ?? "";
    expect(text).toContain(e.dataset.source.publisher[lang]);
    expect(text).toContain(e.dataset.source.licence[lang]);
    const due = dueBy(e, today);
    const none = e.dataset.demonstration ? t.facts.noDuty : t.facts.notStated;
    expect(text).toContain(due ? formatDate(due, lang) : none);
    expect(text).not.toContain(e.version);
    expect(facts?.querySelector("[data-late-from]") !== null).toBe(!e.dataset.demonstration);
    expect(document.querySelector("[aria-labelledby=cite]")?.textContent).toContain(e.version);
  });

  it("shows at most four figures large, and each other figure once", () => {
    const large = all(".sections .figures:not(.rest):not(.counts) > [data-metric]");
    expect(large.length).toBeLessThanOrEqual(4);
    const shown = all(".sections [data-metric]").map((one) => one.getAttribute("data-metric"));
    expect(new Set(shown).size).toBe(shown.length);
    const inSteps = e.dataset.charts.flatMap((chart) => (chart.mark === "steps" ? chart.of : []));
    const parts = Object.values(e.dataset.metrics).flatMap((m) =>
      m.agg === "ratio" ? [m.of] : [],
    );
    const rest = Object.entries(e.dataset.metrics)
      .filter(([m, { onlyInCharts }]) => !onlyInCharts && !parts.includes(m))
      .map(([m]) => m);
    expect([...new Set([...shown, ...inSteps])]).toEqual(expect.arrayContaining(rest));
  });

  it("folds how figures are worked out, and the fields, but not on paper", () => {
    const folded = all(".sections details.on-paper");
    expect(folded.some((one) => one.querySelector(".dictionary"))).toBe(true);
    const css = readFileSync("src/styles/print.css", "utf8");
    expect(css).toMatch(/\.on-paper::details-content/);
    expect(css).toMatch(/details:not\(\.on-paper\)/);
  });

  it("names fields that are never filled in one line", () => {
    const named = all(".never-filled [id]").map((one) => one.id.replace("field-", ""));
    const listed = all(".dictionary tbody tr").map((one) => one.id.replace("field-", ""));
    for (const field of named) expect(e.filled[field]).toBe(0);
    for (const field of listed) expect(e.filled[field]).toBeGreaterThan(0);
    expect(named.length > 0).toBe(Object.values(e.filled).some((n) => n === 0));
  });

  it("offers the sheet and the table in its language first, and every file with its hash", () => {
    const first = all(".download-first a").map((a) => a.getAttribute("href"));
    const file = (format: string, own = false) =>
      e.downloads.find((f) => f.format === format && (!own || f.lang === lang))?.name;
    expect(first).toEqual([file("xlsx"), file("csv", true)].map((name) => `/data/${id}/${name}`));
    const hashes = all(".downloads td code").map((code) => code.getAttribute("title"));
    expect(hashes).toEqual(e.downloads.map((f) => f.sha256));
  });

  it("has a citation in one line and a whole one, each to be copied", () => {
    const copies = all("[aria-labelledby=cite] copy-text");
    expect(copies).toHaveLength(2);
    for (const copy of copies) {
      expect(copy.querySelector("[data-text]")?.textContent).toContain(`/${lang}/${id}/`);
      expect(copy.querySelector("button.needs-script")).not.toBeNull();
      expect(copy.querySelector("[role=status]")?.textContent).toBe("");
    }
  });
});
