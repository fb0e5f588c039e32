import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

const address = "/zh/search/";
const ask = async (page: Page, text: string) => {
  await page.getByRole("searchbox").fill(text);
  await expect(page.getByRole("status")).toContainText(/共 \d+ 项|没有找到/);
};

test("loads nothing until it is used", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address);
  await page.getByRole("searchbox").focus();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => path.startsWith("/pagefind/"))).toEqual([]);
  await ask(page, "污水");
  expect(asked.filter((path) => path.startsWith("/pagefind/")).length).toBeGreaterThan(0);
});

for (const [text, group, title] of [
  ["补贴", "补贴项目", /补贴/],
  ["拖欠账款", "数据集与专题", /拖欠账款/],
  ["污水处理费", "收费项目", /污水处理费/],
  ["公寓8人间", "收费项目", /公寓8人间/],
  ["第 36 条", "办法草案的条文", /第 36 条/],
  ["逾期", "指南与工具", /逾期/],
] as const)
  test(`finds ${text} among: ${group}`, { tag: "@wide" }, async ({ page }) => {
    await page.goto(`${address}?q=${encodeURIComponent(text)}`);
    const section = page.locator(".found section", {
      has: page.getByRole("heading", { name: group }),
    });
    await expect(section.getByRole("link", { name: title }).first()).toBeVisible();
  });

test("is used with the keyboard alone, and stays readable", async ({ page }) => {
  await page.goto("/zh/");
  await page.getByRole("link", { name: "搜索", exact: true }).press("Enter");
  await page.getByRole("searchbox").press("Tab"); // the button
  await ask(page, "补贴");
  await page.getByRole("searchbox").press("ArrowDown");
  const first = page.locator(".found a").first();
  await expect(first).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect((await overflow(page)).pixels).toBe(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toBeFocused();
  expect(new URL(page.url()).searchParams.get("q")).toBe("补贴");
  await page.keyboard.press("ArrowDown");
  const target = await first.getAttribute("href");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${target}`);
  await page.goBack();
  await expect(page.locator(".found a").first()).toBeVisible();
});

test("lists more of a kind on demand, and marks what is made up", { tag: "@wide" }, async ({
  page,
}) => {
  await page.goto(`${address}?q=${encodeURIComponent("补贴")}`);
  const section = page.locator(".found section", {
    has: page.getByRole("heading", { name: "补贴项目" }),
  });
  await expect(section.locator("li")).toHaveCount(5);
  await expect(section.locator("li").first().locator(".tag")).toHaveText("演示");
  await section.getByRole("button").click();
  await expect(section.locator("li").nth(5).locator("a")).toBeFocused();
});

test("says what to do where nothing is found", async ({ page }) => {
  await page.goto(address);
  await ask(page, "不存在的词语乙丙丁");
  await expect(page.getByRole("status")).toContainText("没有找到“不存在的词语乙丙丁”");
});

test("says so when the index cannot be read, and tries again", { tag: "@wide" }, async ({
  page,
  problems,
}) => {
  problems.allow(/Failed to (load|fetch)/);
  await page.route(/pagefind\.js/, (route) => route.abort());
  await page.goto(`${address}?q=${encodeURIComponent("补贴")}`);
  await expect(page.getByRole("status")).toContainText("没有读到");
});

test("finds in English", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/en/search/?q=arrears");
  await expect(page.getByRole("status")).toHaveText(/\d+ found/);
  await expect(page.locator(".found a", { hasText: "Arrears" }).first()).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("says where to go instead", { tag: "@narrow" }, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator("noscript p")).toContainText("Ctrl+F");
    await expect(page.getByRole("link", { name: "涉企收费清单" }).last()).toBeVisible();
  });
});
