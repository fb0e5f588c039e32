import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { mentions } from "./mentions.ts";
import { scratch } from "./scratch.ts";

const run = promisify(execFile);
const copy = scratch("copy");
const parts = [
  "src",
  "scripts",
  "data",
  "public",
  "package.json",
  "tsconfig.json",
  "astro.config.mjs",
];

/** A copy of the project with the tiny dataset as one more folder, and a person planted in the fee list. */
beforeAll(async () => {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  for (const part of parts) await cp(part, join(copy, part), { recursive: true });
  await symlink(resolve("node_modules"), join(copy, "node_modules"), "junction");
  await cp("tests/fixtures/tiny", join(copy, "data", "tiny"), { recursive: true });
  const source = join(copy, "data/fees/source.csv");
  const [header, ...lines] = (await readFile(source, "utf8")).trimEnd().split("\r\n");
  const planted = lines.map((line) => `${line},CANARY-CONTACT`);
  planted[1] = (planted[1] ?? "").replace("羊", "CANARY-PUBLIC");
  await writeFile(source, [`${header},联系人`, ...planted, ""].join("\r\n"));
  const node = (...args: string[]) => run(process.execPath, args, { cwd: copy });
  await node("scripts/compile.ts", "--today", "2026-01-31");
  await node("node_modules/astro/bin/astro.mjs", "build");
}, 120_000);

describe("a copy of the project with one more folder of data", () => {
  it("has every page of the new dataset, and no other file changed", async () => {
    for (const lang of ["zh", "en"]) {
      for (const page of ["", "explore/", "t03/"]) {
        expect(existsSync(join(copy, "dist", lang, "tiny", page, "index.html"))).toBe(true);
      }
    }
    const page = await readFile(join(copy, "dist/zh/tiny/index.html"), "utf8");
    for (const text of [
      "演示数据",
      "演示三号市场",
      "每摊位金额",
      "tiny.DEMONSTRATION.zh.csv",
      "出租比例",
    ]) {
      expect(page).toContain(text);
    }
    const home = await readFile(join(copy, "dist/zh/index.html"), "utf8");
    expect(home).toContain("演示：小数据集");
  });

  it("marks made-up rows on every page of theirs and in every file name", async () => {
    for (const page of ["zh/tiny", "en/tiny", "zh/tiny/t01", "en/tiny/explore"]) {
      const html = await readFile(join(copy, "dist", page, "index.html"), "utf8");
      expect(html).toMatch(/banner-demonstration/);
    }
    const svg = await readFile(join(copy, "dist/en/tiny/index.html"), "utf8");
    expect(svg).toMatch(/<svg[\s\S]*DEMONSTRATION[\s\S]*<\/svg>/);
    const catalog = JSON.parse(await readFile(join(copy, "build/catalog.json"), "utf8"));
    const names = catalog.datasets[1].downloads.map((f: { name: string }) => f.name);
    // The specification fixes the name of the description; the title inside it says so instead.
    for (const name of names) expect(name).toMatch(/DEMONSTRATION|^datapackage\.json$/);
  });

  it("lets nothing of a dropped or unpublished column into any file of build or site", async () => {
    for (const folder of ["build", "dist"]) {
      expect(await mentions(join(copy, folder), "CANARY-CONTACT")).toEqual([]);
      expect(await mentions(join(copy, folder), "CANARY-OWNER")).toEqual([]);
      expect((await mentions(join(copy, folder), "CANARY-PUBLIC")).length).toBeGreaterThan(6);
    }
  });

  it("checks a file as the new dataset", async () => {
    const args = ["scripts/check.ts", "data/tiny/source.csv", "--as", "tiny", "--lang", "en"];
    const { stdout } = await run(process.execPath, args, { cwd: copy });
    expect(stdout).toContain("8 rows checked, 0 errors");
  });
});
