import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** As many addresses as the protocol lets one file hold. */
const most = 50_000;

const robots = (lines: readonly string[]) =>
  ["User-agent: *", "Allow: /", ...lines].map((line) => `${line}\n`).join("");

/**
 * Lists every page that may be found in sitemap.xml, and names it in robots.txt. Addresses need a host: without an
 * origin (https://host) there is none. Returns the number of pages.
 */
export async function writeSitemap(folder: string, origin: string): Promise<number> {
  if (!origin) return 0;
  const pages = await pagesIn(folder);
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, i) =>
    pages.slice(i * most, (i + 1) * most),
  );
  const list = (tag: string, item: string, addresses: readonly string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${tag} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses
      .map((address) => `<${item}><loc>${xml(origin + address)}</loc></${item}>\n`)
      .join("")}</${tag}>\n`;
  if (parts.length <= 1) {
    await writeFile(join(folder, "sitemap.xml"), list("urlset", "url", pages));
  } else {
    const names = parts.map((_, i) => `sitemap-${i + 1}.xml`);
    for (const [i, name] of names.entries())
      await writeFile(join(folder, name), list("urlset", "url", parts[i] ?? []));
    const addresses = names.map((name) => `/${name}`);
    await writeFile(join(folder, "sitemap.xml"), list("sitemapindex", "sitemap", addresses));
  }
  await writeFile(join(folder, "robots.txt"), robots(["", `Sitemap: ${origin}/sitemap.xml`]));
  return pages.length;
}

const xml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&apos;");

/** Addresses of the pages that do not ask to be left out. */
async function pagesIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name !== "index.html") continue;
    const path = join(file.parentPath, file.name);
    const html = await readFile(path, "utf8");
    if (/<meta (name="robots" content="noindex"|http-equiv="refresh")/.test(html)) continue;
    const parts = relative(folder, file.parentPath).split(/[\\/]/).filter(Boolean);
    found.push(`/${parts.map((part) => `${encodeURIComponent(part)}/`).join("")}`);
  }
  return found.sort();
}
