import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "#scripts/lib/chromium";
import { type Line, openLine, type Speed } from "./line.ts";
import { median } from "./measure.ts";
import { watchPage } from "./watch.ts";

/** A page under test: the folder's server, its path there, and what operates it. */
export type Tested = {
  server: string;
  path: string;
  subject: () => void;
  /** Its charts bring a style of their own, which our server's policy forbids. */
  inlineStyle?: true;
  saveData?: true;
};

/** A browser of its own, with nothing cached, on a page that has just begun to load. */
export type Visit = { browser: Browser; page: Page; line: Line; close(): Promise<void> };

export async function visit(tested: Tested, speed: Speed): Promise<Visit> {
  const found = await findBrowser();
  const line = await openLine(tested.server, speed);
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...found.args],
    env: { ...process.env, ...found.env },
  });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    bypassCSP: tested.inlineStyle === true,
  });
  if (tested.saveData) {
    await page.addInitScript(() =>
      Object.defineProperty(Reflect.get(navigator, "connection"), "saveData", { value: true }),
    );
  }
  await page.addInitScript(tested.subject);
  await page.addInitScript(watchPage);
  return {
    browser,
    page,
    line,
    async close() {
      await browser.close();
      await line.close();
    },
  };
}

/** Seconds from navigation, and megabytes delivered until then. */
export type Moment = { seconds: number; mb: number };

export type Start = { chart: Moment; filter: Moment; by: string; hot: Moment | null };

/** Opens a page with an empty cache and makes the first choice as soon as it can be made: the median of some visits. */
export async function start(tested: Tested, speed: Speed, repetitions = 3): Promise<Start> {
  const starts: Start[] = [];
  for (let i = 0; i < repetitions; i++) starts.push(await startOnce(tested, speed));
  const middle = (of: (one: Start) => Moment | null): Moment => ({
    seconds: median(starts.map((one) => of(one)?.seconds ?? Number.NaN)),
    mb: median(starts.map((one) => of(one)?.mb ?? Number.NaN)),
  });
  return {
    chart: middle(({ chart }) => chart),
    filter: middle(({ filter }) => filter),
    by: [...new Set(starts.map(({ by }) => by))].join(", "),
    hot: starts.every(({ hot }) => hot) ? middle(({ hot }) => hot) : null,
  };
}

async function startOnce(tested: Tested, speed: Speed): Promise<Start> {
  const { page, line, close } = await visit(tested, speed);
  try {
    await page.goto(line.url + tested.path, { waitUntil: "commit" });
    const seen = await page.evaluate(async () => {
      const { firstChart, first, reached } = window.watch;
      const [chart, filter] = await Promise.all([firstChart, first]);
      const isExplorer = document.querySelector("mz-explorer") !== null;
      const hot = isExplorer ? await reached("hot", "ready") : null;
      return { origin: performance.timeOrigin, chart, filter, hot };
    });
    const moment = (at: number): Moment => ({
      seconds: at / 1000,
      mb: line.bytesUntil(seen.origin + at) / 1e6,
    });
    return {
      chart: moment(seen.chart),
      filter: moment(seen.filter.at),
      by: seen.filter.by + (seen.filter.by === "cube" && seen.filter.busy ? ", in part" : ""),
      hot: seen.hot === null ? null : moment(seen.hot),
    };
  } finally {
    await close();
  }
}
