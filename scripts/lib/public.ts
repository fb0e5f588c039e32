import type { Download, Entry, RegionNames } from "#core/catalog";
import type { Ducks } from "./duck.ts";
import type { Found } from "./find.ts";
import { writeGroups } from "./groups.ts";
import { writeLeads } from "./leads.ts";
import { writeOrganisations } from "./organisations.ts";
import { derive, writeDownloads, writeHead } from "./outputs.ts";
import { writeQueryFiles } from "./query-file.ts";

/** What the catalog says of it. */
type Derived = Pick<Entry, "organisations" | "leads" | "query"> &
  Omit<Awaited<ReturnType<typeof derive>>, "validUntil">;

/**
 * Writes all that follows from the published rows into `folder`. None of these waits for another, so that every
 * processor has work: JavaScript writes texts, one thread of DuckDB the query files, others find and add up.
 */
export async function writePublic(
  [duck, beside, third]: Ducks,
  { dataset: d, dir }: Found,
  folder: string,
  rows: number,
  regions: RegionNames,
): Promise<Derived & { files: readonly Download[] }> {
  const indexes = async () => {
    await writeHead(third, folder);
    await writeGroups(third, d, folder);
    return writeOrganisations(third, d, folder);
  };
  const figures = async () => {
    const leads = await writeLeads(duck, d, dir, folder);
    return { leads, ...(await derive(duck, d, folder)) };
  };
  const all = [
    writeDownloads(beside, d, folder, rows, regions),
    indexes(),
    figures(),
    writeQueryFiles(d, folder),
  ] as const;
  // If one fails the others are waited for too: nothing goes on behind an error.
  await Promise.allSettled(all);
  const [files, organisations, { leads, validUntil, ...derived }, queried] = await Promise.all(all);
  return { files, leads, organisations, query: { files: queried, validUntil }, ...derived };
}
