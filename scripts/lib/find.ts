import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Dataset } from "#core/dataset";
import { checkPrivacy } from "#core/privacy";
import { type Problem, problem } from "#core/problem";

export type Found = {
  id: string;
  dir: string;
  dataset: Dataset;
  /** The file that is counted in the place of source.csv. */
  tickets?: string;
};

/** Problems with one file or folder, which `path` names. */
export class ProblemError extends Error {
  readonly path: string;
  readonly problems: readonly Problem[];
  constructor(path: string, problems: readonly Problem[]) {
    super(`${path}: ${problems.map(({ code }) => code).join(", ")}`);
    this.path = path;
    this.problems = problems;
  }
}

const isFile = async (path: string) => (await stat(path).catch(() => undefined))?.isFile() ?? false;

async function declarationIn(dir: string, id: string): Promise<Dataset> {
  const path = join(dir, "dataset.ts");
  if (!(await isFile(path))) throw new ProblemError(dir, [problem("no declaration", {})]);
  const module: { default?: Dataset } = await import(pathToFileURL(resolve(path)).href).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ProblemError(path, [problem("bad declaration", { reason })]);
    },
  );
  const dataset = module.default;
  if (typeof dataset?.id !== "string" || dataset.fields === undefined)
    throw new ProblemError(path, [problem("bad declaration", { reason: "export default" })]);
  if (dataset.id !== id)
    throw new ProblemError(path, [problem("wrong id", { expected: id, found: dataset.id })]);
  const problems = checkPrivacy(dataset);
  if (problems.length > 0) throw new ProblemError(path, problems);
  return dataset;
}

/** The datasets of a folder, one in each of its folders, in the order of their ids. */
export async function findDatasets(dir: string): Promise<Found[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new ProblemError(dir, [problem("no such folder", {})]);
  });
  const ids = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  if (ids.length === 0) throw new ProblemError(dir, [problem("no datasets", {})]);
  const found: Found[] = [];
  for (const id of ids) {
    const folder = join(dir, id);
    const dataset = await declarationIn(folder, id);
    if (!(await isFile(join(folder, "source.csv"))))
      throw new ProblemError(join(folder, "source.csv"), [problem("no such file", {})]);
    found.push({ id, dir: folder, dataset });
  }
  return found;
}
