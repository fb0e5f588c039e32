import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { unzipSync } from "fflate";
import { type Problem, problem } from "#core/problem/problem";
import { findPersonal, mask, withoutPersonal } from "#core/sweep/personal";
import { mediaType } from "#scripts/lib/headers";
import { sweepCsv } from "./csv.ts";
import { hashOf, isFromPackage } from "./hash.ts";
import type { Job, Tell } from "./reader.ts";
import { sweepSheets } from "./sheet.ts";
import { sweepArrow, sweepDatabase, sweepParquet } from "./table.ts";
import { sweepText } from "./text.ts";

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

const mostInFile = 20;

/** Searches every file of a folder, its name, and what is packed in it. */
export async function sweepFolder(folder: string, options: Options): Promise<Report> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  const done = new Set<string>();
  const skipped: string[] = [];
  const problems: { file: string; problem: Problem }[] = [];
  // A file before its compressed copies, which then are known by their content.
  for (const path of paths.sort()) {
    const name = relative(folder, path).replaceAll("\\", "/");
    const file = withoutPersonal(name);
    let count = 0;
    const add = (p: Problem) => {
      count += 1;
      if (count <= mostInFile) problems.push({ file, problem: p });
    };
    const tell: Tell = ({ kind, value }, place) => {
      const { spot, column, ...rest } = place;
      const shown = column && { zh: withoutPersonal(column.zh), en: withoutPersonal(column.en) };
      const details = { kind, excerpt: mask(value), spot };
      add(problem("personal data", details, { ...rest, ...(shown && { column: shown }) }));
    };
    for (const found of findPersonal(name, options)) tell(found, { spot: { in: "name" } });
    const job: Job = {
      path: name.replace(/\.(?:gz|br)$/, ""),
      contacts: options.contacts,
      amounts: options.amounts(name),
      tell,
    };
    try {
      const hash = await hashOf(open(path));
      if (done.has(hash)) continue;
      if (await isFromPackage(hash, path)) skipped.push(name);
      else await sweepFile(path, job);
      done.add(hash);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      add(problem("cannot be swept", { reason: withoutPersonal(reason) }));
    }
    if (count > mostInFile)
      problems.push({ file, problem: problem("more of these", { more: count - mostInFile }) });
  }
  return { files: paths.length, skipped, problems };
}

/** The content of a file, unpacked where it is a compressed copy. */
function open(path: string): Readable {
  const raw = createReadStream(path, { highWaterMark: 1 << 18 });
  if (path.endsWith(".gz")) return pipe(raw, createGunzip());
  return path.endsWith(".br") ? pipe(raw, createBrotliDecompress()) : raw;
}

const pipe = (from: Readable, to: ReturnType<typeof createGunzip>): Readable => {
  from.on("error", (error) => to.destroy(error));
  return from.pipe(to);
};

async function sweepFile(path: string, job: Job): Promise<void> {
  const ending = job.path.slice(job.path.lastIndexOf(".") + 1).toLowerCase();
  const isPacked = /\.(?:gz|br)$/.test(path);
  const bytes = async () => (isPacked ? Buffer.concat(await open(path).toArray()) : readFile(path));
  switch (ending) {
    case "csv":
    case "tsv":
      return sweepCsv(open(path), job);
    case "xlsx":
      return sweepParts(sweepSheets(await bytes(), job), job);
    case "zip":
      return sweepParts(Object.entries(unzipSync(await bytes())), job);
    case "parquet":
      return isPacked ? sweepText(open(path), job, false) : sweepParquet(path, job);
    case "duckdb":
      return isPacked ? sweepText(open(path), job, false) : sweepDatabase(path, job);
    case "arrow":
      return sweepArrow(await bytes(), job);
    default:
      return sweepText(open(path), job, isText(ending));
  }
}

const isText = (ending: string): boolean =>
  mediaType(`x.${ending}`).type.endsWith("charset=utf-8") || /^(?:log|yml|yaml|ts)$/.test(ending);

/** Searches what was packed in one file. */
async function sweepParts(parts: readonly [string, Uint8Array][], job: Job): Promise<void> {
  for (const [name, part] of parts) {
    for (const found of findPersonal(name, job)) job.tell(found, { spot: { in: "name" } });
    const inner = { ...job, path: name };
    const chunks = (async function* () {
      yield Buffer.from(part);
    })();
    if (name.endsWith(".csv")) await sweepCsv(chunks, inner);
    else if (name.endsWith(".xlsx")) await sweepParts(sweepSheets(part, inner), inner);
    else
      await sweepText(
        chunks,
        inner,
        isText(name.slice(name.lastIndexOf(".") + 1)) || /\.rels$/.test(name),
      );
  }
}

/** Whether something is there to be swept. */
export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
