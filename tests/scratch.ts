import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Catalog } from "#core/catalog";
import { compile } from "#scripts/compile";

/** A folder of this test file's own inside the project, so that its datasets find `#core`. */
export function scratch(name: string): string {
  const folder = join("tests", ".scratch", `${name}-${process.pid}`);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the fee list, or of all the project's data, and of the tiny dataset beside it. */
export async function copyData(folder: string, what: "fees" | "all" = "fees"): Promise<string> {
  const data = join(folder, "data");
  await rm(folder, { recursive: true, force: true });
  await mkdir(data, { recursive: true });
  if (what === "all") await cp("data", data, { recursive: true });
  else await cp("data/fees", join(data, "fees"), { recursive: true });
  await cp("tests/fixtures/tiny", join(data, "tiny"), { recursive: true });
  return data;
}

/** Compiles and returns the catalog; throws where compile reports problems. */
export async function compiled(data: string, out: string) {
  const catalog = await compile({ data, out, today: "2026-01-31" });
  if (!catalog) throw new Error(`${data} does not compile`);
  return catalog;
}

/** The folder that `npm run compile` wrote, and its catalog: what is only read need not be compiled again. */
export const build = "build";
export function built(): Catalog {
  const path = join(build, "catalog.json");
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run compile first`);
  return JSON.parse(readFileSync(path, "utf8"));
}

/** What a check of all datasets hands over: the sound rows of each as CSV, by id. */
export function collected() {
  const rows = new Map<string, string>();
  const sourceOf = async ({ id }: { id: string }) => {
    rows.set(id, "");
    return {
      add: async (csv: string) => void rows.set(id, rows.get(id) + csv),
      end: async () => {},
    };
  };
  return { rows, sourceOf };
}
