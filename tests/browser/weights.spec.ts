import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

const address = "/zh/assessment/weights/";
const table = (page: Page) => page.locator("[data-group=prefectures] tbody");
const ready = (page: Page) => expect(page.locator("mz-weights:not([aria-busy])")).toBeVisible();

test("computes the published ranks again, by the same arithmetic", async ({ page }) => {
  await page.goto(address);
  const written = await page.evaluate(async () => {
    const html = await (await fetch(location.href)).text();
    const read = new DOMParser().parseFromString(html, "text/html");
    return [...read.querySelectorAll("[data-unit]")].map((row) => row.textContent);
  });
  await page.waitForLoadState("networkidle");
  await ready(page);
  await expect(page.locator("[data-pair] li")).toHaveCount(2);
  const rows = await page.locator("[data-unit]").allTextContents();
  expect(rows).toEqual(written);
});

test("follows the sliders from the keyboard, and the address keeps them", async ({ page }) => {
  await page.goto(address);
  await ready(page);
  const before = await table(page).textContent();
  await page.getByLabel("拖欠").focus();
  await page.keyboard.press("End");
  await page.getByLabel("补贴").focus();
  await page.keyboard.press("Home");
  await expect(page.getByRole("status")).toHaveText("这是您定的权重，不是公布的。");
  await expect(page.locator("[data-share=subsidies]")).toHaveText("0%");
  await expect(page.locator("[data-share=arrears]")).toHaveText("67%");
  await ready(page); // the last question is answered, not only one before it
  await expect.poll(() => table(page).textContent()).not.toBe(before);
  const chosen = await table(page).textContent();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    subsidies: "0",
    arrears: "100",
    complaints: "50",
  });
  await page.reload();
  await expect.poll(() => table(page).textContent()).toBe(chosen);
  await expect(page.locator(".site-header a.language")).toHaveAttribute("href", /weights/);
  await page.getByRole("button", { name: "回到公布的权重" }).click();
  await expect.poll(() => table(page).textContent()).toBe(before);
  expect(new URL(page.url()).search).toBe("");
});

test("says whether a region can be told apart from its neighbours", async ({ page }) => {
  await page.goto(`${address}?region=654200`);
  await ready(page);
  await expect(page.getByLabel("这一地与前后邻居分得清吗？")).toHaveValue("654200");
  await expect(page.locator("[data-pair] li")).toHaveText([
    /分得清：|与.+分不清：/,
    "后面没有别的地方。",
  ]);
});

test("refuses weights that are all nothing", async ({ page }) => {
  await page.goto(`${address}?subsidies=0&arrears=0&complaints=0`);
  await expect(page.getByRole("status")).toHaveText("至少一项的权重要大于 0。");
});

for (const lang of ["zh", "en"])
  test(`reads well (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/assessment/weights/?arrears=90`);
    await ready(page);
    await expect(page.locator("[data-pair] li")).toHaveCount(2);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  });

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("has the published ranks", async ({ page }) => {
    const response = await page.goto(address);
    await expect(table(page).locator("tr")).toHaveCount(14);
    await expect(page.locator("form.weights")).toBeHidden();
    expect(await response?.text()).toContain("浏览器没有运行脚本");
  });
});
