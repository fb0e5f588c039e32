import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

const patience = 60_000; // for the engine to start
const long = "/zh/complaints/explore/"; // the longest list there is
const grid = (page: Page) => page.getByRole("grid");
const rows = (page: Page) => page.locator(".row-grid tbody tr");
const cells = (page: Page, column: number) =>
  page.locator(`.row-grid tbody tr:not([data-waiting]) > :nth-child(${column})`);
const detail = (page: Page) => page.locator("dialog[data-row-detail]");
const field = (page: Page, label: string) =>
  detail(page)
    .locator("dl div")
    .filter({ has: page.getByText(label, { exact: true }) });

test.beforeEach(() => test.slow()); // the engine starts in each

/** The page with all its rows in the grid, or a part of them by the query. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(grid(page)).toBeVisible({ timeout: patience });
  await expect(page.locator("mz-explorer[data-state=ready]:not([aria-busy])")).toBeVisible();
  await expect(rows(page).first()).not.toHaveAttribute("data-waiting");
}

/** Which rows are in sight, as the page says it. */
async function seen(page: Page): Promise<{ from: number; to: number; of: number }> {
  const text = (await page.locator("[data-seen]").textContent()) ?? "";
  const [from = 0, to = 0, of = 0] = [...text.replaceAll(",", "").matchAll(/\d+/g)].map(Number);
  return { from, to, of };
}

/** Which rows the reader really sees whole or in part. */
const inSight = (page: Page) =>
  page.locator(".row-grid").evaluate((element) => {
    const top = element.querySelector("thead")?.getBoundingClientRect().bottom || 0;
    const box = element.getBoundingClientRect();
    const from = Math.max(top, box.top + element.clientTop);
    const all = [...element.querySelectorAll("tbody tr")].filter((tr) => {
      const { top, bottom } = tr.getBoundingClientRect();
      return bottom > from + 1 && top < box.top + element.clientTop + element.clientHeight - 1;
    });
    return all.map((tr) => Number(tr.getAttribute("aria-rowindex")) - 1);
  });

test("scrolls a long list to its end with few rows in the page", async ({ page }) => {
  await open(page, `${long}?sort=cell_id`);
  const { of } = await seen(page);
  expect(of).toBeGreaterThan(5000);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(of + 1));
  await expect(page.getByRole("status").first()).toContainText(of.toLocaleString("en-US"));
  await expect(page.locator("[data-first]")).toBeHidden();
  for (const share of [0.3, 0.7, 1]) {
    await grid(page).evaluate((element, share) => {
      element.scrollTop = share * element.scrollHeight;
    }, share);
    await expect(page.locator(".row-grid [data-waiting]")).toHaveCount(0);
    expect(await rows(page).count()).toBeLessThan(60);
    // A row of which less than a pixel is left counts as one or the other.
    await expect(async () => {
      const [said, real] = [await seen(page), await inSight(page)];
      expect(Math.abs(said.from - (real[0] ?? 0))).toBeLessThanOrEqual(1);
      expect(Math.abs(said.to - (real.at(-1) ?? 0))).toBeLessThanOrEqual(1);
    }).toPass({ timeout: 10_000 });
  }
  expect((await seen(page)).to).toBe(of);
  await expect(page.locator("[data-heard]")).toContainText(of.toLocaleString("en-US"));
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
});

test("sorts up, down and as the source does, and the address follows", { tag: "@wide" }, async ({
  page,
}) => {
  await page.goto("/zh/subsidy-awards/explore/");
  await page.locator("table.rows").getByRole("button", { name: "金额" }).focus();
  await page.keyboard.press("Enter"); // on the table the page came with: the engine starts
  await expect(grid(page)).toBeFocused({ timeout: patience });
  const sorted = page.locator("[role=columnheader][aria-sort]");
  await expect(sorted).toHaveAttribute("aria-sort", "ascending");
  expect(new URL(page.url()).searchParams.get("sort")).toBe("amount");
  const amounts = async () =>
    (await cells(page, 3).allTextContents()).map((text) => Number(text.replace(/[^\d.]/g, "")));
  await expect.poll(async () => (await amounts()).length).toBeGreaterThan(10);
  await expect(page.locator("[data-waiting]")).toHaveCount(0);
  const up = await amounts();
  expect(up).toEqual([...up].sort((a, b) => a - b));
  await page.keyboard.press("Enter");
  await expect(sorted).toHaveAttribute("aria-sort", "descending");
  await expect(cells(page, 3).first()).not.toHaveText(String(up[0]));
  const down = await amounts();
  expect(down).toEqual([...down].sort((a, b) => b - a));
  expect(Math.min(...down)).toBeGreaterThan(Math.max(...up));
  await sorted.getByRole("button").click();
  await expect(sorted).toHaveCount(0);
  expect(new URL(page.url()).searchParams.has("sort")).toBe(false);
  await page.goBack();
  await expect(sorted).toHaveAttribute("aria-sort", "descending");
});

test("shows the columns that are chosen, and the usual ones again", async ({ page }) => {
  await open(page, "/en/arrears-cases/explore/?sort=-principal");
  const usual = await grid(page).getAttribute("aria-colcount");
  const choose = page.getByRole("button", { name: "Choose columns" });
  await choose.click();
  const dialog = page.getByRole("dialog");
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  const shown = dialog.getByRole("checkbox", { checked: true });
  for (let left = await shown.count(); left > 0; left--) await shown.first().uncheck();
  const apply = dialog.getByRole("button", { name: "Show these columns" });
  await expect(apply).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "Case ID" }).check();
  await dialog.getByRole("checkbox", { name: "Principal" }).check();
  await apply.click();
  await expect(dialog).toBeHidden();
  await expect(grid(page)).toHaveAttribute("aria-colcount", "2");
  expect(new URL(page.url()).searchParams.get("cols")).toBe("case_id~principal");
  await expect(choose).toBeFocused();
  await choose.click();
  await expect(dialog.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await dialog.getByRole("button", { name: "Back to the usual columns" }).click();
  await expect(grid(page)).toHaveAttribute("aria-colcount", usual ?? "");
  expect(new URL(page.url()).searchParams.has("cols")).toBe(false);
});

test("says everything about a row, and leads to its source, its page and its neighbours", async ({
  page,
}) => {
  await open(page, "/zh/fees/explore/?sort=item");
  const names = await page.locator(".row-grid tbody th .clip").allTextContents();
  await rows(page).nth(1).click();
  const title = page.getByRole("heading", { level: 2 }).and(page.locator("[data-title]"));
  await expect(detail(page)).toBeVisible();
  await expect(title).toBeFocused();
  const first = (await title.textContent()) ?? "";
  expect(names[1]).toContain(first);
  await expect(detail(page).locator("[data-which]")).toHaveText("第 2 行，共 98 行");
  const labels = await detail(page).locator("dt").allTextContents();
  expect(labels.length).toBeGreaterThan(15);
  await expect(field(page, "地区")).not.toHaveText("地区");
  await expect(detail(page).locator("dd.help").first()).not.toBeEmpty();
  await expect(detail(page).getByText("来源未填").first()).toBeVisible();
  await expect(detail(page).locator("[data-source]")).toContainText("source.csv");
  await expect(detail(page).locator("[data-source] a")).toHaveAttribute("href", /^https?:/);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });

  const previous = detail(page).getByRole("button", { name: "上一行" });
  await detail(page).getByRole("button", { name: "下一行" }).click();
  await expect(detail(page).locator("[data-which]")).toHaveText("第 3 行，共 98 行");
  await previous.click();
  await previous.click();
  await expect(detail(page).locator("[data-which]")).toHaveText("第 1 行，共 98 行");
  await expect(previous).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter"); // it keeps the focus and does nothing
  await expect(previous).toBeFocused();
  await expect(detail(page).locator("[data-which]")).toHaveText("第 1 行，共 98 行");
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();
  await rows(page).nth(1).click();
  await detail(page).getByRole("link", { name: "打开这一行的页面" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first);
});

test("copies a link that opens the list at its row", { tag: "@wide" }, async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/en/complaints/explore/?sort=-received");
  await grid(page).focus();
  await page.keyboard.press("Control+End");
  await expect(page.locator(".row-grid [data-waiting]")).toHaveCount(0);
  await page.keyboard.press("Enter");
  const key = (await field(page, "ID").locator("dd").first().textContent()) ?? "";
  await detail(page).getByRole("button", { name: "Copy a link to this row" }).click();
  await expect(detail(page).locator("[data-said]")).toHaveText("Link copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`/en/complaints/explore/#r-`);
  const other = await context.newPage();
  await other.goto(link);
  await expect(detail(other)).toBeVisible({ timeout: patience });
  await expect(field(other, "ID").locator("dd").first()).toHaveText(key);
  await other.keyboard.press("Escape");
  const place = other.locator(".row-grid [data-active]");
  await expect(place.locator("xpath=ancestor-or-self::tr")).toHaveAttribute("id", `r-${key}`);
  await expect(place).toBeInViewport();
});

test("says the link where the browser does not let it be copied", { tag: "@wide" }, async ({
  page,
}) => {
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await open(page, "/zh/fees/explore/?sort=item");
  await rows(page).first().click();
  const target = await detail(page).locator("[data-page]").getAttribute("href");
  await detail(page).getByRole("button", { name: "复制这一行的链接" }).click();
  await expect(detail(page).locator("[data-said] code")).toContainText(target ?? "?");
});

test("is one stop for the keyboard, and every cell is within its reach", { tag: "@wide" }, async ({
  page,
}) => {
  await open(page, `${long}?sort=-received`);
  await page.getByRole("button", { name: "选择列" }).focus();
  await page.keyboard.press("Tab");
  await expect(grid(page)).toBeFocused();
  const active = async () => {
    const id = await grid(page).getAttribute("aria-activedescendant");
    return page.locator(`[id="${id}"]`);
  };
  const place = async () =>
    (await active()).evaluate((cell: Element) => ({
      row: Number(cell.closest("tr")?.getAttribute("aria-rowindex")) - 1,
      column: cell instanceof HTMLTableCellElement ? cell.cellIndex : -1,
      outline: getComputedStyle(cell).outlineStyle,
    }));
  expect(await place()).toEqual({ row: 1, column: 0, outline: "solid" });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  expect(await place()).toMatchObject({ row: 2, column: 1 });
  await page.keyboard.press("PageDown");
  const { row } = await place();
  expect(row).toBeGreaterThan(8);
  await page.keyboard.press("PageUp");
  expect(await place()).toMatchObject({ row: 2, column: 1 });
  await page.keyboard.press("End");
  await expect(await active()).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press("Control+End");
  await expect(page.locator(".row-grid [data-waiting]")).toHaveCount(0);
  const { of } = await seen(page);
  expect((await place()).row).toBe(of);
  await expect(await active()).toBeInViewport({ ratio: 0.9 });
  // The wheel takes the place out of sight; the next key goes on from it.
  await grid(page).hover();
  await page.mouse.wheel(0, -20_000);
  await expect(grid(page)).not.toHaveAttribute("aria-activedescendant");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  expect((await place()).row).toBe(of - 1);
  await page.keyboard.press("Enter");
  await expect(detail(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();
  expect((await place()).row).toBe(of - 1);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowUp");
  expect(await place()).toMatchObject({ row: 0, column: 0 });
  await page.keyboard.press("Enter");
  await expect(page.locator("[role=columnheader]").first()).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(grid(page)).toBeFocused();
  expect(await place()).toMatchObject({ row: 0, column: 0 });
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("moves row by row with a finger, and opens a card by a tap", { tag: "@narrow" }, async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await open(page, `${site.url}${long}?sort=-received`);
  const heights = await rows(page).evaluateAll((all) => all.map((tr) => tr.clientHeight));
  expect(new Set(heights).size).toBe(1);
  await grid(page).scrollIntoViewIfNeeded();
  const box = await grid(page).boundingBox();
  if (!box) throw new Error("the grid has no box");
  const [x, y] = [box.x + 100, Math.min(box.y + box.height, 740) - 60];
  const touch = await context.newCDPSession(page);
  const drag = (type: "touchStart" | "touchMove" | "touchEnd", px: number) => {
    const touchPoints = type === "touchEnd" ? [] : [{ x, y: y - px }];
    return touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  await drag("touchStart", 0);
  for (let px = 20; px <= 340; px += 20) await drag("touchMove", px);
  await page.waitForTimeout(300); // a finger that rests before it is lifted: nothing goes on
  await drag("touchEnd", 340);
  const { from } = await seen(page);
  expect(from).toBe(5); // 340 px, less what it takes to be a drag, are four cards of 80
  expect((await inSight(page))[0]).toBe(from);
  await page.touchscreen.tap(x, y - 120);
  await expect(detail(page)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await detail(page).getByRole("button", { name: "关闭" }).tap();
  await page.getByLabel("排序").selectOption("received");
  await expect(page).toHaveURL(/sort=received/);
  await expect(rows(page).first()).toContainText(/2\d{3}年/);
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  await context.close();
});

test("prints the first rows of a view as a table, and says that they are not all", {
  tag: "@wide",
}, async ({ page }) => {
  await open(page, `${long}?sort=-received&cols=received~month`);
  await page.waitForFunction(() => {
    dispatchEvent(new Event("beforeprint"));
    return document.querySelectorAll(".first-rows tbody tr").length === 200;
  });
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".first-rows .gap")).toContainText("前 200 行");
  await expect(page.locator(".first-rows thead th")).toHaveCount(2);
  await expect(grid(page)).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".first-rows")).toHaveCount(0);
  await expect(grid(page)).toBeVisible();
});

test("prints the rows of everything cell for cell as the page came with them", {
  tag: "@wide",
}, async ({ page }) => {
  const cells = (selector: string) =>
    page
      .locator(`${selector} tbody tr`)
      .evaluateAll((all) => all.map((tr) => tr.innerHTML.replace(/\s+(?=<|$)|(?<=>)\s+/g, "")));
  await page.goto(long);
  const built = await cells("table.rows");
  expect(built).toHaveLength(50);
  const heads = page.locator("table.rows [data-sort]");
  await expect(heads.first()).toBeVisible({ timeout: patience });
  const fields = await heads.evaluateAll((all) =>
    all.map((button) => button.getAttribute("data-sort")),
  );
  await open(page, `${long}?cols=${fields.join("~")}`);
  await page.waitForFunction(() => {
    dispatchEvent(new Event("beforeprint"));
    return document.querySelectorAll(".first-rows tbody tr").length === 200;
  });
  expect((await cells(".first-rows")).slice(0, built.length)).toEqual(built);
});

test("has the rows the page came with until then, and again when the engine fails", {
  tag: "@wide",
}, async ({ page, problems }) => {
  problems.allow(/Failed to (load|fetch)/);
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(long);
  const built = page.locator("table.rows tbody");
  const before = await built.innerHTML();
  await expect(page.locator("[data-first]")).toContainText("前 50 行");
  await page.getByRole("button", { name: "选择列" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { checked: false }).first().check();
  await page.getByRole("button", { name: "显示所选的列" }).click();
  await expect(page.locator("[data-progress]")).toContainText("没有启动", { timeout: patience });
  expect(await built.innerHTML()).toBe(before);
  await expect(page.locator("[data-first]")).toBeVisible();
  await expect(grid(page)).toHaveCount(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});
