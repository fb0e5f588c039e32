import { test as base, expect } from "@playwright/test";
import { type Server, startServer } from "#scripts/serve";
import { dist } from "../site.ts";
import { type Problems, watch } from "./harness.ts";

export { expect };

/** Every test has the site at its baseURL, and fails on any problem it did not allow. */
export const test = base.extend<{ problems: Problems }, { site: Server }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const server = await startServer({ root: dist, port: 0 });
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  baseURL: ({ site }, use) => use(site.url),
  problems: [
    async ({ context, site }, use) => {
      const problems = watch(context, site.url);
      await use(problems);
      expect(problems.found).toEqual([]);
    },
    { auto: true },
  ],
});
