import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const own = new Set(["ci", "install", "exec"]);

/** Commands that npm would not know. */
export const checkCommands = (text: string, scripts: Readonly<Record<string, string>>): string[] =>
  [...text.matchAll(/(?:`|&& |^)npm (run )?([a-z][\w:-]*)/gm)]
    .filter(([, run, name = ""]) => !(name in scripts && (run || /^(start|test)$/.test(name))))
    .filter(([, run, name = ""]) => run || !own.has(name))
    .map(([, run = "", name]) => `npm ${run}${name}: no such script`);

/** Generated, so absent from a fresh copy. */
const generated = /^(build|dist|node_modules|test-results)\//;
const mediaType = /^(text|application|image|font)\//;

/** Relative links, and paths in backticks, that lead nowhere. */
export function checkPaths(text: string, exists: (path: string) => boolean): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^([a-z]+:|#|\/)/.test(link))
    .map((link) => decodeURI(link.replace(/#.*$/, "")));
  const paths = [...prose.matchAll(/`([^`\n]+)`/g)]
    .map(([, span = ""]) => span)
    .filter((span) => /^[\w.-]+(\/[\w.[\]-]*)+$/.test(span))
    .filter((span) => !generated.test(span) && !mediaType.test(span));
  return [...links, ...paths].filter((path) => !exists(path)).map((path) => `${path}: not found`);
}

describe("the documents", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const documents = globSync(["*.md", "docs/**/*.md", "data/*/*.md"]).filter(
    (path) => !/notes\.\w+\.md$/.test(path),
  );

  it.each(documents)("%s names commands and files that exist", (document) => {
    const text = readFileSync(document, "utf8");
    const exists = (path: string) => existsSync(join(dirname(document), path)) || existsSync(path);
    expect([...checkCommands(text, scripts), ...checkPaths(text, exists)]).toEqual([]);
  });

  it("name every script", () => {
    const text = readFileSync("CONTRIBUTING.md", "utf8");
    const isNamed = (name: string) => new RegExp(`npm (run )?${name}\\b`).test(text);
    expect(Object.keys(scripts).filter((name) => !isNamed(name))).toEqual([]);
  });

  it("start with the command that the automatic test runs", () => {
    const command = "npm ci && npm test";
    expect(readFileSync(".ci/run", "utf8").trim().split("\n").at(-1)).toBe(command);
    for (const document of documents.filter((path) => /^(README|CONTRIBUTING)/.test(path)))
      expect(readFileSync(document, "utf8"), document).toContain(command);
  });
});

describe("the checkers", () => {
  const scripts = { test: "", unit: "" };

  it("accept what exists", () => {
    expect(checkCommands("`npm ci && npm test`, `npm run unit -- x`, npm brings", scripts)).toEqual(
      [],
    );
    expect(
      checkPaths(
        "[a](b.md#c) [x](https://example.org) [y](#y) `src/a.ts` `dist/x` `text/csv` `/zh/` `@a/b` `data/<id>/x` `a b/c`\n```\nno/where\n```\n",
        (path) => path === "b.md" || path === "src/a.ts",
      ),
    ).toEqual([]);
  });

  it.each(["npm run tset", "npm unit", "npm start"])("find %s", (command) =>
    expect(checkCommands(command, scripts)).toEqual([`${command}: no such script`]),
  );

  it.each(["[a](none.md)", "`src/none.ts`", "`src/none/`", "`.ci/none`"])("find %s", (text) =>
    expect(checkPaths(text, () => false)).toHaveLength(1),
  );
});
