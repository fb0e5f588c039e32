import { inflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

/** The streams of a PDF, unpacked where they are packed. */
function readPdf(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: start }) => {
    const from = index + start.length;
    const bytes = pdf.subarray(from, pdf.indexOf("endstream", from));
    try {
      return inflateSync(bytes).toString("latin1");
    } catch {
      return ""; // a font or a picture
    }
  });
  return [text, ...streams].join("\n");
}

const pages = (pdf: string) => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** Elements of the page that stick out of the paper's text width. */
const cutOff = (page: Page, width: number) =>
  page.evaluate((most) => {
    const shown = [...document.querySelectorAll("main *, .site-footer *")];
    return shown
      .filter((e) => e.getClientRects().length > 0 && e.getBoundingClientRect().right > most + 1)
      .map((e) => e.outerHTML.slice(0, 80));
  }, width);

test.describe("the scoreboard", { tag: "@wide" }, () => {
  test("says that it is partial, what is missing, and ranks each group apart", async ({ page }) => {
    await page.goto("/zh/assessment/");
    const prefectures = page.locator("section", { has: page.locator("#prefectures") });
    await expect(prefectures).toContainText("这是部分指数，不是综合指数");
    await expect(prefectures).toContainText("收费（14 地中只有 0 地数据够用）");
    await expect(prefectures.locator(".scoreboard tbody tr")).toHaveCount(14);
    const cities = page.locator("section", { has: page.locator("#cities") });
    await expect(cities).toContainText("不予排名");
    await expect(cities).toContainText("按期兑付率：只有");
    await expect(page.locator("section", { has: page.locator("#counties") })).toContainText(
      "暂不比较",
    );
  });

  test("opens a figure to its parts and its rows", async ({ page }) => {
    await page.goto("/zh/assessment/");
    await page.locator("#of-response summary").click();
    const row = page.locator("#of-response tr", { hasText: "乌鲁木齐市" });
    await expect(row).toContainText("÷");
    const href = await row.getByRole("link", { name: /明细/ }).getAttribute("href");
    const url = new URL(href ?? "", page.url());
    expect(url.pathname).toBe("/zh/complaints/explore/");
    expect(url.searchParams.getAll("region")).toEqual(["650100"]);
    expect(url.searchParams.getAll("month").length).toBeGreaterThan(0);
    const parts = await row.locator("td").nth(1).textContent();
    const [of, per] = (parts ?? "").split("÷");
    expect(Number(of?.replace(/\D/g, ""))).toBeLessThanOrEqual(Number(per?.replace(/\D/g, "")));
  });

  test("explains every indicator and how steady the ranks are", async ({ page }) => {
    await page.goto("/en/assessment/method/");
    await expect(page.locator("article.card")).toHaveCount(12);
    for (const card of await page.locator("article.card").all()) {
      await expect(card).toContainText("Fixed for 2025–2027");
      await expect(card).toContainText("Known weakness");
    }
    await expect(page.locator("#sensitivity ~ table").first().locator("tbody tr")).toHaveCount(14);
  });
});

for (const [lang, codes] of [
  ["zh", ["650100", "659009", "652302"]],
  ["en", ["652300", "659012", "653022", "650100"]],
] as const)
  for (const code of codes)
    test(`the brief of ${code} (${lang}) is two pages of A4, and nothing is cut`, {
      tag: "@wide",
    }, async ({ page }) => {
      await page.goto(`/${lang}/regions/${code}/`);
      // The width of the text on A4 with the margins of brief-print.css.
      const width = Math.floor(((210 - 28) / 25.4) * 96);
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ media: "print" });
      expect(await cutOff(page, width)).toEqual([]);
      const pdf = readPdf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
      expect(pages(pdf)).toBe(2);
      expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45]\.\d+ 84[12]\.\d+/);
      // Fonts are in the file, so that every reader sees the same.
      const fonts = pdf.match(/\/Type\s*\/FontDescriptor/g)?.length ?? 0;
      expect(fonts).toBeGreaterThan(0);
      const inside = pdf.match(/\/FontFile[23]?\s|\/Subtype\s*\/Type3/g)?.length ?? 0;
      expect(inside).toBeGreaterThanOrEqual(fonts);
    });

for (const url of ["/zh/regions/652301/", "/en/regions/650100/"])
  test(`${url} reads well`, async ({ page }) => {
    await page.goto(url);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  });
