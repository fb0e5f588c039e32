import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

const lookup = "/zh/recipients/";
const ask = async (page: Page, text: string) => {
  await page.getByRole("searchbox").fill(text);
  await page.getByRole("searchbox").press("Enter");
};

/** An organisation of the site, by the link of a programme's list of awards. */
async function someOrganisation(page: Page): Promise<{ name: string; uscc: string }> {
  await page.goto("/zh/subsidies/");
  await page.locator("table.rows th a").first().click();
  const link = page.locator("table.rows a[href^='/zh/recipients/']").first();
  const name = (await link.textContent())?.trim() ?? "";
  const href = (await link.getAttribute("href")) ?? "";
  return { name, uscc: /[0-9A-Z]{18}/.exec(href)?.[0] ?? "" };
}

test("leads from the subsidies to a programme: who, how, with what, how long, and who got it", async ({
  page,
}) => {
  await page.goto("/zh/");
  await page.locator(".doors").getByRole("link", { name: "惠企补贴" }).click();
  await expect(page.locator("h1")).toHaveText("惠企补贴");
  await page.locator("table.rows th a").first().click();
  for (const name of ["谁能领", "怎么办", "要带什么", "多久到账", "发了多少，发给了谁"])
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  await expect(page.locator(".figures")).toContainText("按期兑付率");
  // A share stands with its numerator and denominator.
  await expect(page.locator(".figures")).toContainText(/[\d,]+ 中的 [\d,]+/);
  await expect(page.locator(".banner-demonstration")).toBeVisible();
});

test("opens all awards of a programme in the explorer", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/zh/subsidies/");
  await page.locator("table.rows th a").first().click();
  const programme = await page.locator("h1").textContent();
  await page.getByRole("link", { name: /筛选、下载这个项目/ }).click();
  await expect(page.locator("mz-explorer[data-state=ready]")).toBeVisible({ timeout: 30_000 });
  expect(new URL(page.url()).searchParams.get("programme")).toBe(programme);
});

test("looks an organisation up by code and by full name, with at most two small files", {
  tag: "@wide",
}, async ({ page }) => {
  const { name, uscc } = await someOrganisation(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  for (const text of [uscc, ` ${uscc.toLowerCase()} `, name]) {
    await page.goto(lookup);
    asked.length = 0;
    await ask(page, text);
    await page.waitForURL(`**/recipients/${uscc}/`);
    await expect(page.locator("h1")).toHaveText(name);
    const files = asked.filter((path) => path.startsWith("/data/"));
    expect(files.length).toBeLessThanOrEqual(2);
    expect(asked.filter((path) => /duckdb|wasm|arrow/.test(path))).toEqual([]);
  }
});

test("says what to do where nothing is found, and stays accessible", async ({ page }) => {
  await page.goto(lookup);
  await ask(page, "没有这家单位");
  await expect(page.getByRole("status")).toContainText("没有找到");
  expect(await accessibilityProblems(page)).toEqual([]);
  expect((await overflow(page)).pixels).toBe(0);
});

test("says so when the index cannot be read", { tag: "@wide" }, async ({ page, problems }) => {
  problems.allow(/Failed to (load|fetch)/);
  await page.route(/organisations\/.*\.json/, (route) => route.abort());
  await page.goto(lookup);
  await ask(page, "91650100MA00000159");
  await expect(page.getByRole("status")).toContainText("没有读到索引");
});

test("opens a shared question, and goes back to it", { tag: "@wide" }, async ({ page }) => {
  await page.goto(`${lookup}?q=${encodeURIComponent("没有这家单位")}`);
  await expect(page.getByRole("searchbox")).toHaveValue("没有这家单位");
  await expect(page.getByRole("status")).toContainText("没有找到");
  await ask(page, "也没有");
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("没有这家单位");
});

test("shows leads with their rule, their count and their rows", { tag: "@wide" }, async ({
  page,
}) => {
  await page.goto("/zh/subsidy-awards/leads/");
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(8);
  await expect(page.locator("#duplicates ~ *").first()).toBeVisible();
  await expect(page.getByText("不是指控")).toBeVisible();
  await expect(page.getByRole("link", { name: /下载全部/ }).first()).toBeVisible();
});

test("reads without script", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/zh/subsidies/`);
  await page.locator("table.rows th a").first().click();
  await page.locator("table.rows a[href^='/zh/recipients/']").first().click();
  await expect(page.locator("table.rows tbody tr").first()).toBeVisible();
  await page.goto(site.url + lookup);
  await expect(page.locator("noscript p")).toBeVisible();
  await context.close();
});
