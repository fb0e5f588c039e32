import { globSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { benchExplore } from "./bench/browser.ts";
import { benchCompile, compileLines } from "./bench/compile.ts";
import { measure } from "./bench/measure.ts";
import { compile, inOrder, site } from "./build.ts";
import { step } from "./lib/progress.ts";

/** Measures what the project promises; prints a table and writes bench/results.json. */
const folder = join("bench", ".scratch");
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const compiled = [];
const large = process.argv.includes("--large") ? [5_000_000] : [];
for (const rows of [100_000, 1_000_000, ...large]) {
  compiled.push(await step(`${rows / 1000} k rows`, () => benchCompile(folder, rows)));
}
await rm(folder, { recursive: true });

await inOrder(compile, site);
const built = await step("site", () =>
  measure(["node_modules/astro/bin/astro.mjs", "build", "--outDir", "node_modules/.cache/bench"]),
);
const pages = globSync("node_modules/.cache/bench/**/*.html").length;
const explore = await step("explore", () => benchExplore());

const round = (n: number, digits = 1) => n.toFixed(digits);
const lines = [
  "| what | value | beside it |",
  "|-|-|-|",
  ...compiled.flatMap(compileLines),
  `| site | ${pages} pages in ${round(built.seconds)} s, ${round(pages / built.seconds, 0)} pages/s, peak ${round(built.mb, 0)} MB | |`,
  ...explore.first.map(
    ({ line, seconds, mb }) =>
      `| first filter, ${line} | ${round(seconds, 2)} s | ${round(mb, 2)} MB on the wire |`,
  ),
  `| 20 filter changes | median ${round(explore.change.median, 0)} ms | p95 ${round(explore.change.p95, 0)} ms |`,
];
console.log(`\n${lines.join("\n")}`);
const results = { compiled, site: { pages, ...built }, explore };
await writeFile("bench/results.json", `${JSON.stringify(results, null, 2)}\n`);
