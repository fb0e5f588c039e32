import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog } from "#core/catalog";
import { compressFolder } from "#scripts/lib/compress";
import { run, step } from "#scripts/lib/progress";
import { synth } from "#scripts/synth";

/** What compile and the build of the site left. */
export type Site = { build: string; dist: string };

/** The awards, what they use and refer to, and the fee list, without which there is no site. */
const datasets = ["fees", "subsidy-programmes", "arrears-cases", "subsidy-awards"];

/** The day on which the awards are compiled, so that any run has the same due dates. */
const today = "2026-11-01";

/** Makes the site of so many made-up awards in a folder; what lies there from an earlier run is taken as it is. */
export async function makeSite(folder: string, rows: number): Promise<Site> {
  const [build, dist] = [join(folder, "build"), join(folder, "dist")];
  if (!existsSync(build)) await compile(folder, rows, build);
  if (!existsSync(dist)) await pages(build, dist);
  return { build, dist };
}

async function compile(folder: string, rows: number, build: string): Promise<void> {
  const [data, made] = [join(folder, "data"), join(folder, "made")];
  await mkdir(folder, { recursive: true });
  await step("synth", () => synth({ rows, seed: 1, out: made }));
  for (const id of datasets) {
    await cp(join("data", id), join(data, id), { recursive: true });
    const source = join(made, id, "source.csv");
    if (existsSync(source)) await cp(source, join(data, id, "source.csv"));
  }
  const folders = ["--data", data, "--out", build];
  await run("compile", ["scripts/compile.ts", ...folders, "--today", today]);
  await rm(made, { recursive: true });
  await rm(data, { recursive: true });
}

/** Whole downloads stay as they are: nobody measured here fetches them, and to compress them takes minutes. */
async function pages(build: string, dist: string): Promise<void> {
  const next = `${dist}.next`;
  await rm(next, { recursive: true, force: true });
  const astro = ["node_modules/astro/bin/astro.mjs", "build", "--outDir", next];
  await run("site", astro, { BUILD: build });
  const catalog: Catalog = JSON.parse(await readFile(join(build, "catalog.json"), "utf8"));
  const downloads = new Set(
    catalog.datasets.flatMap(({ downloads, leads }) =>
      [...downloads, ...Object.values(leads).map(({ file }) => file)].map(({ name }) => name),
    ),
  );
  await step("compress", () => compressFolder(next, (name) => !downloads.has(name)));
  await rename(next, dist);
}
