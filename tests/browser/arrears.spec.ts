import { readFileSync } from "node:fs";
import type { Catalog } from "#core/catalog";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems } from "./harness.ts";

const { datasets }: Catalog = JSON.parse(readFileSync("build/catalog.json", "utf8"));
const cases = datasets.find((e) => e.dataset.id === "arrears-cases");
const gone = cases?.tombstones[0];

test("answers for a case taken down with a nameless page", async ({ page }) => {
  await page.goto(`/zh/arrears-cases/${gone?.key}/`);
  await expect(page.locator("h1")).toHaveText("这条记录已不再公示");
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await expect(page.locator("main")).toContainText(gone?.key ?? "no tombstone");
  await expect(page.locator("main")).not.toContainText(/有限公司|元/);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("keeps the three populations apart", async ({ page }) => {
  await page.goto("/zh/arrears/");
  await expect(page.getByText("从不相加").first()).toBeVisible();
  for (const name of ["各类民营组织", "中小民营组织", "国令 802 中小企业"])
    await expect(page.locator("main")).toContainText(name);
});

test("hides a name past its time in an old copy of the page", { tag: "@wide" }, async ({
  page,
}) => {
  await page.goto("/zh/arrears-cases/");
  const link = page.locator("table.rows tbody th a").first();
  const name = (await link.textContent())?.trim() ?? "";
  const href = (await link.getAttribute("href")) ?? "";
  await page.goto(href);
  await expect(page.locator("h1")).toHaveText(name);
  await page.clock.setFixedTime(new Date("2040-01-01T00:00:00Z"));
  for (const path of [href, "/zh/arrears-cases/", "/zh/arrears/"]) {
    await page.goto(path);
    await expect(page.locator("h1")).toBeVisible();
    expect(await page.title()).not.toContain(name);
    await expect(page.locator("body")).not.toContainText(name);
  }
});

test("hides it in an old query file too", { tag: "@wide" }, async ({ page }) => {
  await page.clock.setFixedTime(new Date("2040-01-01T00:00:00Z"));
  await page.goto("/zh/arrears-cases/explore/");
  await page.getByRole("checkbox").first().check();
  await expect(page.locator("mz-explorer[data-state=ready]:not([aria-busy])")).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator(".row-grid tbody tr").first()).toBeVisible();
  await expect(page.locator(".row-grid tbody")).not.toContainText("有限公司");
});

test("names those who owe most on the first screen, each with its case", async ({ page }) => {
  await page.goto("/zh/arrears/");
  const first = page.locator(".debtors tbody tr").first();
  const box = await first.boundingBox();
  expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
  const name = (await first.locator("th").textContent())?.trim() ?? "";
  await first.getByRole("link").click();
  await expect(page.locator("h1")).toHaveText(name);
});

test("hides the names of the topic past their time, and keeps what is owed", {
  tag: "@wide",
}, async ({ page }) => {
  await page.clock.setFixedTime(new Date("2040-01-01T00:00:00Z"));
  await page.goto("/zh/arrears/");
  const rows = page.locator(".debtors tbody tr");
  await expect(rows).toHaveCount(10);
  await expect(rows.first().locator("th")).toHaveText("公示已期满");
  await expect(page.locator("main")).not.toContainText(/公司|管理局/);
  await expect(rows.first()).toContainText("万元");
});

test("asks who owes in the explorer", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/zh/arrears/");
  await page.getByRole("searchbox").fill("集团");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.locator("mz-explorer[data-state=ready]:not([aria-busy])")).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator(".row-grid tbody tr").first()).toContainText("集团");
});
