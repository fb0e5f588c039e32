import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

const awards = "/zh/subsidy-awards/explore/";
const complaints = "/zh/complaints/explore/";
const ready = (page: Page) =>
  expect(page.locator("mz-explorer[data-state=ready]:not([aria-busy])")).toBeVisible({
    timeout: 30_000,
  });
const picture = (page: Page, chart: string) => page.locator(`#chart-${chart} svg.live:visible`);
const mark = (page: Page, chart: string, name: RegExp) =>
  picture(page, chart).locator(".mark").and(page.getByLabel(name));
const ends = (page: Page, chart: string) => picture(page, chart).getByRole("slider");
const tip = (page: Page, chart: string) => page.locator(`#chart-${chart} .picture:visible .tip`);
const query = (page: Page) => new URL(page.url()).searchParams;

/** Brings a chart into sight, where it is drawn, and gives its box in px of the window. */
async function show(page: Page, chart: string) {
  await page
    .locator(`#chart-${chart} .picture:visible`)
    .evaluate((picture) => picture.scrollIntoView({ block: "center" }));
  await expect(picture(page, chart)).toBeVisible();
  const box = await picture(page, chart).boundingBox();
  if (!box) throw new Error("the picture has no box");
  return box;
}

/** What the bars of a chart and their sentences say. */
const words = (page: Page, chart: string) =>
  page
    .locator(`#chart-${chart} :is(.mark, figcaption p)`)
    .evaluateAll((all) => all.map((e) => e.getAttribute("aria-label") ?? e.textContent ?? ""));

test("chooses a region by its tile; the list, the address and the other charts follow", async ({
  page,
}) => {
  test.slow(); // the engine starts
  await page.goto(awards);
  await show(page, "by-region");
  const before = await words(page, "by-programme");
  const own = await words(page, "by-region");
  const tile = mark(page, "by-region", /^乌鲁木齐/);
  await expect(tile).toHaveAttribute("aria-pressed", "false");
  await tile.click();
  await expect(tile).toHaveAttribute("aria-pressed", "true");
  await ready(page);
  await expect(tile).toHaveAccessibleName(/^乌鲁木齐市，[\d,.]+ 万元，已选$/);
  expect(query(page).get("region")).toBe("650100");
  await expect(
    page.getByRole("checkbox", { name: /^乌鲁木齐市/, includeHidden: true }),
  ).toBeChecked();
  expect(await words(page, "by-programme")).not.toEqual(before);
  // Its own marks stay, so that another can be chosen instead.
  const now = await words(page, "by-region");
  expect(now.map((w) => w.replace("，已选", ""))).toEqual(own);
  expect(await accessibilityProblems(page)).toEqual([]);

  await tile.click();
  await expect(tile).toHaveAttribute("aria-pressed", "false");
  expect(query(page).get("region")).toBeNull();
  await page.goBack();
  await expect(tile).toHaveAttribute("aria-pressed", "true");
});

test("draws a range of months with the mouse; one month by a click, all by another", {
  tag: "@wide",
}, async ({ page }) => {
  await page.goto(complaints);
  const { x, y, width, height } = await show(page, "by-month");
  await page.mouse.move(x + width * 0.35, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.4, y + height / 2 + 5);
  await page.mouse.move(x + width * 0.6, y + height / 2);
  // The range shows before the button is up; the address waits.
  await expect(picture(page, "by-month").locator(".brush.set")).toBeVisible();
  expect(query(page).get("month")).toBeNull();
  await page.mouse.up();
  await expect.poll(() => query(page).get("month")).toMatch(/^\d{4}-\d\d\.\.\d{4}-\d\d$/);
  const [from = "", to = ""] = query(page).get("month")?.split("..") ?? [];
  expect(from < to).toBe(true);
  const said = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  await expect(ends(page, "by-month").first()).toHaveAttribute("aria-valuetext", said(from));
  await expect(ends(page, "response").last()).toHaveAttribute("aria-valuetext", said(to));
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.mouse.click(x + width * 0.5, y + height / 2);
  await expect.poll(() => query(page).get("month")).toMatch(/^(\d{4}-\d\d)\.\.\1$/);
  await page.mouse.click(x + width * 0.5, y + height / 2);
  await expect.poll(() => query(page).get("month")).toBeNull();
});

test("moves the ends of a range of amounts by keyboard, and takes it back", async ({ page }) => {
  await page.goto(awards);
  await show(page, "by-amount");
  const [from, to] = [ends(page, "by-amount").first(), ends(page, "by-amount").last()];
  await expect(from).toHaveAttribute("aria-valuetext", /，不限$/);
  await from.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(from).toHaveAttribute("aria-valuenow", "2");
  await expect(from).toHaveAttribute("aria-valuetext", /^[\d,]+ 元$/);
  await expect.poll(() => query(page).get("amount")).toMatch(/^\d+\.\.$/);
  await page.keyboard.press("Tab");
  await expect(to).toBeFocused();
  await page.keyboard.press("Home");
  await expect(to).toHaveAttribute("aria-valuenow", "2");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => query(page).get("amount")).toMatch(/^\d+\.\.\d+$/);
  await expect(picture(page, "by-amount").locator(".mark.yes")).toHaveCount(2);
  await expect(to).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => query(page).get("amount")).toBeNull();
  await expect(from).toHaveAttribute("aria-valuetext", /，不限$/);
});

test("chooses bars and tiles by keyboard: one stop a chart, arrows between its marks", async ({
  page,
}) => {
  await page.goto(awards);
  await show(page, "by-programme");
  const marks = picture(page, "by-programme").getByRole("button");
  await expect(picture(page, "by-programme").locator(".mark[tabindex='0']")).toHaveCount(1);
  await page.locator("#chart-by-programme .enlarge").focus();
  await page.keyboard.press("Tab");
  await expect(marks.first()).toBeFocused();
  await expect(tip(page, "by-programme")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(marks.nth(1)).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(marks.last()).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => query(page).get("programme")?.split("~").length).toBe(2);
  await page.keyboard.press("Escape");
  await expect(tip(page, "by-programme")).toBeHidden();
  await page.keyboard.press("Tab"); // out of the chart: to its table
  await expect(page.locator("#chart-by-programme summary")).toBeFocused();

  // In the grid an arrow leads to the neighbour that way.
  await mark(page, "by-region", /^乌鲁木齐/).focus();
  await page.keyboard.press("ArrowRight");
  await expect(mark(page, "by-region", /^吐鲁番/)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expect(mark(page, "by-region", /^巴音郭楞/)).toBeFocused();
});

test("says the exact value beside a mark, with n of N, and moves nothing", async ({ page }) => {
  await page.goto(awards);
  await show(page, "on-time");
  const before = await page.locator("#chart-on-time").boundingBox();
  const tile = mark(page, "on-time", /^喀什/);
  await tile.hover();
  await expect(tip(page, "on-time")).toHaveText(/^喀什地区按期兑付率：[\d.]+%（[\d,]+\/[\d,]+）$/);
  expect(await page.locator("#chart-on-time").boundingBox()).toEqual(before);
  const { width = 0 } = page.viewportSize() ?? {};
  const box = await tip(page, "on-time").boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  await tile.focus();
  await page.keyboard.press("Escape");
  await expect(tip(page, "on-time")).toBeHidden();
});

test("has the interval of a rate in the note of its month", { tag: "@wide" }, async ({ page }) => {
  await page.goto(complaints);
  const { x, y, width, height } = await show(page, "response");
  await page.mouse.move(x + width / 2, y + height / 2);
  await expect(tip(page, "response")).toHaveText(
    /^20\d\d年\d+月诉求响应率：[\d.]+%（[\d,]+\/[\d,]+）/,
  );
  await expect(picture(page, "response").locator("[data-pointed] .cursor")).toBeVisible();
});

test("moves only where the reader lets it", { tag: "@wide" }, async ({ page }) => {
  await page.goto(awards);
  const duration = () =>
    picture(page, "by-year")
      .locator(".body")
      .first()
      .evaluate((bar) =>
        Math.max(...getComputedStyle(bar).transitionDuration.split(",").map(Number.parseFloat)),
      );
  await show(page, "by-year");
  expect(await duration()).toBe(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await duration()).toBeGreaterThan(0);
  expect(await duration()).toBeLessThanOrEqual(0.2);
});

test("shows a chart large, with bars it leaves out elsewhere", async ({ page }) => {
  await page.goto(awards);
  await show(page, "by-programme");
  const bars = picture(page, "by-programme").locator(".mark");
  await expect(bars).toHaveCount(10);
  await page.getByRole("button", { name: "放大：钱发给了哪些项目" }).click();
  expect(query(page).get("chart")).toBe("by-programme");
  await expect(bars).toHaveCount(40);
  expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole("button", { name: "缩小：钱发给了哪些项目" }).click();
  await expect(bars).toHaveCount(10);
  expect(query(page).get("chart")).toBeNull();
});

test("draws what is far away when it comes near, and everything for paper", {
  tag: "@narrow",
}, async ({ page }) => {
  await page.goto(awards);
  const drawn = page.locator("svg.live");
  await expect(page.locator("#chart-on-time svg.live")).toHaveCount(0);
  await expect(page.locator("#chart-on-time .picture:visible svg")).toHaveAttribute("role", "img");
  await page.locator("#chart-on-time").scrollIntoViewIfNeeded();
  await expect(picture(page, "on-time")).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(drawn).toHaveCount(10); // five charts in both widths
  await expect(page.locator("#chart-on-time tbody tr")).not.toHaveCount(0);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true });

  /** A finger that goes from one point to another in steps. */
  async function swipe(page: Page, from: readonly [number, number], to: readonly [number, number]) {
    const session = await page.context().newCDPSession(page);
    const at = (share: number) => ({
      x: from[0] + (to[0] - from[0]) * share,
      y: from[1] + (to[1] - from[1]) * share,
    });
    const send = (type: "touchStart" | "touchMove" | "touchEnd", share?: number) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: share === undefined ? [] : [at(share)],
      });
    await send("touchStart", 0);
    for (let step = 1; step <= 10; step += 1) await send("touchMove", step / 10);
    await send("touchEnd");
  }

  test("draws a range across, and lets the page scroll up and down", { tag: "@narrow" }, async ({
    page,
  }) => {
    await page.goto(complaints);
    const { x, y, width, height } = await show(page, "by-month");
    const middle = y + height / 2;
    const top = async () => (await picture(page, "by-month").boundingBox())?.y ?? 0;
    await swipe(page, [x + width * 0.4, middle], [x + width * 0.7, middle + 6]);
    await expect.poll(() => query(page).get("month")).toMatch(/^\d{4}-\d\d\.\.\d{4}-\d\d$/);
    expect(Math.abs((await top()) - y)).toBeLessThan(2);

    const months = query(page).get("month");
    await swipe(page, [x + width / 2, middle + 60], [x + width / 2 + 3, middle - 200]);
    await expect.poll(top).toBeLessThan(y - 50);
    expect(query(page).get("month")).toBe(months);
  });

  test("chooses by a tap, and says what was tapped", { tag: "@narrow" }, async ({ page }) => {
    await page.goto(awards);
    await show(page, "by-region");
    const tile = mark(page, "by-region", /^伊犁/);
    await tile.tap();
    await expect(tile).toHaveAttribute("aria-pressed", "true");
    await expect(tip(page, "by-region")).toContainText("已兑付金额");
    expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  });
});
