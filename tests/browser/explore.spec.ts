import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

const address = "/zh/fees/explore/";
const rows = (page: Page) => page.locator("tr[id^=r-]:visible");
const state = (page: Page) => page.getByRole("status");
const progress = (page: Page) => page.locator("[data-progress]");
const ready = (page: Page) =>
  expect(page.locator("mz-explorer[data-state=ready]:not([aria-busy])")).toBeVisible({
    timeout: 30_000,
  });
/** On a phone the filters are behind a button. */
const openFilters = async (page: Page) => {
  const button = page.locator("[data-fold]");
  if (await button.isVisible()) await button.click();
};
const choose = (page: Page, name: RegExp) => page.getByRole("checkbox", { name }).check();

/** A table below a chart is filled while it is open. */
const openTables = (page: Page) =>
  page.locator(".chart details").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true; // a details element
  });

/** Everything the page says in numbers: the charts' tables and the counts of the filters, which follow a moment later out of sight. */
const numbers = async (page: Page) => {
  await page.waitForTimeout(800);
  const texts = await page
    .locator(".points tbody tr, .filters label, .chart .aside, .chart figcaption p, .figures div")
    .allTextContents();
  return texts.map((t) => t.replace(/\s+/g, " ").trim());
};

test("asks for no engine, no rows and little script before a choice", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  for (const path of [address, "/zh/fees/", "/zh/"]) await page.goto(path, { waitUntil: "load" });
  await page.goto(address);
  await openFilters(page);
  await page.getByRole("searchbox").focus();
  await page.waitForTimeout(300);
  expect(asked.filter((path) => /duckdb|\.wasm|\.arrow|draw|engine/.test(path))).toEqual([]);
});

test("filters charts, counts and rows, and the address follows", async ({ page }) => {
  await page.goto(address);
  await openTables(page);
  await openFilters(page);
  await choose(page, /政府性基金/);
  await ready(page);
  await expect(state(page)).toHaveText("98 行中的 6 行");
  await expect(rows(page)).toHaveCount(6);
  expect(new URL(page.url()).searchParams.get("list_type")).toBe("政府性基金");
  await expect(page.locator("#chart-by-list tbody")).toHaveText(/政府性基金\s*6/);
  await expect(page.locator("#chart-by-region .picture:visible svg")).toContainText("巴音郭楞");
  // The other lists still say how many rows they would bring; the regions say what is left.
  await expect(page.getByRole("checkbox", { name: /行政事业性收费/ }).locator("..")).toContainText(
    "91",
  );
  await page.getByText("地区", { exact: true }).first().click();
  await page.locator("details.rest:visible summary").last().click();
  await expect(page.getByRole("checkbox", { name: /沙湾市/ }).locator("..")).toContainText("0");

  await choose(page, /行政事业性收费/);
  await expect(state(page)).toHaveText("98 行中的 97 行");
  await page.goBack();
  await expect(state(page)).toHaveText("98 行中的 6 行");
  await expect(page.getByRole("checkbox", { name: /行政事业性收费/ })).not.toBeChecked();
  await page.goForward();
  await expect(state(page)).toHaveText("98 行中的 97 行");
});

test("answers everything as the build did", { tag: "@wide" }, async ({ page }) => {
  await page.goto(address);
  await openTables(page);
  const built = await numbers(page);
  const pictures = () =>
    page
      .locator(".picture")
      .evaluateAll((all) => all.map((p) => p.querySelectorAll("rect.body, .body rect").length));
  const drawn = await pictures();
  await choose(page, /政府性基金/);
  await ready(page);
  expect(await numbers(page)).not.toEqual(built);
  await page.getByRole("button", { name: "全部清除" }).click();
  await expect(state(page)).toHaveText("全部 98 行");
  await ready(page);
  expect(await numbers(page)).toEqual(built);
  expect(await pictures()).toEqual(drawn);
});

test("counts a county towards its prefecture, and keeps the rarer choices one click away", {
  tag: "@wide",
}, async ({ page }) => {
  await page.goto(`${address}?region=654200&region=654203`);
  // A chosen one is in sight, however rare it is.
  await expect(page.getByRole("checkbox", { name: /沙湾市/ })).toBeChecked();
  await ready(page);
  await expect(state(page)).toHaveText("98 行中的 54 行");
  await expect(rows(page).first()).toContainText("沙湾市");
});

test("opens a shared address, and says what in it is unknown", { tag: "@wide" }, async ({
  page,
}) => {
  await page.goto(`${address}?q=${encodeURIComponent("新财非税[2011]4号")}&nothing=1&x='`);
  await ready(page);
  await expect(state(page)).toHaveText("98 行中的 11 行");
  await expect(page.getByRole("searchbox")).toHaveValue("新财非税[2011]4号");
  await expect(page.locator("[data-notice]")).toContainText("nothing, x");
});

test("finds blanks, and says what to do when nothing is left", { tag: "@wide" }, async ({
  page,
}) => {
  await page.goto(address);
  await page.getByText("部门", { exact: true }).first().click();
  await choose(page, /来源未填/);
  await ready(page);
  await expect(state(page)).toHaveText("98 行中的 6 行");
  await page.getByRole("searchbox").fill("没有这个收费");
  await expect(state(page)).toContainText("没有一行");
  await expect(page.locator("a[data-download]")).toBeHidden();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("downloads the rows that are left", { tag: "@wide" }, async ({ page }) => {
  await page.goto(address);
  await page.getByRole("searchbox").fill("污水");
  await ready(page);
  const link = page.locator("a[data-download]");
  await expect(link).toHaveText("下载这 2 行（CSV）");
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("fees.2.zh.csv");
  const csv = await readFile(await download.path(), "utf8");
  const whole = await (await page.request.get("/data/fees/fees.zh.csv")).text();
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.split("\n")[0]).toBe(whole.split("\n")[0]);
  const expected = whole.split("\n").filter((line) => /污水/.test(line));
  expect(csv.trimEnd().split("\n").slice(1)).toEqual(expected);
});

test("keeps answering from the cube when the engine cannot be had, and tries again", {
  tag: "@wide",
}, async ({ page, problems }) => {
  test.slow(); // the engine starts twice
  problems.allow(/Failed to (load|fetch)/);
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(address);
  await choose(page, /政府性基金/);
  await expect(page.getByRole("button", { name: "重试" })).toBeVisible({ timeout: 30_000 });
  await expect(state(page)).toHaveText("98 行中的 6 行");
  await expect(page.locator("#chart-by-list")).toContainText("6");
  await expect(rows(page)).toHaveCount(98); // the table that the page came with
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.unroute(/\.wasm$/);
  await page.getByRole("button", { name: "重试" }).click();
  await ready(page);
  await expect(rows(page)).toHaveCount(6);
});

test("answers from the cube in a browser without WebAssembly", { tag: "@wide" }, async ({
  page,
}) => {
  await page.addInitScript("delete globalThis.WebAssembly");
  await page.goto(address);
  await choose(page, /政府性基金/);
  await expect(state(page)).toHaveText("98 行中的 6 行");
  await expect(progress(page)).toContainText("没有启动");
  await expect(rows(page)).toHaveCount(98);
});

test("answers before the engine is there, and says what has to wait for it", {
  tag: "@wide",
}, async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/zh/subsidy-awards/explore/");
  await page.getByText("状态", { exact: true }).first().click();
  await choose(page, /^撤销/);
  await expect(state(page)).toContainText("4,000 行中的");
  await expect(page.locator("mz-explorer")).toHaveAttribute("data-state", "starting");
  // The rows of the page are of everything, and say so.
  await expect(page.locator("[data-first]")).toContainText("筛选之前的前几行");
  const median = page.locator("[data-metric=days]");
  await expect(median).toContainText("…"); // a median is in no sum
  const early = await numbers(page);
  await page.getByRole("searchbox").fill("演示乌鲁木齐");
  await expect(state(page)).toContainText("要等逐行数据");
  await page.getByRole("searchbox").fill("");
  await expect(page.locator("[data-first]")).toContainText("筛选之前的前几行"); // 状态 is still chosen
  release();
  await ready(page);
  await expect(page.locator("[data-first]")).toBeHidden();
  await expect(median).not.toContainText("…");
  // Whoever answers, the numbers are the same.
  const late = await numbers(page);
  const known = early.map((text, i) => (text.includes("…") ? late[i] : text));
  expect(late).toEqual(known);
});

test("shows what is chosen, and takes it back", async ({ page }) => {
  await page.goto("/zh/subsidy-awards/explore/?region=650100~652300&amount=10000..50000&q=演示");
  const chips = page.getByRole("list", { name: "已选条件" });
  await expect(chips.getByRole("button")).toHaveCount(4);
  await expect(chips).toContainText("金额：10,000 元 至 50,000 元");
  await ready(page);
  const before = await state(page).textContent();
  await chips.getByRole("button", { name: /昌吉回族自治州/ }).click();
  await expect(chips.getByRole("button")).toHaveCount(3);
  await expect(state(page)).not.toHaveText(before ?? "");
  expect(decodeURIComponent(page.url())).toContain("?q=演示&region=650100&amount=10000..50000");
  await expect(chips.getByRole("button").nth(1)).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  await page.goBack();
  await expect(chips.getByRole("button")).toHaveCount(4);
});

test("takes from and to in the form, of amounts and of years", { tag: "@wide" }, async ({
  page,
}) => {
  await page.goto("/zh/subsidy-awards/explore/");
  await page.locator("summary", { hasText: "金额：从……到……" }).click();
  await page.locator("#amount-from").fill("20,000");
  await page.locator("#amount-from").press("Tab");
  await expect(state(page)).toContainText("4,000 行中的");
  const fromCube = await state(page).textContent();
  await ready(page);
  await expect(state(page)).toHaveText(fromCube ?? "");
  await page.locator("#amount-to").fill("33333.33"); // no end of a class: DuckDB is asked
  await page.locator("#amount-to").press("Tab");
  await expect(state(page)).not.toHaveText(fromCube ?? "");
  await page.locator("#amount-to").fill("abc");
  await page.locator("#amount-to").press("Tab");
  await expect(page.locator("#amount-to")).toHaveAttribute("aria-invalid", "true");
  await expect(state(page)).toHaveText(fromCube ?? "");
});

test("runs a query of the reader's own, and says what is wrong with one", {
  tag: "@wide",
}, async ({ page }) => {
  await page.goto(address);
  await choose(page, /政府性基金/);
  await ready(page);
  await page.getByText("用 SQL 查").click();
  const area = page.getByLabel("SQL 查询");
  await expect(area).toHaveValue(/WHERE \("list_type" IN \('政府性基金'\)\)/);
  await area.fill("SELECT list_type, count(*)::DOUBLE AS n FROM rows GROUP BY 1 ORDER BY 2 DESC");
  await page.getByRole("button", { name: "运行" }).click();
  await expect(page.locator(".sql tbody tr").first()).toContainText("91");
  await area.fill("SELECT nothing FROM rows");
  await page.getByRole("button", { name: "运行" }).click();
  await expect(page.locator(".sql [data-said]")).toContainText("没有成功");
  await expect(page.locator("mz-explorer")).toHaveAttribute("data-state", "ready");
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("does not load the rows by itself where data is to be saved", { tag: "@wide" }, async ({
  page,
}) => {
  await page.addInitScript(
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
  );
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  await choose(page, /政府性基金/);
  await expect(state(page)).toHaveText("98 行中的 6 行");
  await expect(progress(page)).toContainText("节省流量");
  expect(asked.filter((url) => /wasm|duckdb/.test(url))).toEqual([]);
  await page.getByRole("button", { name: /载入逐行数据/ }).click();
  await ready(page);
});

test("says that there is no network, and goes on once there is", { tag: "@wide" }, async ({
  page,
  context,
  problems,
}) => {
  problems.allow(/Failed to (load|fetch)|ERR_INTERNET_DISCONNECTED/);
  await page.goto(address);
  await page.getByRole("searchbox").focus();
  await expect(page.locator("mz-explorer")).toHaveAttribute("data-state", "cube");
  await context.setOffline(true);
  await choose(page, /政府性基金/);
  await expect(state(page)).toHaveText("98 行中的 6 行");
  await expect(page.locator("mz-explorer")).toHaveAttribute("data-state", "failed");
  await context.setOffline(false);
  await page.getByRole("button", { name: "重试" }).click();
  await ready(page);
});

test("works by keyboard alone", { tag: "@wide" }, async ({ page }) => {
  await page.goto(address);
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("公寓");
  await page.keyboard.press("Enter");
  await ready(page);
  await expect(state(page)).toHaveText("98 行中的 8 行");
  await page.keyboard.press("Tab"); // the summary of the first filter
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: /行政事业性收费/ })).toBeChecked();
  await expect(state(page)).toHaveText("98 行中的 8 行");
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("is complete without script, and says that filters need it", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url + address);
  await expect(rows(page)).toHaveCount(98);
  await expect(page.locator(".picture:visible svg").first()).toBeVisible();
  await expect(page.locator("noscript p")).toBeVisible();
  await context.close();
});

test("fits a phone while it is in use", { tag: "@narrow" }, async ({ page }) => {
  await page.goto(address);
  // What is asked for stands before the question.
  const button = page.getByRole("button", { name: "筛选条件" });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByRole("searchbox")).toBeHidden();
  await expect(state(page)).toBeInViewport();
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page
    .getByText("行政事业性收费", { exact: true })
    .first()
    .tap()
    .catch(() => choose(page, /行政事业性收费/));
  await ready(page);
  await expect(button).toContainText("已选 1 项");
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await expect(page.getByRole("searchbox")).toBeHidden();
  await expect(state(page)).toBeInViewport();
  await expect(state(page)).toBeFocused();
});
