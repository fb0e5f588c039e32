import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Catalog, Download, Entry } from "#core/catalog";
import { dataPackage, descriptorName } from "#core/descriptor";
import type { Lang } from "#core/language";
import { problem } from "#core/problem";
import { problemText } from "#core/problem-text";
import { publicDataset, publicFields, publish } from "#core/publish";
import { rowsView } from "#core/query";
import { regionByCode } from "#core/region";
import { prefectureOf } from "#core/region-rollup";
import { name } from "#core/sql";
import { inOrderOfUse } from "#core/uses";
import { checkAll, checkedCsv } from "./lib/check-all.ts";
import { ask, count, openDuck } from "./lib/duck.ts";
import { type Found, findDatasets, ProblemError } from "./lib/find.ts";
import { writeGroups } from "./lib/groups.ts";
import { writeLeads } from "./lib/leads.ts";
import { writeOrganisations } from "./lib/organisations.ts";
import { derive, writeDownloads, writeHead } from "./lib/outputs.ts";
import { loadSource, prepare } from "./lib/prepare.ts";
import { publicIn } from "./lib/sweep/public.ts";
import { PersonalDataError, refusePersonal, reportLines } from "./lib/sweep/refuse.ts";
import { forgetRest, loadUsed, needUses, setToday } from "./lib/used.ts";
import { measureFile, mend, replaceFolder } from "./lib/write.ts";

/**
 * Compiles every dataset of `data` into `out`: all of them or, with a list of what is wrong, none.
 * `today` is an ISO date; nothing here looks at the clock.
 */
export async function compile(options: {
  data: string;
  out: string;
  today: string;
  lang?: Lang;
}): Promise<Catalog | null> {
  const tmp = await mkdtemp(join(tmpdir(), "mingzhang-"));
  const lang = options.lang ?? "zh";
  try {
    await mend(resolve(options.out));
    if (!(await isOurs(resolve(options.out)))) {
      const place = problem("not a build folder", {});
      throw new ProblemError(options.out, [place]);
    }
    const found = await findDatasets(options.data);
    needUses(found);
    if (!(await checkAll(found, tmp, lang))) return null;
    return await replaceFolder(resolve(options.out), async (folder) => {
      const done: Entry[] = [];
      for (const one of inOrderOfUse(found)) {
        done.push(await compileOne(one, { out: folder, tmp, today: options.today, done }));
      }
      const datasets = found.flatMap(({ id }) => done.filter((e) => e.dataset.id === id));
      const catalog: Catalog = { today: options.today, datasets };
      await writeFile(join(folder, "catalog.json"), `${JSON.stringify(catalog, null, 1)}\n`);
      await refusePersonal(folder, options.out, await publicIn(folder));
      return catalog;
    });
  } catch (error) {
    if (error instanceof PersonalDataError) {
      for (const line of reportLines(error.folder, error.report, lang)) console.error(line);
      return null;
    }
    if (!(error instanceof ProblemError)) throw error;
    for (const p of error.problems) console.error(problemText(p, error.path, lang));
    return null;
  } finally {
    await rm(tmp, { recursive: true, force: true });
  }
}

/** Where a dataset is compiled into, and what was compiled before it. */
type Under = { out: string; tmp: string; today: string; done: readonly Entry[] };

async function compileOne({ dataset: d, dir }: Found, under: Under): Promise<Entry> {
  const { out, tmp, today } = under;
  const folder = join(out, d.id);
  const duck = await openDuck(join(tmp, "spill"));
  try {
    await loadSource(duck, d, checkedCsv(tmp, d.id));
    await loadUsed(duck, d, out, under.done);
    await setToday(duck, today);
    await prepare(duck, d, dir, out);
    await mkdir(folder, { recursive: true });
    await setToday(duck, today); // prepare.sql may have set another
    const rows = await pass(duck, d);
    await forgetRest(duck, d);
    const regions = await regionsOf(duck, d);
    const downloads = await writeDownloads(duck, d, folder, rows.published, regions);
    await writeHead(duck, folder);
    await writeGroups(duck, d, folder);
    const organisations = await writeOrganisations(duck, d, folder);
    const leads = await writeLeads(duck, d, dir, folder);
    const version = downloads.find((f) => f.format === "machine-csv")?.sha256.slice(0, 12) ?? "";
    const notes = { zh: await note(dir, "zh"), en: await note(dir, "en") };
    return {
      dataset: publicDataset(d),
      version,
      rows,
      regions,
      downloads: [...downloads, await describe(d, version, downloads, folder)],
      notes,
      tombstones: [],
      leads,
      organisations,
      ...(await derive(duck, d, folder)),
    };
  } finally {
    duck.closeSync();
  }
}

/** Absent, empty, or made by an earlier compile: nothing else is replaced. */
async function isOurs(out: string): Promise<boolean> {
  const names = await readdir(out).catch((error: NodeJS.ErrnoException): string[] | null =>
    error.code === "ENOENT" ? [] : null,
  );
  return names !== null && (names.length === 0 || names.includes("catalog.json"));
}

async function describe(
  d: Found["dataset"],
  version: string,
  downloads: readonly Download[],
  folder: string,
): Promise<Download> {
  const path = join(folder, descriptorName);
  await writeFile(path, `${JSON.stringify(dataPackage(d, version, downloads), null, 1)}\n`);
  const rows = downloads[0]?.rows ?? 0;
  return { name: descriptorName, format: "datapackage", rows, ...(await measureFile(path)) };
}

/** Sends `prepared` through the gate and forgets everything that did not pass. */
async function pass(duck: DuckDBConnection, d: Found["dataset"]): Promise<Entry["rows"]> {
  await duck.run(`CREATE TABLE published AS ${publish(d)}`);
  const [source, prepared] = [await count(duck, "source"), await count(duck, "prepared")];
  const published = await count(duck, "published");
  const reasons = await ask(
    duck,
    "SELECT reason_zh AS zh, reason_en AS en, CAST(count(*) AS DOUBLE) AS n, string_agg(source_row, ' ' ORDER BY source_row) AS lines FROM set_aside GROUP BY ALL ORDER BY n DESC, zh",
  );
  const setAside = reasons.map((r) => ({
    reason: { zh: String(r["zh"]), en: String(r["en"]) },
    rows: Number(r["n"]),
    // As many as a reader would look up; a long list is in prepare.sql.
    lines: String(r["lines"]).split(" ").slice(0, 20).map(Number),
  }));
  await duck.run("DROP TABLE source; DROP TABLE prepared; DROP TABLE set_aside");
  await duck.run(`CREATE VIEW rows AS ${rowsView(d, await regionsOf(duck, d))}`);
  const merged = { cells: 0, rows: 0 };
  return { source, published, withdrawn: 0, merged, withheld: prepared - published, setAside };
}

/** The regions that occur and those they count towards. */
async function regionsOf(duck: DuckDBConnection, d: Found["dataset"]): Promise<Entry["regions"]> {
  const fields = publicFields(d).filter((f) => d.fields[f]?.kind === "region");
  const codes = new Set<string>();
  for (const f of fields) {
    for (const r of await ask(
      duck,
      `SELECT DISTINCT ${name(f)} AS code FROM published WHERE ${name(f)} IS NOT NULL ORDER BY code`,
    )) {
      codes.add(String(r["code"]));
      codes.add(prefectureOf(String(r["code"])));
    }
  }
  return Object.fromEntries(
    [...codes].sort().map((c) => [c, regionByCode[c]?.name ?? { zh: c, en: c }]),
  );
}

const note = (dir: string, lang: string): Promise<string> =>
  readFile(join(dir, `notes.${lang}.md`), "utf8").catch(() => "");

/** The date where the readers are. */
const beijingDate = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const usage = "npm run compile -- [--data DIR] [--out DIR] [--today YYYY-MM-DD] [--lang zh|en]";

function asked() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: "string", default: "data" },
        out: { type: "string", default: "build" },
        today: { type: "string", default: beijingDate() },
        lang: { type: "string", default: "zh" },
      },
    });
    const { lang, today } = values;
    if (lang !== "zh" && lang !== "en") throw new Error(`'--lang ${lang}'`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new Error(`'--today ${today}'`);
    return { ...values, lang } as const;
  } catch (error) {
    const found = /'(--?[^']+)'/.exec(String(error))?.[1] ?? String(error);
    console.error(problemText(problem("bad option", { found, usage }), "compile", "zh"));
    return null;
  }
}

if (import.meta.main) {
  const options = asked();
  if (!options || !(await compile(options))) process.exitCode = 1;
}
