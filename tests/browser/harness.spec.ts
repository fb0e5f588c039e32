import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { startServer } from "#scripts/serve";
import { accessibilityProblems, overflow, watch } from "./harness.ts";

/** Serves one page with our headers. */
const test = base.extend<{ open: (html: string, js?: string) => Promise<{ found: string[] }> }>({
  open: async ({ context, page }, use) => {
    const root = await mkdtemp(join(tmpdir(), "harness-"));
    const server = await startServer({ root, port: 0 });
    const problems = watch(context, server.url);
    await use(async (html, js = "") => {
      await writeFile(
        join(root, "index.html"),
        `<!doctype html>${html}<script src="x.js"></script>`,
      );
      await writeFile(join(root, "x.js"), js);
      await writeFile(join(root, "favicon.ico"), "");
      await page.goto(server.url);
      return problems;
    });
    await server.close();
    await rm(root, { recursive: true });
  },
});

const good = '<html lang="en"><title>t</title><main><h1>t</h1></main>';

test("a good page has no problems, photographed or not", async ({ open, page }) => {
  const { found } = await open(good);
  await page.screenshot();
  expect(found).toEqual([]);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect((await overflow(page)).pixels).toBe(0);
});

for (const [what, html, js, expected] of [
  ["an inline script", "<script>1</script>", "", /Content Security Policy/],
  ["an inline style", '<p style="color: red">', "", /Content Security Policy/],
  [
    "a style element made by a script",
    "",
    "document.head.append(Object.assign(document.createElement('style'), {textContent: 'p{}'}))",
    /Content Security Policy/,
  ],
  ["a picture from elsewhere", '<img alt="" src="http://example.org/x.png">', "", /example\.org/],
  ["a fetch from elsewhere", "", "fetch('https://example.org/x')", /example\.org/],
  ["eval", "", "eval('1')", /unsafe-eval|Content Security Policy/],
  ["an exception", "", "throw new Error('oh')", /error: oh/],
  ["an unhandled rejection", "", "Promise.reject(new Error('oh'))", /error: oh/],
  ["a logged error", "", "console.error('oh')", /console: oh/],
  [
    "an error in a worker",
    "",
    "if (self.document) new Worker('x.js'); else console.error('from worker')",
    /from worker/,
  ],
  ["a missing file", '<img alt="" src="none.png">', "", /none\.png/],
] as const)
  test(`notices ${what}`, async ({ open }) => {
    const { found } = await open(good + html, js);
    await expect.poll(() => found.join("\n")).toMatch(expected);
  });

test("notices what cannot be read by all", async ({ open, page }) => {
  await open('<html lang="en"><title>t</title><main><h1>t</h1><img src="favicon.ico"></main>');
  expect((await accessibilityProblems(page)).join()).toContain("image-alt");
});

test("notices a page wider than a phone", { tag: "@narrow" }, async ({ open, page }) => {
  await open(`${good}<table><tr><td>${"w".repeat(200)}</table>`);
  expect((await overflow(page)).pixels).toBeGreaterThan(0);
  expect((await overflow(page)).elements.join()).toContain("<table>");
});

test("runs in Chinese, far away", async ({ page }) => {
  const here = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions());
  expect([here.locale, here.timeZone]).toEqual(["zh-CN", "Pacific/Kiritimati"]);
});
