import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "#scripts/lib/chromium";
import { startServer } from "#scripts/serve";
import { median, quantile } from "./measure.ts";

export type ExploreFigures = {
  /** Seconds from navigation to the first filter answered, and megabytes on the wire until then. */
  first: { line: string; seconds: number; mb: number }[];
  /** Milliseconds from a choice to the frame after the last chart, of 20 choices. */
  change: { median: number; p95: number };
};

const lines = [
  { line: "local", mbit: 0, ms: 0 },
  { line: "20 Mbit/s, 40 ms", mbit: 20, ms: 40 },
] as const;

const address = "/zh/fees/explore/";

/** Measures the explorer of the built site, each start with an empty cache. */
export async function benchExplore(repetitions = 3): Promise<ExploreFigures> {
  const found = await findBrowser();
  Object.assign(process.env, found.env);
  const server = await startServer({ root: "dist", port: 0 });
  const browser = await chromium.launch({ executablePath: found.path, args: [...found.args] });
  try {
    const first = [];
    for (const line of lines) {
      const runs = [];
      for (let i = 0; i < repetitions; i++) {
        runs.push(await firstFilter(browser, server.url, line.mbit, line.ms));
      }
      const seconds = median(runs.map((r) => r.seconds));
      first.push({ line: line.line, seconds, mb: median(runs.map((r) => r.mb)) });
    }
    return { first, change: await changes(browser, server.url) };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function firstFilter(browser: Browser, url: string, mbit: number, ms: number) {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (mbit > 0) {
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    const bytes = (mbit * 1e6) / 8;
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: ms,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  }
  let received = 0;
  // The worker's requests too, which the page's own session does not see.
  context.on("response", async (response) => {
    if (response.request().method() === "GET") {
      received += Number((await response.headerValue("content-length")) ?? 0);
    }
  });
  const before = performance.now();
  await page.goto(url + address, { waitUntil: "domcontentloaded" });
  await page.locator("input[name=list_type]").nth(1).check();
  await ready(page);
  const seconds = (performance.now() - before) / 1000;
  await context.close();
  return { seconds, mb: received / 1e6 };
}

const ready = (page: Page) =>
  page.locator("mz-explorer[data-state=ready]:not([aria-busy])").waitFor({ timeout: 120_000 });

async function changes(browser: Browser, url: string): Promise<ExploreFigures["change"]> {
  const page = await browser.newPage();
  await page.goto(url + address);
  await page.locator("input[name=list_type]").nth(0).check();
  await ready(page);
  const times = await page.evaluate(async () => {
    const explorer = document.querySelector("mz-explorer");
    const inputs = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    const answered = () =>
      new Promise<void>((done) => {
        const look = () =>
          explorer?.hasAttribute("aria-busy")
            ? setTimeout(look, 0)
            : requestAnimationFrame(() => done());
        look();
      });
    const measured: number[] = [];
    for (let i = 0; i < 20; i++) {
      const before = performance.now();
      inputs[(i * 5) % inputs.length]?.click();
      await answered();
      measured.push(performance.now() - before);
    }
    return measured;
  });
  await page.close();
  return { median: median(times), p95: quantile(times, 0.95) };
}
