import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { preProcessFile } from "typescript";
import { describe, expect, it } from "vitest";

/**
 * Who may import what: layers (or one file), and packages. `markup` is what runs at build time in layouts, components
 * and pages; `script` is their <script> tags, which run in the browser.
 */
const rules: Readonly<Record<string, { layers: string[]; packages: RegExp }>> = {
  data: {
    layers: ["dataset", "field", "rule", "creditor", "assessment/declaration"].map(
      (file) => `src/core/${file}.ts`,
    ),
    packages: /^$/,
  },
  core: { layers: ["core"], packages: /^$/ },
  charts: { layers: ["charts", "core"], packages: /^@observablehq\/plot$/ },
  site: { layers: ["site", "core", "charts"], packages: /^(?!@duckdb\/|astro:)/ },
  islands: {
    layers: ["islands", "core", "charts"],
    packages: /^(@duckdb\/duckdb-wasm|@uwdata\/flechette)/,
  },
  markup: { layers: ["markup", "site", "core", "styles"], packages: /^astro(:|$)/ },
  script: { layers: ["islands", "core"], packages: /^$/ },
  scripts: { layers: ["scripts", "core", "data"], packages: /^/ },
};

/** The layer of a file, by its folder. */
const layerOf = (file: string): string => {
  const [top = "", second = ""] = file.split("/");
  if (top !== "src") return top;
  return /^(pages|layouts|components)$/.test(second) ? "markup" : second;
};

const { imports: aliases }: { imports: Record<string, string> } = JSON.parse(
  readFileSync("package.json", "utf8"),
);

/** The file a specifier means, as a path in the repository; null for a package. */
function resolveImport(specifier: string, from: string): string | null {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith(".")) return posix.join(posix.dirname(from), bare);
  for (const [alias, target] of Object.entries(aliases)) {
    const [start = "", end = ""] = alias.split("*");
    if (!bare.startsWith(start) || !bare.endsWith(end)) continue;
    const star = bare.slice(start.length, bare.length - end.length);
    return posix.normalize(target.replace("*", star));
  }
  return null;
}

/** The pieces of a file that import, each with its layer: an .astro file has a frontmatter and scripts. */
function readPieces(file: string, text: string): { layer: string; code: string }[] {
  const layer = layerOf(file);
  if (!file.endsWith(".astro")) return [{ layer, code: text }];
  const [, frontmatter = "", rest = text] = /^\s*---\n([\s\S]*?)\n---([\s\S]*)$/.exec(text) ?? [];
  const scripts = [...rest.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  return [
    { layer, code: frontmatter },
    ...scripts.map(([, code = ""]) => ({ layer: "script", code })),
  ];
}

/** What a piece of code imports, types included; TypeScript's own scanner tells code from strings and comments. */
const readImports = (code: string): string[] =>
  preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);

/** One line for each import against the rules and for each cycle. */
export function checkImports(files: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [file, text] of Object.entries(files))
    for (const { layer, code } of readPieces(file, text)) {
      const rule = rules[layer];
      if (!rule) problems.push(`${file}: no rule says what ${layer} may import`);
      for (const specifier of readImports(code)) {
        const target = resolveImport(specifier, file);
        if (target) graph.set(file, [...(graph.get(file) ?? []), target]);
        const isOwn =
          target !== null && layer === "data" && posix.dirname(target) === posix.dirname(file);
        // Markup says where a script lies, which runs in the browser.
        const isAddress = layer === "markup" && /[?&]url$/.test(specifier);
        const isAllowed = target
          ? isOwn ||
            (isAddress && layerOf(target) === "islands") ||
            rule?.layers.some((allowed) => allowed === layerOf(target) || allowed === target)
          : rule?.packages.test(specifier);
        if (!isAllowed) problems.push(`${file}: ${layer} may not import ${specifier}`);
      }
    }
  return [...problems, ...findCycles(graph)];
}

function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      cycles.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(" → ")}`);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

/** Core is arithmetic: the clock is an argument. */
export const checkClock = (files: Readonly<Record<string, string>>): string[] =>
  Object.entries(files)
    .filter(
      ([file, text]) =>
        layerOf(file) === "core" && /new Date\(\)|Date\.now|performance\./.test(text),
    )
    .map(([file]) => `${file}: core may not look at the clock`);

describe("the tree", () => {
  const names = globSync("{src,data,scripts}/**/*.{ts,js,mjs,astro}").map((name) =>
    name.replaceAll("\\", "/"),
  );
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(name, "utf8")]));

  it("imports along the arrows, without cycles", () => {
    expect(names.length).toBeGreaterThan(5);
    expect(checkImports(files)).toEqual([]);
  });

  it("looks at the clock in scripts only", () => expect(checkClock(files)).toEqual([]));
});

describe("the checker", () => {
  it.each([
    ["data/a/dataset.ts", 'import { defineDataset } from "#core/dataset";'],
    ["data/a/dataset.ts", 'import { codes } from "./codes.ts";'],
    ["src/core/a.ts", '// import "node:fs"\nconst text = `import "node:fs"`;'],
    ["src/charts/a.ts", 'import * as Plot from "@observablehq/plot";'],
    [
      "src/site/a.ts",
      'import { readFileSync } from "node:fs"; import catalog from "#core/catalog";',
    ],
    [
      "src/pages/[lang]/a.astro",
      '---\nimport A from "../../layouts/A.astro";\nimport { b } from "#site/b";\n---\n<script>import "#islands/a";</script>',
    ],
    ["src/layouts/a.astro", '---\nimport "../styles/a.css";\n---\n<p>import "node:fs"</p>'],
    ["scripts/a.ts", 'import d from "../data/a/dataset.ts"; import duck from "@duckdb/node-api";'],
  ])("lets %s: %s", (file, code) => expect(checkImports({ [file]: code })).toEqual([]));

  it.each([
    ["data/a/dataset.ts", 'import d from "../b/dataset.ts";'],
    ["data/a/dataset.ts", 'import { sql } from "#core/query/sql";'],
    ["src/core/a.ts", 'import { readFileSync } from "node:fs";'],
    ["src/core/a.ts", 'import type { X } from "#charts/x";'],
    ["src/core/a.ts", 'export * from "../../scripts/x.ts";'],
    ["src/core/a.ts", 'const x = await import("papaparse");'],
    ["src/charts/a.ts", 'import "#site/x";'],
    ["src/site/a.ts", 'import "#islands/x";'],
    ["src/site/a.ts", 'import "../pages/x.ts";'],
    ["src/islands/a.ts", 'import "#site/urls";'],
    ["src/islands/a.ts", 'import * as Plot from "@observablehq/plot";'],
    ["src/pages/a.astro", '---\nimport "#scripts/x";\n---\n'],
    ["src/pages/a.astro", '---\nimport "#islands/x";\n---\n'],
    ["src/pages/a.astro", '<script>import "#site/x";</script>'],
    ["scripts/a.ts", 'import "../tests/x.ts";'],
    ["src/utils/a.ts", ""],
  ])("stops %s: %s", (file, code) => expect(checkImports({ [file]: code })).toHaveLength(1));

  it("finds a cycle", () => {
    const files = {
      "src/core/a.ts": 'import type { B } from "#core/b";',
      "src/core/b.ts": 'import { c } from "./c.ts";',
      "src/core/c.ts": 'export { a } from "#core/a";',
    };
    expect(checkImports(files)).toEqual([
      "cycle: src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts",
    ]);
  });

  it("finds a look at the clock", () =>
    expect(
      checkClock({ "src/core/a.ts": "new Date()", "src/core/b.ts": "new Date(today)" }),
    ).toHaveLength(1));
});
