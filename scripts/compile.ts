import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Catalog, Download, Entry } from "#core/catalog";
import { inOrder } from "#core/check/reference";
import { publicDataset, publicFields } from "#core/gate/public";
import { reasonsOf } from "#core/gate/withdraw";
import type { Lang } from "#core/language";
import { problem } from "#core/problem/problem";
import { problemText } from "#core/problem/text";
import { dataPackage, descriptorName } from "#core/publication/descriptor";
import { parquetFile } from "#core/publication/download";
import { rowsView } from "#core/query/query";
import { name } from "#core/query/sql";
import { regionByCode } from "#core/region/region";
import { prefectureOf } from "#core/region/rollup";
import { writeAssessment } from "./lib/assessment.ts";
import { checkAll } from "./lib/check-all.ts";
import { ask } from "./lib/duck.ts";
import { type Found, findDatasets, ProblemError } from "./lib/find.ts";
import { pass } from "./lib/gate.ts";
import { prepare } from "./lib/prepare.ts";
import { writePublic } from "./lib/public.ts";
import { Source } from "./lib/source.ts";
import { publicIn } from "./lib/sweep/public.ts";
import { PersonalDataError, refusePersonal, reportLines } from "./lib/sweep/refuse.ts";
import { withTickets } from "./lib/tickets.ts";
import { beijingDate } from "./lib/today.ts";
import { forgetRest, loadUsed, setToday } from "./lib/used.ts";
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
  /** Where tickets lie, which are counted and never published. */
  private?: string;
}): Promise<Catalog | null> {
  const tmp = await mkdtemp(join(tmpdir(), "mingzhang-"));
  const lang = options.lang ?? "zh";
  const sources = new Map<string, Source>();
  try {
    await mend(resolve(options.out));
    if (!(await isOurs(resolve(options.out)))) {
      const place = problem("not a build folder", {});
      throw new ProblemError(options.out, [place]);
    }
    const found = await withTickets(await findDatasets(options.data), options.private);
    const sourceOf = async (one: Found) => {
      const source = await Source.open(one, tmp);
      sources.set(one.id, source);
      return source;
    };
    if (!(await checkAll(found, lang, sourceOf))) return null;
    return await replaceFolder(resolve(options.out), async (folder) => {
      const done: Entry[] = [];
      for (const one of inOrder(
        found,
        ({ id }) => id,
        ({ dataset }) => dataset.uses ?? [],
      )) {
        const source = sources.get(one.id);
        if (!source) throw new Error(`${one.id} was not checked`);
        done.push(await compileOne(one, source, { out: folder, today: options.today, done }));
        source.close();
        sources.delete(one.id);
      }
      const datasets = found.flatMap(({ id }) => done.filter((e) => e.dataset.id === id));
      const under = { data: options.data, out: folder, tmp, entries: datasets };
      const assessment = await writeAssessment(under);
      const catalog: Catalog = { today: options.today, datasets, assessment };
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
    for (const source of sources.values()) source.close();
    await rm(tmp, { recursive: true, force: true });
  }
}

/** Where a dataset is compiled into, and what was compiled before it. */
type Under = { out: string; today: string; done: readonly Entry[] };

async function compileOne(one: Found, source: Source, under: Under): Promise<Entry> {
  const { dataset: d, dir } = one;
  const { out, today } = under;
  const folder = join(out, d.id);
  const [duck] = source.ducks;
  await setToday(duck, today);
  await loadUsed(duck, d, out, under.done);
  await prepare(duck, d, dir, out);
  await mkdir(folder, { recursive: true });
  await setToday(duck, today); // prepare.sql may have set another
  const { rows, tombstones } = await pass(duck, one, today, join(folder, parquetFile(d)));
  await forgetRest(duck, d);
  const regions = await regionsOf(duck, d);
  await duck.run(`CREATE VIEW rows AS ${rowsView(d)}`);
  const written = await writePublic(source.ducks, one, folder, rows.published, regions);
  const { files, ...entry } = written;
  const version = files.find((f) => f.format === "machine-csv")?.sha256.slice(0, 12) ?? "";
  const notes = { zh: await note(dir, "zh"), en: await note(dir, "en") };
  return {
    dataset: publicDataset(d),
    version,
    rows,
    regions,
    downloads: [...files, await describe(d, version, files, folder)],
    notes,
    tombstones,
    reasons: reasonsOf(d),
    ...entry,
  };
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

const usage =
  "npm run compile -- [--data DIR] [--out DIR] [--private DIR] [--today YYYY-MM-DD] [--lang zh|en]";

function asked() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: "string", default: "data" },
        out: { type: "string", default: "build" },
        private: { type: "string", default: existsSync("private") ? "private" : "" },
        today: { type: "string", default: beijingDate() },
        lang: { type: "string", default: "zh" },
      },
    });
    const { lang, today, private: tickets, ...folders } = values;
    if (lang !== "zh" && lang !== "en") throw new Error(`'--lang ${lang}'`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new Error(`'--today ${today}'`);
    return { ...folders, today, lang, ...(tickets && { private: tickets }) } as const;
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
