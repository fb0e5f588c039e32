import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/**
 * A language written from right to left, as a test has it: every word of the page in letters of the Arabic script, a
 * third longer, and the page turned around. It shows that the layout needs nothing but strings; it is never published.
 */
const turnAround = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    root.dir = "rtl";
    root.lang = "ug";
    const letters = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي";
    const word = (from: string, length: number) =>
      Array.from({ length }, (_, i) =>
        letters.charAt(((from.codePointAt(i % from.length) ?? 0) + i) % letters.length),
      ).join("");
    // A Latin word grows by a third; two Chinese characters are a word of five letters.
    const turned = (text: string) =>
      text
        .replace(/\p{Script=Latin}+/gu, (latin) => word(latin, Math.ceil(latin.length * 1.34)))
        .replace(/\p{Script=Han}{1,2}/gu, (han) => `${word(han, 5)} `);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      // Codes, addresses and pictures stay as they are in every language.
      if (node.parentElement?.closest("script, style, code, pre, svg")) continue;
      node.textContent = turned(node.textContent ?? "");
    }
    for (const input of document.querySelectorAll<HTMLInputElement>("[placeholder]"))
      input.placeholder = turned(input.placeholder);
  });

/** What sticks out of the window on either side and cannot be scrolled to within a box of its own. */
const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const pixels = Math.max(0, document.documentElement.scrollWidth - width);
    const out = [...document.body.querySelectorAll("*")].filter((e) => {
      const { left, right, width: w } = e.getBoundingClientRect();
      const isHidden = e.closest(".hidden-visually, thead, .skip, [hidden], dialog, .row-grid");
      return w > 0 && e.checkVisibility() && !isHidden && (left < -0.5 || right > width + 0.5);
    });
    return [
      ...(pixels ? [`${pixels} px`] : []),
      ...out.map((e) => e.outerHTML.slice(0, 120)),
    ].slice(0, 5);
  });

const edges = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((e) => {
      const range = document.createRange();
      range.selectNodeContents(e);
      const { left, right } = range.getBoundingClientRect();
      return { left, right };
    });

test("pages turn around for a language from right to left", async ({ page, viewport }) => {
  test.slow();
  const width = viewport?.width ?? 0;
  for (const path of [
    "/en/",
    "/zh/fees/",
    "/en/arrears-cases/explore/",
    "/zh/regions/652900/",
    "/en/law/",
    "/zh/components/",
  ]) {
    await page.goto(path);
    const before = {
      brand: await edges(page, ".brand"),
      tools: await edges(page, ".tools"),
      h1: await edges(page, "h1"),
    };
    expect(before.brand.left).toBeLessThan(before.tools.left);
    await turnAround(page);
    expect(await sticksOut(page), path).toEqual([]);
    // What stood at the start on the left stands there on the right, at the same distance.
    const [brand, tools, h1] = [
      await edges(page, ".brand"),
      await edges(page, ".tools"),
      await edges(page, "h1"),
    ];
    // On a phone longer words take a line of their own.
    if (width > 360) expect(brand.left, path).toBeGreaterThan(tools.right);
    expect(Math.round(width - brand.right)).toBe(Math.round(before.brand.left));
    expect(Math.abs(width - h1.right - before.h1.left), path).toBeLessThan(2);
    const nav = await page
      .locator(".site-header nav li")
      .evaluateAll((all) => all.slice(0, 2).map((li) => li.getBoundingClientRect().left));
    expect(nav[0]).toBeGreaterThan(nav[1] ?? width);
    // Pictures keep their direction: every word of one stays with it.
    const cut = await page.locator(".picture svg:visible").evaluateAll((all) =>
      all.flatMap((svg) =>
        [...svg.querySelectorAll("text")].flatMap((text) => {
          const { left, right } = text.getBoundingClientRect();
          const box = svg.getBoundingClientRect();
          const isOut = left < box.left - 8 || right > box.right + 8;
          return isOut || left < 0 || right > innerWidth ? [text.textContent] : [];
        }),
      ),
    );
    expect(cut, path).toEqual([]);
  }
});

test("an explorer's filters and a table's first column stand on the right", {
  tag: "@wide",
}, async ({ page }) => {
  await page.goto("/zh/fees/explore/");
  await turnAround(page);
  const filters = await page.locator(".filters").boundingBox();
  const answer = await page.locator(".answer").boundingBox();
  expect(filters?.x).toBeGreaterThan((answer?.x ?? 0) + (answer?.width ?? 0));
  const cells = await page
    .locator("table.rows thead th")
    .evaluateAll((all) => all.map((th) => th.getBoundingClientRect().left));
  expect(cells).toEqual(cells.toSorted((a, b) => b - a));
});
