import { expect, test } from "./fixtures.ts";
import { accessibilityProblems } from "./harness.ts";

test("shows rates month by month with n/N, 同比, 环比 and an interval", async ({ page }) => {
  await page.goto("/zh/complaints/");
  await page.locator("details.months summary", { hasText: "企业满意率" }).click();
  const table = page.locator("#months-satisfaction");
  await expect(table.locator("thead")).toContainText("同比");
  await expect(table.locator("thead")).toContainText("环比");
  const newest = table.locator("tbody tr").first();
  await expect(newest).toContainText(/%/);
  await expect(newest).toContainText(/[\d,]+\/[\d,]+/);
  await expect(newest).toContainText("95% 区间");
  await expect(newest).toContainText("个百分点");
  // The first month of the data has nothing to compare with.
  await expect(table.locator("tbody tr").last()).toContainText("无可比");
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("says what is left out and what was merged", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/zh/complaints/");
  await expect(page.locator("main")).toContainText(/表扬 [\d,]+ 件、单纯咨询 [\d,]+ 件不是诉求/);
  await expect(page.locator("main")).toContainText(/人数少于 10 的 [\d,]+ 个格子合并成/);
});
