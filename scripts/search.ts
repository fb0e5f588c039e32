import { close } from "pagefind";
import { sweepSearch, writeSearch } from "#scripts/lib/search";
import { publicIn } from "#scripts/lib/sweep/public";
import { PersonalDataError, reportLines } from "#scripts/lib/sweep/refuse";

/** Writes the search index of a built site, and refuses one that holds personal data. */
const folder = process.argv[2] ?? "dist";
try {
  const { pages, bytes } = await writeSearch(folder);
  await sweepSearch(folder, await publicIn("build"));
  console.log(`${pages} pages, ${Math.round(bytes / 1000)} kB`);
} catch (error) {
  if (!(error instanceof PersonalDataError)) throw error;
  for (const line of reportLines(error.folder, error.report, "zh")) console.error(line);
  process.exitCode = 1;
} finally {
  await close();
}
