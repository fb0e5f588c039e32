import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** What a script of the site imports, by paths: at its start, and when it is needed. */
export type Imports = { first: readonly string[]; later: readonly string[] };

/** What a bundler says of it. */
type Chunk = { imports: readonly string[]; dynamicImports: readonly string[] };

/**
 * Names in each page all files that its scripts are made of, so that the browser asks for them together: otherwise it learns
 * of each only from the one that imports it, a journey over the line each time.
 */
export function moduleLinks(): AstroIntegration {
  const importsOf = new Map<string, Imports>();
  const plugin = {
    name: "module-links",
    generateBundle(_: unknown, bundle: Record<string, Partial<Chunk>>) {
      const path = (file: string) => `/${file}`;
      for (const [file, { imports = [], dynamicImports = [] }] of Object.entries(bundle))
        importsOf.set(path(file), { first: imports.map(path), later: dynamicImports.map(path) });
    },
  };
  return {
    name: "module-links",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      "astro:build:done": async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = await readdir(folder, { recursive: true });
        for (const file of files.filter((name) => name.endsWith(".html"))) {
          const path = join(folder, file);
          const page = await readFile(path, "utf8");
          const linked = withLinks(page, importsOf);
          if (linked !== page) await writeFile(path, linked);
        }
      },
    },
  };
}

/**
 * A page with a link in its head for each file that its scripts import; a script with `data-modules` is told which they
 * import when they are needed.
 */
export function withLinks(page: string, importsOf: ReadonlyMap<string, Imports>): string {
  const scripts = [...page.matchAll(/<script type="module" src="([^"]+)"/g)].flatMap(
    ([, src]) => src ?? [],
  );
  const first = withImports(scripts, importsOf);
  const called = scripts.flatMap((src) => importsOf.get(src)?.later ?? []);
  const later = withImports(called, importsOf).filter((src) => !first.includes(src));
  const links = first
    .filter((src) => !scripts.includes(src))
    .map((src) => `<link rel="modulepreload" href="${src}">`);
  return page
    .replace(/ data-modules(?=[ >])/, ` data-modules="${later.join(" ")}"`)
    .replace("</head>", `${links.join("")}</head>`);
}

/** Some files and all that they import at their start. */
function withImports(
  files: readonly string[],
  importsOf: ReadonlyMap<string, Imports>,
): readonly string[] {
  const found = new Set(files);
  for (const src of found) for (const other of importsOf.get(src)?.first ?? []) found.add(other);
  return [...found];
}
