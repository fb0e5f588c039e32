import { expect, test } from "./fixtures.ts";
import { accessibilityProblems, overflow } from "./harness.ts";

const address = "/zh/arrears/late-payment/";
const shared = (query: Record<string, string>, page = address) =>
  `${page}?${new URLSearchParams({ start: "2026-01-15", asof: "2026-06-30", ...query })}`;

test("answers the worked example, from the keyboard", async ({ page }) => {
  await page.goto(address);
  await page.getByLabel("国家机关、事业单位").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("大型企业", { exact: true })).toBeChecked();
  await page.getByLabel("起算日期").fill("2026年1月15日");
  await page.getByLabel("未付且没有争议的金额").fill("１００万");
  await page.getByLabel("算到哪一天").fill("2026-06-30");
  await page.keyboard.press("Enter");
  await expect(page.locator("#result")).toBeFocused();
  await expect(page.locator("#result")).toHaveText("已逾期 106 天");
  await expect(page.getByRole("status")).toHaveText("已逾期 106 天");
  const values = page.locator("#steps .value");
  await expect(values).toHaveText([
    "60 天",
    "2026年3月16日",
    "106 天",
    "53,000.00 元",
    "61–180 天",
  ]);
  await expect(page.locator("#steps")).toContainText("× 0.05% × 106 天 = 53,000.00 元");
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    owes: "large",
    from: "delivery",
    start: "2026年1月15日",
    amount: "１００万",
    asof: "2026-06-30",
  });
});

test("answers from a shared address, and again on the way back", async ({ page }) => {
  await page.goto(shared({ owes: "large", from: "acceptance", rate: "0.04", amount: "1000000" }));
  await expect(page.locator("#result")).toHaveText("已逾期 106 天");
  await expect(page.locator("#steps")).toContainText("自验收合格之日起算");
  await expect(page.locator("#steps")).toContainText("42,400.00 元");
  await page.getByLabel("约定的逾期利率").fill("");
  await page.getByRole("button", { name: "计算" }).click();
  await expect(page.locator("#steps")).toContainText("53,000.00 元");
  await page.goBack();
  await expect(page.locator("#steps")).toContainText("42,400.00 元");
  await expect(page.getByLabel("约定的逾期利率")).toHaveValue("0.04");
});

test("counts to today in Beijing unless told otherwise", async ({ page }) => {
  await page.clock.setFixedTime("2026-06-30T16:30:00Z"); // past midnight in Beijing
  await page.goto(address);
  await expect(page.getByLabel("算到哪一天")).toHaveValue("2026-07-01");
  await expect(page.locator(".slip")).toBeHidden();
});

test("says how long is left before the due date", async ({ page }) => {
  await page.goto(shared({ asof: "2026-02-01", amount: "100" }));
  await expect(page.locator("#result")).toHaveText("尚未到期，还有 13 天");
  await expect(page.locator("#steps")).toContainText("0.00 元");
  await page.goto(shared({ asof: "2026-02-14" }));
  await expect(page.locator("#result")).toHaveText("当天到期，还没有逾期");
});

test("says which period it uses where a longer one is agreed", async ({ page }) => {
  await page.goto(shared({ owes: "state", days: "90" }));
  await expect(page.locator("#steps")).toContainText("最长不超过 60 日，这里按 60 日计算");
  await expect(page.locator("#steps")).toContainText("2026年3月16日");
  await page.goto(shared({ owes: "large", days: "90" }));
  await expect(page.locator("#steps")).toContainText("若按 60 日，到期日是 2026年3月16日");
  await expect(page.locator("#steps")).toContainText("2026年4月15日");
  await expect(page.locator(".slip")).not.toContainText(/违法|违规|恶意/);
});

test("says what was expected, at every field at once", async ({ page }) => {
  await page.goto(address);
  await page.getByRole("button", { name: "计算" }).click();
  await expect(page.locator("#start-error")).toContainText("请填起算日期");
  await expect(page.getByLabel("起算日期")).toBeFocused();
  await page.getByLabel("起算日期").fill("15/1/2026");
  await page.getByLabel("未付且没有争议的金额").fill("很多");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("有 2 处需要改");
  await expect(page.locator("#start-error")).toContainText("例如 2026-01-15");
  await expect(page.getByLabel("未付且没有争议的金额")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("未付且没有争议的金额")).toHaveAccessibleDescription(/大于 0/);
  await expect(page.locator(".slip")).toBeHidden();
  expect(await accessibilityProblems(page)).toEqual([]);
});

for (const lang of ["zh", "en"])
  test(`reads well with an answer (${lang})`, async ({ page }) => {
    const query = { owes: "large", days: "90", amount: "9999999999999999.99", rate: "0.05" };
    await page.goto(shared(query, `/${lang}/arrears/late-payment/`));
    await expect(page.locator(".slip")).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
  });

test("prints as one slip", async ({ page }) => {
  await page.goto(shared({ owes: "large", amount: "1000000" }));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".late-form")).toBeHidden();
  for (const more of await page.locator(".more").all()) await expect(more).toBeHidden();
  await expect(page.locator("[data-slot=address]")).toContainText("start=2026-01-15");
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("has the rules, the worked example and the due dates", async ({ page }) => {
    const response = await page.goto(address);
    await expect(page.locator(".more .steps")).toContainText("53,000.00 元");
    await expect(page.locator(".due tbody tr")).toHaveCount(12);
    await expect(page.locator(".who")).toContainText("第 53 条第 1 款");
    expect(await response?.text()).toMatch(/<noscript>.*照着手算/);
  });
});
