import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Catalog } from "#core/catalog";
import { regionByCode } from "#core/region/region";

/** The built site under test. */
export const dist = process.env["DIST"] ?? "dist";

/** The address a file of the site has: zh/index.html is /zh/. */
export const urlOf = (file: string): string =>
  encodeURI(`/${file.split(sep).join("/")}`).replace(/(^|\/)index\.html$/, "$1");

export const filesOf = (root: string, pattern: string): string[] =>
  globSync(pattern, { cwd: root }).sort();

/** Keys of all rows, codes of organisations and of regions: the page of one ends in it. */
function rowKeys(build: string): Set<string> {
  const json = (path: string) => JSON.parse(readFileSync(join(build, path), "utf8"));
  const { datasets }: Catalog = json("catalog.json");
  const ofRows = datasets.flatMap(
    ({ dataset: { id, key, organisations }, downloads, tombstones }) => {
      const file = downloads.find(({ format }) => format === "json")?.name ?? "";
      const rows: Record<string, unknown>[] = json(`${id}/${file}`);
      const keys = rows.map((row) => String(row[key]));
      const codes = organisations ? rows.map((row) => String(row[organisations.uscc])) : [];
      return [...keys, ...codes, ...tombstones.map((one) => one.key)];
    },
  );
  return new Set([...ofRows, ...Object.keys(regionByCode)]);
}

/** All pages, but of the many pages of rows only some in each folder: the first and the last. */
export function samplePages(urls: readonly string[], isRow: (url: string) => boolean): string[] {
  const folders = Map.groupBy(urls.filter(isRow), (url) => url.replace(/[^/]+\/?$/, ""));
  const rows = [...folders.values()].flatMap((all) => [all[0] ?? "", all.at(-1) ?? ""]);
  return [...urls.filter((url) => !isRow(url)), ...new Set(rows)];
}

/** The pages worth opening in a browser. */
export function visitAll(root: string = dist): string[] {
  const urls = filesOf(root, "**/*.html").map(urlOf);
  if (urls.length === 0) throw new Error(`${root} has no pages: npm run build`);
  const keys = root === "dist" ? rowKeys("build") : new Set<string>();
  const last = (url: string) => decodeURI(/([^/]+?)(\.html|\/)?$/.exec(url)?.[1] ?? "");
  return samplePages(urls, (url) => keys.has(last(url)));
}
