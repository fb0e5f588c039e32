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

test("rows are a table or cards, and never pushed sideways", { tag: "@wide" }, async ({ page }) => {
  const paths = [
    "/zh/fees/",
    "/en/arrears-balances/",
    "/zh/subsidy-awards/leads/",
    "/en/subsidy-programmes/P001/",
    "/zh/subsidies/",
    "/en/regions/650100/",
    "/en/assessment/",
    "/zh/law/",
  ];
  for (const path of paths) {
    await page.goto(path);
    for (const width of [640, 700, 768, 860, 960, 1024, 1088, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const pushed = await page
        .locator("section:has(> table)")
        .evaluateAll((all) =>
          all
            .filter((section) => section.scrollWidth > section.clientWidth)
            .map((section) => section.querySelector("h2")?.textContent),
        );
      expect(pushed, `${path} at ${width}`).toEqual([]);
    }
  }
  // Few columns need less room than many.
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto("/en/subsidy-programmes/P001/");
  await expect(page.locator("#paid ~ table thead")).toHaveCSS("display", "table-header-group");
  await page.goto("/en/arrears-balances/");
  await expect(page.locator("#rows ~ table tbody tr").first()).toHaveCSS("display", "flex");
});

test.describe("a long page on a phone", () => {
  test.use({ javaScriptEnabled: false });

  test("ends, and lists everything for who asks or prints", { tag: "@narrow" }, async ({
    page,
  }) => {
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const most = {
      "/zh/fees/": 8000,
      "/zh/regions/650100/": 4600,
      "/zh/subsidies/": 5000,
      "/zh/fees/check/": 3500,
      "/zh/guide/methods/": 6000,
    };
    for (const [path, pixels] of Object.entries(most)) {
      await page.goto(path);
      expect(await height(), path).toBeLessThan(pixels);
    }
    await page.goto("/zh/fees/");
    const rows = page.locator("#rows ~ table tbody tr");
    const total = await rows.count();
    expect(total).toBeGreaterThan(90);
    await expect(rows.filter({ visible: true })).toHaveCount(5);
    await page.locator("#rows ~ .every-row input").check();
    await expect(rows.filter({ visible: true })).toHaveCount(total);
    await page.locator("#rows ~ .every-row input").uncheck();
    await page.emulateMedia({ media: "print" });
    await expect(rows.filter({ visible: true })).toHaveCount(total);
    await page.emulateMedia({ media: "screen" });
    // A row that the address names is always there.
    const id = await rows.nth(40).getAttribute("id");
    await page.goto(`/zh/fees/#${id}`);
    await expect(rows.filter({ visible: true })).toHaveCount(6);
  });
});

test("text in pictures grows with larger type, and stays in the window", {
  tag: "@narrow",
}, async ({ page, viewport }) => {
  const texts = page.locator(".picture.narrow text");
  const measured = () =>
    texts.evaluateAll((all) =>
      all.map((t) => {
        const { left, right } = t.getBoundingClientRect();
        const size = Number.parseFloat(getComputedStyle(t).fontSize);
        return { size, left, right, text: t.textContent ?? "" };
      }),
    );
  for (const path of ["/en/fees/", "/zh/complaints/", "/en/arrears-cases/", "/en/assessment/"]) {
    await page.goto(path);
    const usual = await measured();
    await larger(page).click();
    const grown = await measured();
    await larger(page).click();
    expect(grown.length).toBeGreaterThan(10);
    // The watermark alone is as it was.
    const same = grown.filter(({ size }, i) => size < (usual[i]?.size ?? 0) * 1.19);
    expect(new Set(same.map(({ text }) => text)).size).toBeLessThanOrEqual(1);
    for (const { left, right, text } of grown) {
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(right, text).toBeLessThanOrEqual(viewport?.width ?? 0);
    }
  }
});
