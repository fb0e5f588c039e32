import { expect, test } from "./fixtures.ts";

const address = "/zh/fees/check/";

test("answers from a shared address", async ({ page }) => {
  await page.goto(`${address}?q=${encodeURIComponent("污水处理费")}`);
  await expect(page.locator("#result")).toContainText("污水处理费");
  await expect(page.locator(".matches > li").first()).toBeVisible();
  await expect(page.getByRole("status")).toContainText("污水处理费");
});

test("says what the list says about an amount, and nothing more", async ({ page }) => {
  await page.goto(address);
  await page.getByLabel("收费名称").fill("公寓8人间");
  await page.getByLabel("被收金额").fill("４５０元");
  await page.keyboard.press("Enter");
  await expect(page.locator("#result")).toBeFocused();
  await expect(page.locator(".verdict").first()).toHaveText(/450 元高于清单所列的 300 元/);
  await expect(page.locator(".slip")).not.toContainText(/合法|违法|乱收费/);
  expect(new URL(page.url()).searchParams.get("amount")).toBe("４５０元");
});

test("does not take what is missing for what is forbidden", async ({ page }) => {
  await page.goto(`${address}?q=${encodeURIComponent("污水费")}`);
  await expect(page.locator("#result")).toContainText("没有找到");
  await expect(page.locator(".similar")).toContainText("污水处理费");
  await expect(page.locator(".when-none")).toContainText("清单不完整");
});

test("asks for a name, and for an amount it can read", async ({ page }) => {
  await page.goto(address);
  await page.getByRole("button", { name: "查清单" }).click();
  await expect(page.getByRole("alert")).toContainText("请先填收费名称");
  await expect(page.getByLabel("收费名称")).toBeFocused();
  await page.getByLabel("收费名称").fill("羊");
  await page.getByLabel("被收金额").fill("很多");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("读不出这个金额");
  await expect(page.getByLabel("被收金额")).toBeFocused();
});

test("prints as one slip", async ({ page }) => {
  await page.goto(`${address}?q=${encodeURIComponent("公寓8人间")}&amount=450`);
  await expect(page.locator("#result")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".whole")).toBeHidden();
  await expect(page.locator(".fee-form")).toBeHidden();
  await expect(page.locator(".slip")).toBeVisible();
  await expect(page.locator("[data-slot=address]")).toContainText("公寓8人间");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("has the whole list and says how to search it", async ({ page }) => {
    const response = await page.goto(address);
    await expect(page.locator(".all > .fee").first()).toBeVisible();
    expect(await response?.text()).toMatch(/<noscript>.*Ctrl\+F/); // a switched-off script leaves it undrawn
  });
});
