import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Imports, withLinks } from "#scripts/lib/module-links";
import { dist } from "./site.ts";

const importsOf = new Map<string, Imports>([
  ["/a.js", { first: ["/b.js"], later: ["/d.js"] }],
  ["/b.js", { first: ["/c.js"], later: [] }],
  ["/d.js", { first: ["/c.js", "/e.js"], later: ["/f.js"] }],
]);

describe("a page", () => {
  it("names all files of its scripts once, and none that come later", () => {
    const page = `<head><title>x</title></head><script type="module" src="/a.js"></script><script type="module" src="/b.js"></script>`;
    expect(withLinks(page, importsOf)).toBe(
      page.replace("</head>", '<link rel="modulepreload" href="/c.js"></head>'),
    );
  });

  it("tells a script what is needed later", () => {
    const page = `<head><script src="/early.js" data-modules></script></head><script type="module" src="/a.js"></script>`;
    const linked = withLinks(page, importsOf);
    expect(linked).toContain('<script src="/early.js" data-modules="/d.js /e.js">');
    expect(linked).not.toContain('href="/d.js"');
  });

  it("without scripts stays as it is", () => {
    const page = "<head></head><p>text</p>";
    expect(withLinks(page, importsOf)).toBe(page);
  });

  it("of the built site names files that are there, and where the explorer begins", () => {
    const page = readFileSync(join(dist, "zh/fees/explore/index.html"), "utf8");
    const links = [...page.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, href]) => href);
    const later = /data-modules="([^"]+)"/.exec(page)?.[1]?.split(" ") ?? [];
    expect(links.length).toBeGreaterThan(2);
    expect(later.some((file) => file.includes("exploration"))).toBe(true);
    for (const file of [...links, ...later])
      expect(readFileSync(join(dist, file ?? ""), "utf8")).not.toBe("");
  });
});
