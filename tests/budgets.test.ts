import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readHtml } from "./html.ts";
import { dist, filesOf } from "./site.ts";

const gzipped = (path: string): number => gzipSync(readFileSync(path)).length;

/** A script and everything it imports before it runs. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(path, "utf8");
  for (const [, from, bare] of code.matchAll(/\bfrom\s*"(\.[^"]+)"|\bimport\s*"(\.[^"]+)"/g)) {
    withImports(join(path, "..", from ?? bare ?? ""), seen);
  }
  return seen;
}

/** Bytes of script, gzipped, that a page loads before anyone touches it. */
function scriptBytes(html: string): number {
  const scripts = readHtml(html).references.filter(
    ({ tag, attribute }) => tag === "script" && attribute === "src",
  );
  const all = scripts.flatMap(({ value }) => [...withImports(join(dist, value))]);
  return [...new Set(all)].reduce((sum, path) => sum + gzipped(path), 0);
}

describe("budgets", () => {
  const pages = filesOf(dist, "**/*.html");

  it("finds a built site", () =>
    expect(existsSync(join(dist, "zh", "fees", "index.html"))).toBe(true));

  it("keeps the page of a dataset within 60 kB of HTML, gzipped", () => {
    const listing = filesOf(dist, "{zh,en}/*/{,explore/,check/}index.html");
    expect(listing.length).toBeGreaterThan(5);
    const heavy = listing.filter((page) => gzipped(join(dist, page)) > 60_000);
    expect(heavy).toEqual([]);
  });

  it("keeps every page within 10 kB of script, gzipped, before it is used", () => {
    const heavy = pages.flatMap((page) => {
      const bytes = scriptBytes(readFileSync(join(dist, page), "utf8"));
      return bytes > 10_000 ? [`${page}: ${bytes}`] : [];
    });
    expect(heavy).toEqual([]);
    const explore = readFileSync(join(dist, "zh/fees/explore/index.html"), "utf8");
    expect(scriptBytes(explore)).toBeGreaterThan(1000); // the measure sees scripts
  });
});
