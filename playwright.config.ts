import { defineConfig } from "@playwright/test";
import { findBrowser } from "#scripts/lib/chromium";
import { farAway } from "#scripts/lib/far-away";

const browser = await findBrowser();
Object.assign(process.env, browser.env, farAway);

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  // Two cores; a page with DuckDB in it keeps one busy.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  expect: { timeout: 20_000 }, // the machine may be busy; what holds is seen at once
  reporter: "line",
  snapshotPathTemplate: "tests/output/{testFileName}/{arg}-{projectName}{ext}",
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: browser.path, args: [...browser.args] },
    locale: "zh-CN",
    timezoneId: farAway.TZ,
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // What a service worker fetches cannot be held back or spoilt by a test; engine.spec.ts lets it in.
    serviceWorkers: "block",
  },
  // A test runs at both sizes unless it is tagged with one: test("…", {tag: "@wide"}, …).
  projects: [
    { name: "narrow", use: { viewport: { width: 360, height: 740 } }, grepInvert: /@wide/ },
    { name: "wide", use: { viewport: { width: 1280, height: 900 } }, grepInvert: /@narrow/ },
  ],
});
