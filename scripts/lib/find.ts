import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Dataset } from "#core/dataset";
import { checkDeclaration, checkShape } from "#core/declaration/declaration";
import { checkPrivacy } from "#core/gate/privacy";
import { type Problem, problem } from "#core/problem/problem";

export type Found = {
  id: string;
  dir: string;
  dataset: Dataset;
  /** The file that is counted in the place of source.csv. */
  tickets?: string;
};

/** Problems with the file or folder that `path` names, or with those that they name themselves. */
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

/** The default export of dataset.ts, if it is a declaration; else what is wrong with it. */
async function load(path: string, id: string): Promise<Dataset | readonly Problem[]> {
  const module = await import(pathToFileURL(resolve(path)).href).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    return [problem("bad declaration", { reason })];
  });
  if (Array.isArray(module)) return module;
  const declared: unknown = module.default;
  const problems = checkShape(declared);
  if (problems.length > 0) return problems;
  const dataset = declared as Dataset; // its shape was checked
  if (dataset.id !== id) return [problem("wrong id", { expected: id, found: dataset.id })];
  return dataset;
}

const isProblems = (loaded: Dataset | readonly Problem[]): loaded is readonly Problem[] =>
  Array.isArray(loaded);

/** Files that a declaration promises and that are not there. */
async function missingFiles({ dir, dataset }: Found): Promise<Problem[]> {
  const problems: Problem[] = [];
  const source = join(dir, "source.csv");
  if (!(await isFile(source))) problems.push(problem("no such file", {}, { file: source }));
  const leads = await readdir(join(dir, "leads")).catch(() => undefined);
  for (const lead of Object.keys(dataset.leads ?? {}))
    if (!leads?.includes(`${lead}.sql`))
      problems.push(problem("no lead file", { lead }, { file: dir }));
  return problems;
}

/** The datasets of a folder, one in each of its folders, in the order of their ids; throws every problem of all of them. */
export async function findDatasets(dir: string): Promise<Found[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new ProblemError(dir, [problem("no such folder", {})]);
  });
  const ids = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  const found: Found[] = [];
  const problems: Problem[] = [];
  const tell = (file: string, more: readonly Problem[]) => {
    problems.push(...more.map((p) => ({ file, ...p })));
  };
  let declared = 0;
  for (const id of ids) {
    const folder = join(dir, id);
    const path = join(folder, "dataset.ts");
    if (!(await isFile(path))) {
      tell(folder, [problem("no declaration", {})]);
      continue;
    }
    declared += 1;
    const dataset = await load(path, id);
    if (isProblems(dataset)) tell(path, dataset);
    else found.push({ id, dir: folder, dataset });
  }
  if (declared === 0) throw new ProblemError(dir, [problem("no datasets", {})]);
  const all = found.map(({ dataset }) => dataset);
  const isComplete = found.length === declared; // else a dataset may only seem to be missing
  for (const { dir: folder, dataset } of found) {
    const own = [...checkPrivacy(dataset), ...checkDeclaration(dataset, all)];
    tell(
      join(folder, "dataset.ts"),
      own.filter(({ code }) => isComplete || code !== "unknown dataset"),
    );
  }
  for (const one of found) problems.push(...(await missingFiles(one)));
  if (problems.length > 0) throw new ProblemError(dir, problems);
  return found;
}
