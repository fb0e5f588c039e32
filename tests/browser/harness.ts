import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";

export type Problems = {
  found: string[];
  /** Expect a problem of this kind in this test. */
  allow: (pattern: RegExp) => void;
};

/** Collects what no page may do: reach another host, log an error (a breach of the CSP is logged too), throw. */
export function watch(context: BrowserContext, origin: string): Problems {
  const found: string[] = [];
  const allowed: RegExp[] = [];
  const note = (page: Page | null, text: string) => {
    const line = `${page?.url() ?? "worker"}: ${text}`;
    if (!allowed.some((pattern) => pattern.test(line))) found.push(line);
  };
  const pageOf = (request: { frame(): { page(): Page } }): Page | null => {
    try {
      return request.frame().page();
    } catch {
      return null; // a service worker, or a page about to open
    }
  };
  context.on("request", (request) => {
    const own = request.url().startsWith(`${origin}/`) || /^(data|blob|about):/.test(request.url());
    if (!own) note(pageOf(request), `request to ${request.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url } = message.location();
    note(message.page(), `console: ${message.text()}${url ? ` (${url})` : ""}`);
  });
  context.on("weberror", (error) => note(error.page(), `error: ${error.error().message}`));
  return { found, allow: (pattern) => void allowed.push(pattern) };
}

/** Everything axe finds on the page as it is now, one line for each element. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // Legacy mode skips only frames of other sites, which no page has, and takes half the time; so does not listing what is right.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true)
    .withTags(tags);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(" ")} ${html.slice(0, 120)}`),
  );
}

/** By how many pixels the page is wider than the window, and which elements stick out. */
export const overflow = (page: Page): Promise<{ pixels: number; elements: string[] }> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const pixels = Math.max(0, (document.scrollingElement?.scrollWidth ?? 0) - innerWidth);
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().left + element.scrollWidth > width + 0.5,
    );
    const elements = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 100));
    return { pixels, elements: pixels > 0 ? elements : [] };
  });
