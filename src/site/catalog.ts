import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Report } from "#core/assessment/report";
import {
  type Catalog,
  type Entry,
  type Groups,
  type LeadRow,
  listedRows,
  type OrganisationShard,
  type Point,
  type Row,
} from "#core/catalog";
import { fileUrl } from "#core/publication/address";
import { shardNames } from "#core/publication/shard";

/** The only reader of build/, or of the folder that BUILD names: what compile wrote, read once. */
const folder = resolve(process.env["BUILD"] || "build");

const cache = new Map<string, unknown>();

function json<T>(...path: string[]): T {
  const name = path.join("/");
  if (!cache.has(name)) cache.set(name, JSON.parse(readFileSync(join(folder, ...path), "utf8")));
  return cache.get(name) as T; // compile writes what catalog.ts types
}

export const catalog = (): Catalog => json("catalog.json");

export function needEntry(id: string): Entry {
  const entry = catalog().datasets.find((e) => e.dataset.id === id);
  if (!entry) throw new Error(`build/catalog.json has no dataset ${id}; run compile again`);
  return entry;
}

export function rowsOf(id: string): readonly Row[] {
  const file = needEntry(id).downloads.find(({ format }) => format === "json");
  if (!file) throw new Error(`build/${id} has no JSON`);
  return json(id, file.name);
}

/** The first rows, as many as a page lists. */
export function headOf(id: string): readonly Row[] {
  const rows = existsSync(join(folder, id, "head.json"))
    ? json<Row[]>(id, "head.json")
    : rowsOf(id);
  return rows.slice(0, listedRows(needEntry(id).rows.published));
}

export const pointsOf = (id: string, chart: string): readonly Point[] =>
  json(id, "points", `${chart}.json`);

/** The figures and first rows of each value of a field the dataset groups by. */
export const groupsOf = (id: string, by: string): Groups => json(id, "groups", `${by}.json`);

/** The first rows that a lead finds. */
export const leadRowsOf = (id: string, lead: string): readonly LeadRow[] =>
  json(id, "leads", `${lead}.json`);

/** One file of a dataset's organisations. */
export const organisationsIn = (id: string, shard: string): OrganisationShard =>
  json(id, "organisations", `${shard}.json`);

/** Everything the pages of the assessment show; null where none is declared. */
export function reportOf(): Report | null {
  const file = catalog().assessment?.find(({ format }) => format === "json");
  return file ? json("assessment", file.name) : null;
}

/** Every file readers may fetch, by its path under /data/. */
export function publicFiles(): readonly string[] {
  const files = catalog().datasets.flatMap((e) => {
    const leads = Object.values(e.leads).map(({ file }) => file);
    const indexes = e.organisations ? ["organisations", "organisations/names"] : [];
    const names = [
      ...[...e.downloads, ...leads, e.cube, ...e.query.files].map((f) => f.name),
      ...indexes.flatMap((folder) => shardNames.map((shard) => `${folder}/${shard}.json`)),
    ];
    return names.map((name) => `${e.dataset.id}/${name}`);
  });
  const assessed = (catalog().assessment ?? []).map((f) => `assessment/${f.name}`);
  return ["catalog.json", ...files, ...assessed];
}

/** The addresses of all query files. */
export const queryFileUrls = (): readonly string[] =>
  catalog().datasets.flatMap((e) => e.query.files.map((f) => fileUrl(e.dataset.id, f.name)));

export const bytesOf = (path: string): Buffer<ArrayBuffer> =>
  readFileSync(join(folder, path)) as Buffer<ArrayBuffer>; // a file is never shared memory

/** True where compile has run. */
export const isBuilt = (): boolean => {
  try {
    return readdirSync(folder).includes("catalog.json");
  } catch {
    return false;
  }
};
