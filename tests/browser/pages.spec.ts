import { visitAll } from "../site.ts";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

// Each page on a phone in Chinese and on a desk in English: the other pairs differ in words alone.
for (const url of visitAll())
  test(`${url} reads well`, { tag: url.startsWith("/en/") ? "@wide" : "@narrow" }, async ({
    page,
    viewport,
  }) => {
    await page.goto(url);
    await expect(page.locator("h1")).toHaveCount(1);
    const lang = await page.locator("html").getAttribute("lang");
    expect(lang).toMatch(url.startsWith("/en/") ? /^en/ : /^zh/);
    expect(await accessibilityProblems(page)).toEqual([]);
    if (viewport && viewport.width <= 360)
      expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  });

for (const folder of ["/", "/zh/", "/en/"])
  test(`what is missing under ${folder} gets a page that says so`, async ({ page, problems }) => {
    problems.allow(/status of 404/);
    const response = await page.goto(`${folder}no-such-page/`);
    expect(response?.status()).toBe(404);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("html")).toHaveAttribute("lang", folder === "/en/" ? /^en/ : /^zh/);
  });
