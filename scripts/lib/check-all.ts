import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Lang } from "#core/language";
import { problemText } from "#core/problem-text";
import { ticketsOf } from "#core/tickets";
import { checkFile } from "./csv.ts";
import type { Found } from "./find.ts";
import { withoutPersonal } from "./tickets.ts";
import { readWithdrawn, withdrawnFile } from "./withdrawn.ts";

/** Where the checked rows of a dataset wait to be compiled. */
export const checkedCsv = (folder: string, id: string): string => join(folder, `${id}.csv`);

/**
 * Checks the source of every dataset and keeps its sound rows in `folder`. Prints every problem of all
 * of them; false where one is an error.
 */
export async function checkAll(
  found: readonly Found[],
  folder: string,
  lang: Lang,
): Promise<boolean> {
  let sound = true;
  for (const { id, dir, dataset, tickets } of found) {
    const file = tickets ?? join(dir, "source.csv");
    const out = createWriteStream(checkedCsv(folder, id));
    const kept = tickets === undefined ? (csv: string) => csv : withoutPersonal(dataset);
    const { problems } = await checkFile(file, tickets ? ticketsOf(dataset) : dataset, {
      onCsv: async (chunk) => {
        if (!out.write(kept(chunk))) await once(out, "drain");
      },
    });
    out.end();
    await once(out, "finish");
    const errors = problems.filter((p) => p.severity === "error");
    for (const p of errors) console.error(problemText(p, file, lang));
    const { problems: wrong } = await readWithdrawn(dataset, dir);
    for (const p of wrong) console.error(problemText(p, withdrawnFile(dir), lang));
    sound &&= errors.length + wrong.length === 0;
  }
  return sound;
}
