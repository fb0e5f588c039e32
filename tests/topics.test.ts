import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { creditorNames } from "#core/creditor";
import { formatNumber, formatYuan } from "#core/format/format";
import { langs } from "#core/language";
import { rowsOf } from "#site/catalog";
import { largestDebtors } from "#site/debtor";
import { built } from "./scratch.ts";
import { dist } from "./site.ts";

const entry = (id: string) => {
  const found = built().datasets.find(({ dataset }) => dataset.id === id);
  if (!found) throw new Error(`no dataset ${id}`);
  return found;
};
const page = (path: string) =>
  parseHTML(readFileSync(join(dist, path, "index.html"), "utf8")).document;

const cases = entry("arrears-cases");
const unpaid = rowsOf("arrears-cases").toSorted(
  (a, b) => Number(b["outstanding"]) - Number(a["outstanding"]),
);

describe.each(langs)("/%s/arrears/", (lang) => {
  const document = page(`${lang}/arrears`);
  const debtors = [...document.querySelectorAll(".debtors tbody tr")];

  it("names the ten cases with the most unpaid, the largest first, as they are published", () => {
    expect(debtors).toHaveLength(10);
    const names = debtors.map((row) => row.querySelector("th")?.textContent?.trim());
    expect(names).toEqual(unpaid.slice(0, 10).map((row) => row["debtor_name"]));
    for (const [i, row] of debtors.entries()) {
      const link = row.querySelector("th a")?.getAttribute("href");
      expect(link).toBe(`/${lang}/arrears-cases/${unpaid[i]?.["case_id"]}/`);
      expect(row.textContent).toContain(formatNumber(Number(unpaid[i]?.["overdue_days"])));
      // Disputed money is flagged.
      const isDisputed = Number(unpaid[i]?.["disputed"]) > 0;
      expect(row.querySelector("small") !== null).toBe(isDisputed);
    }
  });

  it("lets go of each name on its last day", () => {
    for (const [i, row] of debtors.entries())
      expect(row.querySelector("th")?.getAttribute("data-until")).toBe(
        unpaid[i]?.["publish_until"],
      );
    expect(document.querySelectorAll("script[type=module]").length).toBeGreaterThan(0);
    for (const { key } of cases.tombstones) expect(document.toString()).not.toContain(key);
  });

  it("has a line for each population, with its own figures and no total", () => {
    const lines = [...document.querySelectorAll(".creditors tbody tr")];
    expect(lines).toHaveLength(Object.keys(creditorNames).length);
    const suffixes = ["53_1", "53_2", "802"];
    for (const [i, line] of lines.entries()) {
      const ids = [...line.querySelectorAll("[data-metric]")].map((td) =>
        td.getAttribute("data-metric"),
      );
      expect(ids).toEqual(
        ["outstanding", "cases", "closing_now", "clearance_now"].map((m) => `${m}_${suffixes[i]}`),
      );
      expect(line.querySelectorAll(".trend")).toHaveLength(2);
    }
    expect(document.querySelector(".creditors tfoot")).toBeNull();
    const sum = suffixes.reduce((n, s) => n + (cases.figures[`outstanding_${s}`]?.value ?? 0), 0);
    expect(document.toString()).not.toContain(formatYuan(sum, lang));
  });
});

it("ranks cases by what is unpaid, and gives a share of the largest", () => {
  const found = largestDebtors(cases, 3, "zh");
  expect(found.map(({ share }) => share)[0]).toBe(100);
  expect(found.map(({ key }) => key)).toEqual(unpaid.slice(0, 3).map((row) => row["case_id"]));
});

describe.each(langs)("/%s/subsidies/", (lang) => {
  const document = page(`${lang}/subsidies`);
  const html = document.toString();

  it("says who got how much before anything else, and leads to the lookup", () => {
    const first = document.querySelector("main > section");
    expect(first?.querySelectorAll(".figures > div")).toHaveLength(4);
    expect(first?.querySelector(`a[href="/${lang}/recipients/"]`)).not.toBeNull();
  });

  it("lists the programmes that paid most, then all of them", () => {
    const tables = [...document.querySelectorAll(".programmes")];
    expect(tables.map((table) => table.querySelectorAll("tbody tr").length)).toEqual([
      5,
      entry("subsidy-programmes").rows.published,
    ]);
    expect(html.indexOf("largest")).toBeLessThan(html.indexOf('id="programmes"'));
  });
});
