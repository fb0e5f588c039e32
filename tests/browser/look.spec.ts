import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

const fits = async (page: Page) =>
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
const larger = (page: Page) => page.locator(".tools [data-larger]");
const typeSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));

test("every component reads well, whatever the reader has set", async ({ page, viewport }) => {
  const isNarrow = (viewport?.width ?? 0) <= 360;
  await page.goto(isNarrow ? "/zh/components/" : "/en/components/");
  const look = async () => {
    expect(await accessibilityProblems(page)).toEqual([]);
    await fits(page);
  };
  // As it comes, pages.spec.ts has looked at it.
  await expect(page.locator(".chips button")).not.toHaveCount(0);
  if (isNarrow) {
    await page.locator("[data-fold]").click();
    await larger(page).click();
    await look();
  } else {
    await page.emulateMedia({ colorScheme: "dark" });
    await look();
    await page.emulateMedia({ colorScheme: "dark", contrast: "more" });
    await look();
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    await look();
    await page.locator("[data-choose]").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look();
  }
});

test("larger type is remembered, before anything is painted", { tag: "@narrow" }, async ({
  page,
}) => {
  await page.goto("/zh/");
  const usual = await typeSize(page);
  await expect(larger(page)).toHaveAttribute("aria-pressed", "false");
  await expect(larger(page)).toHaveAccessibleName("大字版");
  await larger(page).click();
  await expect(larger(page)).toHaveAttribute("aria-pressed", "true");
  expect(await typeSize(page)).toBe(usual * 1.25);
  // Whatever of the next page there is when it is first painted, it has its size already.
  await page.addInitScript(() =>
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement;
      for (const { name } of list.getEntries())
        if (name === "first-paint") dataset["painted"] = dataset["type"] ?? "";
    }).observe({ type: "paint", buffered: true }),
  );
  for (const path of [
    "/en/fees/",
    "/zh/arrears-cases/explore/",
    "/zh/regions/652900/",
    "/en/law/",
  ]) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("data-painted", "larger");
    await expect(larger(page)).toHaveAttribute("aria-pressed", "true");
    await fits(page);
    const sizes = await page
      .locator("nav.contents a, .site-links a, button:visible")
      .evaluateAll((all) => all.map((a) => a.getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  }
  await larger(page).click();
  await page.goto("/en/");
  expect(await typeSize(page)).toBe(usual);
});

test("the button for larger type is there only where it works", { tag: "@wide" }, async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/zh/`);
  await expect(larger(page)).toBeHidden();
  await context.close();
});

test("nothing moves while scripts start", async ({ page }) => {
  await page.addInitScript(() => {
    const moved: number[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        moved.push((entry as PerformanceEntry & { value: number }).value); // a layout shift has it
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of [
    "/zh/",
    "/en/fees/",
    "/zh/fees/explore/",
    "/en/arrears-cases/explore/",
    "/zh/regions/652900/",
    "/en/law/",
    "/zh/fees/check/",
    "/zh/search/",
    "/en/assessment/weights/",
  ]) {
    await page.goto(path, { waitUntil: "networkidle" });
    const moved = await page.evaluate(() => (window as Window & { moved?: number[] }).moved);
    expect(moved, path).toEqual([]);
  }
});
