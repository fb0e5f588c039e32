import { globSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close } from "pagefind";
import { afterAll, describe, expect, it } from "vitest";
import type { Row } from "#core/catalog";
import { withdrawRule } from "#core/gate/withdraw";
import { searchKinds } from "#core/publication/search";
import { sweepSearch, writeSearch } from "#scripts/lib/search";
import { build, built, scratch } from "./scratch.ts";
import { dist } from "./site.ts";

type Fragment = {
  url: string;
  content: string;
  filters: Readonly<Record<string, readonly string[]>>;
  meta: Readonly<Record<string, string>>;
};

/** What the index of a site says, one record a result. */
const fragmentsOf = (site: string): readonly Fragment[] =>
  globSync("pagefind/fragment/*", { cwd: site }).map((file) =>
    JSON.parse(
      gunzipSync(readFileSync(join(site, file)))
        .toString()
        .replace("pagefind_dcd", ""),
    ),
  );

const folder = scratch("search");
afterAll(() => close());

/** A site of these pages, indexed. */
async function indexed(pages: Readonly<Record<string, string>>): Promise<readonly Fragment[]> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, body] of Object.entries(pages)) {
    const file = join(folder, path, "index.html");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `<!doctype html><html lang="zh-CN"><title>t</title>${body}</html>`);
  }
  await writeSearch(folder);
  return fragmentsOf(folder);
}

const found = (content: string, title = "标题") =>
  `<main data-pagefind-body data-pagefind-filter="kind:fee" data-pagefind-meta="title:${title}"><h1>${content}</h1></main>`;

describe("the index", () => {
  it("has what says that it may be found, and no name that may have to leave", async () => {
    const all = await indexed({
      "zh/a": found("污水处理费"),
      "zh/gone": "<main><h1>CANARY-GONE</h1></main>",
      "zh/case": `${found('案例</h1><p data-until="2099-01-01">CANARY-NAME</p><h1>')}`.replace(
        "<title>",
        '<title data-until="2099-01-01">CANARY-TITLE',
      ),
    });
    const pages = all.filter(({ url }) => !url.includes("#"));
    expect(pages.map(({ url }) => url).sort()).toEqual(["/zh/a/", "/zh/case/"]);
    expect(JSON.stringify(all)).not.toContain("CANARY");
  });

  it("is refused where it holds personal data", async () => {
    const nobody = { contacts: new Set<string>(), amounts: () => new Set<string>() };
    await indexed({ "zh/a": found("羊") });
    await expect(sweepSearch(folder, nobody)).resolves.toBeUndefined();
    await indexed({ "zh/a": found("羊 11010519491231002X") });
    await expect(sweepSearch(folder, nobody)).rejects.toThrow("personal data");
  });
});

describe("the index of the built site", () => {
  const all = fragmentsOf(dist);
  // A debtor may have got subsidies too, and stays named there.
  const others = all.filter(({ filters }) => !filters["kind"]?.includes("organisation"));
  const text = JSON.stringify(others).replaceAll("\u200b", "");

  it("has each kind of result in both languages", () => {
    for (const lang of ["zh", "en"]) {
      const kinds = new Set(
        all.filter(({ url }) => url.startsWith(`/${lang}/`)).flatMap(({ filters: f }) => f["kind"]),
      );
      // Rows of no special kind are there only where a dataset has them.
      expect([...kinds, "row"].sort()).toEqual([...new Set([...searchKinds, "row"])].sort());
    }
  });

  it("has every fee by name, and each article once", () => {
    const fees = built().datasets.find(({ dataset }) => dataset.id === "fees");
    const urls = all.map(({ url }) => url);
    expect(urls.filter((url) => /^\/zh\/fees\/\d/.test(url))).toHaveLength(
      fees?.rows.published ?? -1,
    );
    expect(urls.filter((url) => url.startsWith("/en/law/#article-"))).toHaveLength(59);
  });

  it("names nobody whose name may have to leave, and has no page of what left", () => {
    for (const { dataset: d, downloads, tombstones } of built().datasets) {
      const rule = withdrawRule(d);
      if (!rule) continue;
      const file = downloads.find(({ format }) => format === "json")?.name ?? "";
      const rows: Row[] = JSON.parse(readFileSync(join(build, d.id, file), "utf8"));
      const names = rows.flatMap((row) => rule.names.map((f) => String(row[f])));
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => text.includes(name))).toEqual([]);
      expect(tombstones.filter(({ key }) => text.includes(`/${key}/`))).toEqual([]);
    }
  });

  it("stays within 2 kB a page, and leaves Pagefind's own interface out", () => {
    const files = globSync("pagefind/**/*.*", { cwd: dist }).filter((f) => !/\.(br|gz)$/.test(f));
    const bytes = files.reduce((sum, f) => sum + readFileSync(join(dist, f)).length, 0);
    expect(bytes / all.length).toBeLessThan(2000);
    expect(files.filter((f) => /ui|highlight|playground/.test(f))).toEqual([]);
  });
});
