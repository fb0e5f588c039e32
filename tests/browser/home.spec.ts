import { expect, test } from "./fixtures.ts";

for (const lang of ["zh", "en"])
  test(`/${lang}/ takes at most 100 kB on the wire in all`, { tag: "@narrow" }, async ({
    page,
  }) => {
    const sizes: Promise<number>[] = [];
    page.on("requestfinished", (request) =>
      sizes.push(request.sizes().then((s) => s.responseBodySize + s.responseHeadersSize)),
    );
    await page.goto(`/${lang}/`, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(sizes)).reduce((sum, n) => sum + n, 0);
    expect(sizes.length).toBeGreaterThan(2);
    expect(bytes).toBeLessThan(100_000);
  });

test("searches from the one box", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/zh/");
  await page.getByRole("searchbox").fill("污水处理费");
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL("**/zh/search/?q=*");
  await expect(page.locator(".found a", { hasText: "污水处理费" }).first()).toBeVisible();
});

test("says so when nobody has built it for two weeks", { tag: "@wide" }, async ({ page }) => {
  await page.goto("/zh/");
  await expect(page.locator("[data-old-from]")).toBeHidden();
  await page.clock.setFixedTime(new Date("2099-01-01T00:00:00Z"));
  await page.reload();
  await expect(page.locator("[data-old-from]")).toBeVisible();
  await expect(page.locator(".fresh .tag").first()).toHaveText("逾期");
});

test("gives its first number in the first screen", async ({ page, viewport }) => {
  for (const path of ["/zh/", "/en/"]) {
    await page.goto(path);
    const box = await page.locator(".strip-figures .value").first().boundingBox();
    expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThan(
      viewport?.height ?? 0,
    );
  }
});
