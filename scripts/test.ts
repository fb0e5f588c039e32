import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, compile, site } from "#scripts/build";
import { type Counts, countPlaywright, countVitest, sum } from "#scripts/lib/counts";
import { farAway } from "#scripts/lib/far-away";
import { CommandError, run } from "#scripts/lib/progress";

type Job = { name: string; needs: readonly string[]; work: () => Promise<unknown>; count?: Count };
type Count = () => Promise<Counts | null>;

Object.assign(process.env, farAway); // the build too is far away
const reports = await mkdtemp(join(tmpdir(), "mingzhang-test-"));
const report = (name: string) => join(reports, `${name}.json`);
const read =
  <T>(name: string, count: (report: T) => Counts): Count =>
  async () =>
    existsSync(report(name)) ? count(JSON.parse(await readFile(report(name), "utf8"))) : null;

const jobs: readonly Job[] = [
  {
    name: "lint",
    needs: [],
    work: () =>
      run("lint", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]),
  },
  {
    name: "types",
    needs: [],
    work: () => run("types", ["node_modules/astro/bin/astro.mjs", "check"]),
  },
  { name: "check", needs: [], work: check },
  { name: "compile", needs: ["check"], work: compile },
  { name: "site", needs: ["compile"], work: site },
  {
    name: "unit",
    needs: [],
    work: () =>
      run("unit", [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--allowOnly=false",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report("unit")}`,
      ]),
    count: read("unit", countVitest),
  },
  {
    name: "browser",
    needs: ["site"],
    work: () =>
      run(
        "browser",
        ["node_modules/@playwright/test/cli.js", "test", "--forbid-only", "--reporter=line,json"],
        {
          PLAYWRIGHT_JSON_OUTPUT_FILE: report("browser"),
        },
      ),
    count: read("browser", countPlaywright),
  },
];

/** Does a job whose needs are met; a job without a count of its own is one test. */
async function perform({ name, work, count }: Job): Promise<Counts> {
  let failure: CommandError | null = null;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    failure = error;
    console.log(`${error.output.trimEnd()}\n${error.message}\n`);
  }
  const counts = (await count?.()) ?? { passed: failure || count ? 0 : 1, failed: 0 };
  if (failure) return { ...counts, failed: Math.max(1, counts.failed) };
  if (counts.passed > 0) return counts;
  console.log(`${name}: no test ran`);
  return { passed: 0, failed: Math.max(1, counts.failed) };
}

const done = new Map<string, Counts>();

async function inTurn(...names: readonly string[]): Promise<void> {
  for (const job of jobs.filter(({ name }) => names.includes(name))) {
    const missing = job.needs.filter((need) => done.get(need)?.failed !== 0);
    if (missing.length > 0) console.log(`${job.name.padEnd(8)} not run: ${missing.join()} failed`);
    done.set(job.name, missing.length > 0 ? { passed: 0, failed: 1 } : await perform(job));
  }
}

// Neither of the first two keeps two cores busy; each of the last does.
await Promise.all([inTurn("lint", "types"), inTurn("check", "compile", "site")]);
await inTurn("unit", "browser");
await rm(reports, { recursive: true, force: true });

const { passed, failed } = sum([...done.values()]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
