import { join } from "node:path";
import { inOrder, neededOf, type Referred, referencesOf, unread } from "#core/check/reference";
import type { Dataset } from "#core/dataset";
import { ticketsOf } from "#core/gate/tickets";
import type { Lang } from "#core/language";
import { problemText } from "#core/problem/text";
import { type Checked, checkFile, type Options } from "./csv.ts";
import type { Found } from "./find.ts";
import { withoutPersonal } from "./tickets.ts";
import { readWithdrawn, withdrawnFile } from "./withdrawn.ts";

/** What takes the sound rows of a dataset, as `onCsv` of a check hands them over. */
type Rows = { add: (csv: string) => Promise<void>; end: () => Promise<void> };

export type Job = { file: string; dataset: Dataset };

const byReference = (found: readonly Found[]): Found[] =>
  inOrder(
    found,
    ({ id }) => id,
    ({ dataset }) => referencesOf(dataset).map(({ to }) => to),
  );

const jobOf = ({ dir, dataset, tickets }: Found): Job =>
  tickets === undefined
    ? { file: join(dir, "source.csv"), dataset }
    : { file: tickets, dataset: ticketsOf(dataset) };

/** One job for the source of each dataset, after those of the datasets it refers to. */
export const jobsOf = (found: readonly Found[]): Job[] => byReference(found).map(jobOf);

/** The jobs that must come before a file of this dataset can be checked. */
export function jobsBefore(dataset: Dataset, found: readonly Found[]): Job[] {
  const to = new Set(referencesOf(dataset).map((refers) => refers.to));
  return jobsOf(found.filter(({ id }) => to.has(id)));
}

/** Checks files one after the other; what one refers to is looked up in those before it. */
export function startJobs(datasets: readonly Dataset[]) {
  const referred = new Map<string, Referred>();
  return async ({ file, dataset }: Job, options: Options = {}): Promise<Checked> => {
    const needed = neededOf(dataset.id, datasets);
    const beside = { referred, ...(needed && { needed }) };
    const { kept, ...checked } = await checkFile(file, dataset, { ...options, ...beside });
    if (needed) referred.set(dataset.id, kept ?? unread(dataset));
    return checked;
  };
}

/**
 * Checks the source of every dataset and hands its sound rows to what `sourceOf` makes for it. Prints every problem of all
 * of them; false where one is an error.
 */
export async function checkAll(
  found: readonly Found[],
  lang: Lang,
  sourceOf: (one: Found) => Promise<Rows>,
): Promise<boolean> {
  let sound = true;
  const check = startJobs(found.map(({ dataset }) => dataset));
  for (const one of byReference(found)) {
    const { dir, dataset, tickets } = one;
    const job = jobOf(one);
    const source = await sourceOf(one);
    const kept = tickets === undefined ? (csv: string) => csv : withoutPersonal(dataset);
    const { problems } = await check(job, { onCsv: (chunk) => source.add(kept(chunk)) });
    await source.end();
    const errors = problems.filter((p) => p.severity === "error");
    for (const p of errors) console.error(problemText(p, job.file, lang));
    const { problems: wrong } = await readWithdrawn(dataset, dir);
    for (const p of wrong) console.error(problemText(p, withdrawnFile(dir), lang));
    sound &&= errors.length + wrong.length === 0;
  }
  return sound;
}
