import { join } from "node:path";
import type { Lang } from "#core/language";
import { problem } from "#core/problem/problem";
import { problemText } from "#core/problem/text";
import { type Options, type Report, sweepFolder } from "./folder.ts";

/** Personal data in what was about to be published. */
export class PersonalDataError extends Error {
  readonly folder: string;
  readonly report: Report;
  constructor(folder: string, report: Report) {
    super(`${folder}: personal data`);
    this.folder = folder;
    this.report = report;
  }
}

/** Sweeps a folder before it takes the place of `out`; throws where anything is found. */
export async function refusePersonal(folder: string, out: string, options: Options): Promise<void> {
  const report = await sweepFolder(folder, options);
  if (report.problems.length > 0) throw new PersonalDataError(out, report);
}

const mostLines = 200;

/** One line for each finding, up to a number a person can read, then how many more there are. */
export function reportLines(folder: string, { problems }: Report, lang: Lang): string[] {
  const lines = problems
    .slice(0, mostLines)
    .map(({ file, problem: p }) => problemText(p, join(folder, file), lang));
  const rest = problems
    .slice(mostLines)
    .reduce((sum, { problem: p }) => sum + (p.code === "more of these" ? p.more : 1), 0);
  if (rest > 0) lines.push(problemText(problem("more of these", { more: rest }), folder, lang));
  return lines;
}
