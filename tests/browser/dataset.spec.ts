import { expect, test } from "./fixtures.ts";

test("copies a citation by keyboard, and says so", { tag: "@wide" }, async ({
  page,
  context,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/zh/fees/");
  const short = page.locator("copy-text").first();
  const text = (await short.locator("[data-text]").textContent())?.trim() ?? "";
  // Built without an address of its own, the site is cited by the one it was read at.
  expect(text).toMatch(/^来源：明账《涉企收费清单》，版本 [0-9a-f]{12}，/);
  expect(text).toContain(`${site.url}/zh/fees/`);
  await short.getByRole("button", { name: "复制" }).focus();
  await page.keyboard.press("Enter");
  await expect(short.getByRole("status")).toHaveText("已复制");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test("selects the citation where copying is not allowed", { tag: "@wide" }, async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new Error("no")) },
    }),
  );
  await page.goto("/en/fees/");
  const short = page.locator("copy-text").first();
  await short.getByRole("button").click();
  await expect(short.getByRole("status")).toContainText("Ctrl+C");
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected).toMatch(/^Source: /);
});

test("has no button that does nothing, and all of its text, without script", {
  tag: "@wide",
}, async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/zh/fees/`);
  await expect(page.locator("copy-text button").first()).toBeHidden();
  await expect(page.locator("copy-text [data-text]").first()).toBeVisible();
  // The rest of the rows is a tick away.
  const rows = page.locator("section[aria-labelledby=rows] tbody tr");
  await expect(rows.nth(20)).toBeHidden();
  await page.locator("section[aria-labelledby=rows] .every-row input").check();
  await expect(rows.nth(20)).toBeVisible();
  await context.close();
});

test("opens on paper what is folded on a screen", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/zh/complaints/");
  const [field, how] = [
    page.locator(".dictionary tbody tr").first(),
    page.locator(".how dd").first(),
  ];
  const height = (of: typeof field) => of.evaluate((e) => e.getBoundingClientRect().height);
  await expect(field).toBeHidden();
  await page.emulateMedia({ media: "print" });
  expect(await height(field)).toBeGreaterThan(10);
  expect(await height(how)).toBeGreaterThan(10);
  await expect(page.locator("copy-text button").first()).toBeHidden();
  const files = page.locator(".downloads tbody tr").last();
  expect(await height(files)).toBeGreaterThan(5);
  // Every row that the page has is printed.
  await expect(page.locator("section[aria-labelledby=rows] tbody tr").last()).toBeVisible();
});

test("leads to a folded field by its address", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/zh/fees/#field-item");
  await expect(page.locator("#field-item")).toBeVisible();
});

test("shows figures in full rows", async ({ page, viewport }) => {
  for (const path of ["/zh/", "/zh/subsidies/", "/zh/complaints/", "/en/fees/"]) {
    await page.goto(path);
    const tops = await page
      .locator(".figures:not(.rest)")
      .first()
      .locator("> div")
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    const inRow = Map.groupBy(tops, (top) => top);
    const [most = 0] = [...inRow.values()].map((row) => row.length);
    expect([...inRow.values()].map((row) => row.length)).toEqual([...inRow].map(() => most));
    expect(most).toBe((viewport?.width ?? 0) < 640 ? 2 : 4);
  }
});
