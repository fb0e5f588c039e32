import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { findPersonal } from "#core/sweep/personal";
import { mediaType } from "#scripts/lib/headers";
import { sweepArrow } from "./arrow.ts";
import { sweepCsv } from "./csv.ts";
import { sweepParquet } from "./parquet.ts";
import { isPacked, piecesOf } from "./piece.ts";
import type { Job } from "./reader.ts";
import { sweepSheets } from "./sheet.ts";
import { sweepText } from "./text.ts";

/** Searches the content of a file, as its name says that it is to be read. */
export async function sweepFile(path: string, job: Job): Promise<void> {
  const ending = job.path.slice(job.path.lastIndexOf(".") + 1).toLowerCase();
  switch (ending) {
    case "csv":
    case "tsv":
      return sweepCsv(piecesOf(path), job);
    case "xlsx":
      return sweepParts(sweepSheets(await wholeOf(path), job), job);
    case "zip":
      return sweepParts(Object.entries(unzipSync(await wholeOf(path))), job);
    case "parquet":
      return isPacked(path) ? sweepText(piecesOf(path), job, false) : sweepParquet(path, job);
    case "arrow":
      return sweepArrow(piecesOf(path), job);
    default:
      return sweepText(piecesOf(path), job, isText(ending));
  }
}

async function wholeOf(path: string): Promise<Uint8Array> {
  if (!isPacked(path)) return readFile(path);
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(path)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
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
