import type { DuckDBConnection } from "@duckdb/node-api";
import type { Download, Entry, RegionNames } from "#core/catalog";
import type { Found } from "./find.ts";
import { writeGroups } from "./groups.ts";
import { writeLeads } from "./leads.ts";
import { writeOrganisations } from "./organisations.ts";
import { derive, writeDownloads, writeHead } from "./outputs.ts";

/** What the catalog says of it. */
type Derived = Pick<Entry, "organisations" | "leads"> & Awaited<ReturnType<typeof derive>>;

/**
 * Writes all that follows from the published rows into `folder`. JavaScript writes texts and indexes over one
 * connection while DuckDB follows leads and adds up figures over the other.
 */
export async function writePublic(
  [duck, beside]: readonly [DuckDBConnection, DuckDBConnection],
  { dataset: d, dir }: Found,
  folder: string,
  rows: number,
  regions: RegionNames,
): Promise<Derived & { files: readonly Download[] }> {
  const texts = async () => {
    const files = await writeDownloads(beside, d, folder, rows, regions);
    await writeHead(beside, folder);
    await writeGroups(beside, d, folder);
    return { files, organisations: await writeOrganisations(beside, d, folder) };
  };
  const figures = async () => {
    const leads = await writeLeads(duck, d, dir, folder);
    return { leads, ...(await derive(duck, d, folder)) };
  };
  const both = [texts(), figures()] as const;
  // If one fails the other is waited for too: nothing goes on behind an error.
  await Promise.allSettled(both);
  const [{ files, organisations }, { leads, ...derived }] = await Promise.all(both);
  return { files, leads, organisations, ...derived };
}
