import { expect, test } from "./fixtures.ts";

test("leads from a row to a text about it, which can be copied", { tag: "@narrow" }, async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/zh/fees/");
  await page.locator("table.rows tbody a").first().click();
  const row = page.url();
  const key = decodeURIComponent(/([^/]+)\/$/.exec(row)?.[1] ?? "");
  await page.getByRole("link", { name: "对这一条有异议？" }).click();
  await expect(page.locator("h1")).toHaveText("更正与异议");
  const text = page.getByRole("textbox");
  await expect(text).toHaveValue(new RegExp(`编号：${key}\n`));
  await expect(text).toHaveValue(new RegExp(`网址：${row}\n`));
  await page.getByRole("button", { name: "复制" }).click();
  await expect(page.getByRole("status")).toHaveText("已复制。");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll("\r\n", "\n")).toBe(await text.inputValue());
});

test("does not take a made-up address for more than text", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/en/guide/corrections/?dataset=__proto__&id=%3Cimg%20src%3Dx%3E");
  await expect(page.getByRole("textbox")).toHaveValue(/^Dataset: \n/);
  await page.goto("/en/guide/corrections/?dataset=fees&id=%3Cimg%20src%3Dx%3E");
  await expect(page.getByRole("textbox")).toHaveValue(/ID: <img src=x>/);
  await expect(page.locator("main img")).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("has the text to fill in by hand", { tag: "@narrow" }, async ({ page }) => {
    await page.goto("/zh/guide/corrections/");
    await expect(page.getByRole("textbox")).toHaveValue(/^数据集：\n/);
    await expect(page.getByRole("button")).toBeHidden();
  });
});
