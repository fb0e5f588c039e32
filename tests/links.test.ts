import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cssReferences, type Html, type Reference, readHtml } from "./html.ts";
import { dist, filesOf, urlOf } from "./site.ts";

/** A link a reader follows may lead elsewhere; what a page loads may not. */
const isFollowed = (tag: string) =>
  /^(a|area|link rel=".*(canonical|alternate|license).*")$/.test(tag);

/** Says what is wrong with a reference from the page at `from`, null when nothing is. */
function checkReference(
  reference: Reference,
  from: string,
  site: { files: ReadonlySet<string>; pages: ReadonlyMap<string, Html> },
): string | null {
  const { value } = reference;
  if (/^(mailto|tel|data):/.test(value)) return null;
  if (/^javascript:/i.test(value)) return "runs a script";
  const url = URL.parse(value, `http://site.invalid${from}`);
  if (!url) return "is not an address";
  if (url.host !== "site.invalid")
    return isFollowed(reference.tag) ? null : "is loaded from elsewhere";
  const path = decodeURI(url.pathname);
  const file = path.endsWith("/") ? `${path}index.html` : path;
  if (!site.files.has(file))
    return site.files.has(`${file}/index.html`) ? "lacks the final slash" : "does not exist";
  const id = decodeURIComponent(url.hash.slice(1));
  if (id === "" || id === "top" || reference.tag === "use") return null;
  return site.pages.get(file)?.ids.has(id) ? null : `has no id “${id}”`;
}

/** Every problem of a built site that can be seen without a browser, one line each. */
export function checkSite(root: string): string[] {
  const files = new Set(filesOf(root, "**/*.*").map((file) => `/${file.replaceAll("\\", "/")}`));
  const text = (file: string) => readFileSync(join(root, file), "utf8");
  const pages = new Map<string, Html>();
  for (const file of files) if (file.endsWith(".html")) pages.set(file, readHtml(text(file)));
  const problems: string[] = [];
  const titles = new Map<string, string>();
  const fine = new Set<string>();
  const check = (reference: Reference, file: string) => {
    const { tag, attribute, value } = reference;
    const known = `${tag === "a"} ${value}`;
    if (value.startsWith("/") && fine.has(known)) return;
    const wrong = checkReference(reference, urlOf(file.slice(1)), { files, pages });
    if (wrong) problems.push(`${file}: <${tag} ${attribute}="${value}"> ${wrong}`);
    else fine.add(known);
  };
  for (const [file, page] of pages) {
    for (const reference of page.references) check(reference, file);
    for (const inline of page.inline) problems.push(`${file}: ${inline} is inline`);
    const lang = /^\/en(\/|\.html)/.test(file) ? "en" : "zh";
    if (page.lang.split("-")[0] !== lang) problems.push(`${file}: lang="${page.lang}"`);
    if (page.headings !== 1) problems.push(`${file}: ${page.headings} h1, not one`);
    const same = titles.get(page.title);
    if (page.title === "") problems.push(`${file}: no title`);
    else if (same) problems.push(`${file}: title “${page.title}” is also that of ${same}`);
    else titles.set(page.title, file);
  }
  for (const file of files)
    if (file.endsWith(".css"))
      for (const value of cssReferences(text(file)))
        check({ tag: "css", attribute: "url", value }, file);
  return problems;
}

describe("the built site", () => {
  it("is whole, and loads nothing from elsewhere", { timeout: 120_000 }, () => {
    expect(existsSync(join(dist, "index.html")), `${dist}: npm run build first`).toBe(true);
    expect(checkSite(dist).slice(0, 50)).toEqual([]);
  });
});

/** A site of these files, checked. */
function problemsOf(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), "site-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const problems = checkSite(root);
  rmSync(root, { recursive: true });
  return problems;
}

const page = (body: string, lang = "zh-CN", title = lang) =>
  `<!doctype html><html lang="${lang}"><title>${title}</title><h1 id="标题">t</h1>${body}</html>`;

describe("the checker", () => {
  it("accepts a good site", () => {
    const files = {
      "index.html": page(
        '<a href="en/#标题">e</a><a href="https://example.org">x</a><link rel="canonical" href="https://example.org/x"><img src="a%20b.svg"><script type="application/json">{}</script><svg><title>zh-CN</title><a href="#x" id="x"/></svg>',
      ),
      "en/index.html": page(
        '<a href="../#%E6%A0%87%E9%A2%98">z</a><script src="/x.js"></script>',
        "en",
      ),
      "a b.svg": "<svg/>",
      "x.js": "",
      "a.css": "p { background: url(data:image/png;base64,AA) }",
    };
    expect(problemsOf(files)).toEqual([]);
  });

  it.each([
    ['<a href="/none/">', "does not exist"],
    ['<a href="/zh">', "lacks the final slash"],
    ['<a href="#none">', "has no id “none”"],
    ['<a href="/zh/#none">', "has no id “none”"],
    ['<img src="https://example.org/x.png">', "is loaded from elsewhere"],
    ['<script src="//example.org/x.js"></script>', "is loaded from elsewhere"],
    ['<link rel="preconnect" href="https://example.org">', "is loaded from elsewhere"],
    ['<img srcset="x.png 1x, https://example.org/x.png 2x">', "is loaded from elsewhere"],
    ['<svg><rect fill="url(https://example.org/#a)"/></svg>', "is loaded from elsewhere"],
    ['<form action="https://example.org/">', "is loaded from elsewhere"],
    ['<a href="JavaScript:alert(1)">', "runs a script"],
    ["<script>1</script>", "<script> is inline"],
    ['<script type="module">1</script>', "<script> is inline"],
    ["<style>p{}</style>", "<style> is inline"],
    ['<p style="color:red">', 'style="color:red" is inline'],
    ['<p onclick="x()">', 'onclick="x()" is inline'],
    ["<h1>again</h1>", "2 h1, not one"],
  ])("finds %s", (html, problem) => {
    const files = {
      "index.html": page(html),
      "zh/index.html": page("", "zh", "other"),
      "x.png": "",
    };
    expect(problemsOf(files).join("\n")).toContain(problem);
  });

  it.each([
    ["url(https://example.org/x.woff2)", "is loaded from elsewhere"],
    ['url("none.woff2")', "does not exist"],
  ])("finds %s in a style sheet", (url, problem) => {
    expect(problemsOf({ "a/b.css": `@font-face { src: ${url} }` }).join()).toContain(problem);
  });

  it("finds a page in the wrong language, without a title or with another's", () => {
    const files = { "en/a.html": page("", "zh", ""), "b.html": page(""), "c.html": page("") };
    expect(problemsOf(files)).toEqual([
      "/c.html: title “zh-CN” is also that of /b.html",
      '/en/a.html: lang="zh"',
      "/en/a.html: no title",
    ]);
  });
});
