import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeSitemap } from "#scripts/lib/sitemap";
import { scratch } from "./scratch.ts";

const folder = scratch("sitemap");
const pages = {
  "index.html": '<meta http-equiv="refresh" content="0; url=/zh/">',
  "zh/index.html": "home",
  "zh/a&b/index.html": "row",
  "zh/gone/index.html": '<meta name="robots" content="noindex">',
  "404.html": "none",
};

describe("the sitemap", () => {
  it("lists pages that may be found, and robots.txt names it", async () => {
    for (const [name, html] of Object.entries(pages)) {
      await mkdir(join(folder, name, ".."), { recursive: true });
      await writeFile(join(folder, name), html);
    }
    expect(await writeSitemap(folder, "")).toBe(0);
    expect(existsSync(join(folder, "sitemap.xml"))).toBe(false);
    expect(await writeSitemap(folder, "https://example.org")).toBe(2);
    const xml = readFileSync(join(folder, "sitemap.xml"), "utf8");
    expect([...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
      "https://example.org/zh/",
      "https://example.org/zh/a%26b/",
    ]);
    expect(readFileSync(join(folder, "robots.txt"), "utf8")).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n",
    );
  });
});
