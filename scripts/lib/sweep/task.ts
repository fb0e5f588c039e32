import { type Problem, problem } from "#core/problem/problem";
import { findPersonal, mask, withoutPersonal } from "#core/sweep/personal";
import { sweepFile } from "./file.ts";
import { isFromPackage } from "./package.ts";
import { isCopy, unpackedName } from "./piece.ts";
import type { Tell } from "./reader.ts";

/** A file to be searched. */
export type Task = {
  path: string;
  /** Relative to the folder that is swept. */
  name: string;
  /** The path of the file of which this should be a compressed copy. */
  copyOf?: string;
  amounts: ReadonlySet<string>;
};

/** What is told of a file, and whether its content was searched. */
export type Outcome = { problems: readonly Problem[]; isSkipped: boolean };

const mostInFile = 20;

/** Searches a file, its name, and what is packed in it. */
export async function sweepTask(task: Task, contacts: ReadonlySet<string>): Promise<Outcome> {
  const { path, name, copyOf, amounts } = task;
  const problems: Problem[] = [];
  let count = 0;
  let isSkipped = false;
  const add = (p: Problem) => {
    count += 1;
    if (count <= mostInFile) problems.push(p);
  };
  const tell: Tell = ({ kind, value }, place) => {
    const { spot, column, ...rest } = place;
    const shown = column && { zh: withoutPersonal(column.zh), en: withoutPersonal(column.en) };
    const details = { kind, excerpt: mask(value), spot };
    add(problem("personal data", details, { ...rest, ...(shown && { column: shown }) }));
  };
  for (const found of findPersonal(name, { contacts })) tell(found, { spot: { in: "name" } });
  try {
    if (!copyOf || !(await isCopy(path, copyOf))) {
      isSkipped = await isFromPackage(path);
      if (!isSkipped) await sweepFile(path, { path: unpackedName(name), contacts, amounts, tell });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    add(problem("cannot be swept", { reason: withoutPersonal(reason) }));
  }
  if (count > mostInFile) problems.push(problem("more of these", { more: count - mostInFile }));
  return { problems, isSkipped };
}
