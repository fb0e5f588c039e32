import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { previewPng, previewSize, previewSvg, previews } from "#site/preview";
import { built } from "./scratch.ts";
import { dist, filesOf } from "./site.ts";

const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

describe("the pictures that links show", () => {
  it("are one for each dataset, topic and home in each language, made-up ones marked", () => {
    const all = previews();
    for (const { dataset: d } of built().datasets)
      for (const lang of ["zh", "en"]) {
        const mark = d.demonstration ? ".DEMONSTRATION" : "";
        const found = all.find(({ name }) => name === `${lang}/${d.id}${mark}`);
        expect(found && previewSvg(found).includes("DEMONSTRATION")).toBe(d.demonstration);
      }
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(["zh/home", "en/home"]));
    expect(all.map(({ name }) => name)).toContain("en/assessment.DEMONSTRATION");
  });

  it("are PNG of the size asked for, the same for the same figures, with Chinese that is drawn", async () => {
    const [first] = previews();
    if (!first) throw new Error("no previews");
    const [one, two] = [await previewPng(first), await previewPng(first)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(sizeOf(one)).toEqual(previewSize);
    // Without a font there would be nothing but the frame; another character is another picture.
    const blank = await previewPng({ ...first, title: "", figures: [] });
    const other = await previewPng({ ...first, title: first.title.replace("费", "税") });
    expect(one.length).toBeGreaterThan(blank.length * 1.5);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  });

  it("are there for every page that names one, and not too large to be fetched", () => {
    const named = new Set(
      filesOf(dist, "{zh,en}/**/index.html").flatMap((page) => {
        const html = readFileSync(join(dist, page), "utf8");
        return /og:image" content="([^"]+)"/.exec(html)?.[1] ?? [];
      }),
    );
    expect(named.size).toBeGreaterThan(8);
    for (const path of named) {
      const png = readFileSync(join(dist, path));
      expect(sizeOf(png), path).toEqual(previewSize);
      expect(png.length, path).toBeLessThan(150_000);
    }
  });
});
