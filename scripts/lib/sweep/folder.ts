import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Problem } from "#core/problem/problem";
import { withoutPersonal } from "#core/sweep/personal";
import { unpackedName } from "./piece.ts";
import { sweepTasks } from "./pool.ts";

/** What a sweep of a folder looked at and found; `file` is fit to be printed. */
export type Report = {
  files: number;
  /** Files that are byte for byte those of an installed package. */
  skipped: readonly string[];
  problems: readonly { file: string; problem: Problem }[];
};

export type Options = {
  contacts: ReadonlySet<string>;
  /** The amounts of the file at a path. */
  amounts: (path: string) => ReadonlySet<string>;
};

/** Searches every file of a folder, its name, and what is packed in it. */
export async function sweepFolder(folder: string, options: Options): Promise<Report> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  const all = new Set(paths);
  const tasks = await Promise.all(
    paths.sort().map(async (path) => {
      const name = relative(folder, path).replaceAll("\\", "/");
      const copyOf = unpackedName(path);
      const isBeside = copyOf !== path && all.has(copyOf);
      const task = { path, name, amounts: options.amounts(name), ...(isBeside && { copyOf }) };
      return { task, bytes: (await stat(path)).size };
    }),
  );
  const outcomes = await sweepTasks(tasks, options.contacts);
  return {
    files: paths.length,
    skipped: tasks.flatMap(({ task }, i) => (outcomes[i]?.isSkipped ? [task.name] : [])),
    problems: tasks.flatMap(({ task }, i) => {
      const file = withoutPersonal(task.name);
      return (outcomes[i]?.problems ?? []).map((problem) => ({ file, problem }));
    }),
  };
}

/** Whether something is there to be swept. */
export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
