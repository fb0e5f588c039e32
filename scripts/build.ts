import { rename, rm } from "node:fs/promises";
import { compressFolder } from "#scripts/lib/compress";
import { CommandError, run, step } from "#scripts/lib/progress";

export const check = () => run("check", ["scripts/check.ts"]);
export const compile = () => run("compile", ["scripts/compile.ts"]);

/** Builds the pages beside the last good ones and then takes their place, so that a failed build changes nothing. */
export async function site(): Promise<void> {
  await rm("dist.next", { recursive: true, force: true });
  await run("site", ["node_modules/astro/bin/astro.mjs", "build", "--outDir", "dist.next"]);
  await run("search", ["scripts/search.ts", "dist.next"]);
  await step("compress", () => compressFolder("dist.next"));
  await run("sweep", ["scripts/sweep.ts", "dist.next"]);
  await rm("dist.old", { recursive: true, force: true });
  await rename("dist", "dist.old").catch(() => {}); // there is none the first time
  await rename("dist.next", "dist");
  await rm("dist.old", { recursive: true, force: true });
}

/** Does the steps in order; at the first that fails prints all it said and ends the process. */
export async function inOrder(...steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(`${error.output}\n${error.message}`);
      process.exit(1);
    }
  }
}

if (import.meta.main) await inOrder(check, compile, site);
