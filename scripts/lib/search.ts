import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createIndex, type PagefindIndex } from "pagefind";
import { langs } from "#core/language";
import { articleNumbers, articles, citeArticle } from "#core/law";
import { type SearchKind, searchFolder } from "#core/publication/search";
import type { Options } from "#scripts/lib/sweep/folder";
import { refusePersonal } from "#scripts/lib/sweep/refuse";

/**
 * Not searched for: names that may have to leave the site any day (every element that carries their last day), rows that
 * have pages of their own, and what stands on many pages.
 */
const excluded = [
  "[data-until]",
  "table.rows",
  "nav",
  "form",
  "svg",
  "noscript",
  "[hidden]",
  ".gap",
  ".tell",
  ".banner",
  ".figures",
  ".freshness",
  "[aria-labelledby=cite]",
];

/** What the search page loads; Pagefind's own interface is left out. */
const isNeeded = (path: string): boolean =>
  /^pagefind(-worker|-entry)?\.js(on)?$|\.(pf_\w+|pagefind)$/.test(path);

/** Throws what Pagefind says went wrong. */
function need<T extends { errors: readonly string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(`pagefind: ${answer.errors.join("; ")}`);
  return answer;
}

/** Each article is a result of its own: one page has them all. */
async function addArticles(index: PagefindIndex): Promise<void> {
  const kind: SearchKind = "article";
  for (const lang of langs)
    for (const n of articleNumbers)
      need(
        await index.addCustomRecord({
          url: `/${lang}/law/#article-${n}`,
          content: articles[n][lang],
          language: lang === "zh" ? "zh-cn" : lang,
          meta: { title: citeArticle(n, [], lang) },
          filters: { kind: [kind] },
        }),
      );
}

/** Indexes the pages of a built site that say what they are about, and writes the index into its folder. */
export async function writeSearch(folder: string): Promise<{ pages: number; bytes: number }> {
  const { index } = need(await createIndex({ excludeSelectors: excluded }));
  if (!index) throw new Error("pagefind did not start");
  const { page_count: pages } = need(await index.addDirectory({ path: folder }));
  await addArticles(index);
  const { files } = need(await index.getFiles());
  let bytes = 0;
  for (const { path, content } of files.filter((file) => isNeeded(file.path))) {
    const to = join(folder, searchFolder, path);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, content);
    bytes += content.length;
  }
  await index.deleteIndex();
  return { pages, bytes };
}

/**
 * Sweeps what the index says: all of it stands in the fragments, each gzip under a name of its own. Throws where one
 * holds personal data.
 */
export async function sweepSearch(folder: string, options: Options): Promise<void> {
  const from = join(folder, searchFolder, "fragment");
  await mkdir("node_modules/.cache", { recursive: true });
  const unpacked = await mkdtemp("node_modules/.cache/search-");
  try {
    for (const name of await readdir(from))
      await writeFile(join(unpacked, `${name}.txt`), gunzipSync(await readFile(join(from, name))));
    await refusePersonal(unpacked, from, options);
  } finally {
    await rm(unpacked, { recursive: true });
  }
}
