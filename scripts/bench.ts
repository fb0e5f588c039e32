import { globSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { assessLines, benchAssess } from "./bench/assess.ts";
import { benchCompile, compileLines } from "./bench/compile.ts";
import { benchExplore, type ExploreFigures, exploreLines } from "./bench/explore.ts";
import { measure } from "./bench/measure.ts";
import { benchPages, type PageFigures, pageLines } from "./bench/pages.ts";
import { compile, inOrder, site } from "./build.ts";
import { step } from "./lib/progress.ts";

/**
 * Measures what the project promises; prints a table and writes bench/results.json. `compile`, `site`, `explore`, `assess` and `pages`
 * (Lighthouse over what `npm run build` made) each measure one part alone; `--large` compiles five million rows too; `--keep` takes the site that an earlier run of
 * `explore` made of its rows, and leaves it for the next.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    large: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    rows: { type: "string", default: "1000000" },
  },
});
const asks = (part: string) => positionals.length === 0 || positionals.includes(part);
const scratch = join("bench", ".scratch");

const compiled = [];
if (asks("compile")) {
  const folder = join(scratch, "compile");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const large = values.large ? [5_000_000] : [];
  for (const rows of [100_000, 1_000_000, ...large]) {
    compiled.push(await step(`${rows / 1000} k rows`, () => benchCompile(folder, rows)));
  }
  await rm(folder, { recursive: true });
}

const built: Awaited<ReturnType<typeof benchSite>>[] = [];
if (asks("site")) {
  await inOrder(compile, site);
  built.push(await benchSite());
}

const explored: ExploreFigures[] = [];
if (asks("explore")) {
  const rows = Number(values.rows);
  await inOrder(async () => explored.push(await benchExplore(scratch, rows, values.keep)));
}

/** Builds the pages of the project's own data. */
async function benchSite() {
  const out = "node_modules/.cache/bench";
  const astro = ["node_modules/astro/bin/astro.mjs", "build", "--outDir", out];
  const figures = await step("site", () => measure(astro));
  return { pages: globSync(`${out}/**/*.html`).length, ...figures };
}

const assessed: Awaited<ReturnType<typeof benchAssess>>[] = [];
if (asks("assess")) assessed.push(await step("assess", () => benchAssess()));

const pages: PageFigures[] = [];
if (asks("pages")) pages.push(...(await step("pages", () => benchPages())));

const round = (n: number, digits = 1) => n.toFixed(digits);
const lines = [
  "| what | value | beside it |",
  "|-|-|-|",
  ...compiled.flatMap(compileLines),
  ...built.map(
    ({ pages, seconds, mb }) =>
      `| site | ${pages} pages in ${round(seconds)} s, ${round(pages / seconds, 0)} pages/s, peak ${round(mb, 0)} MB | |`,
  ),
  ...explored.flatMap(exploreLines),
  ...assessed.flatMap(assessLines),
  ...pages.map(pageLines),
];
console.log(`\n${lines.join("\n")}`);
const results = { compiled, site: built[0], explore: explored[0], assess: assessed[0], pages };
await writeFile(join("bench", "results.json"), `${JSON.stringify(results, null, 2)}\n`);
