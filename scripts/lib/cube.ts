import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Cell, Entry } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import {
  additiveOf,
  type CubeFile,
  cellsSql,
  dimensionsOf,
  dimSql,
  rowsColumn,
  steps,
} from "#core/query/cube";
import { ask } from "./duck.ts";

/** So many numbers in a cuboid at most; packed they take about a byte each. */
const mostNumbers = 280_000;

/**
 * Writes the cube of the table `rows`: one cuboid over as many dimensions as it has room for, first those that the form
 * has first; and one over each pair with a dimension that had none, so that any choice alone can be answered.
 */
export async function writeCube(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
): Promise<Entry["cube"]> {
  const all = dimensionsOf(d);
  const main = await mainDims(duck, d, all);
  const pairs = all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => (main.includes(a) && main.includes(b) ? [] : [[a, b]])),
  );
  const values = await valuesOf(duck, d, all);
  const cuboids = [];
  for (const dims of [main, ...pairs]) cuboids.push(await cuboidOf(duck, d, dims, values));
  const cube: CubeFile = {
    values: Object.fromEntries([...values].map(([f, codes]) => [f, [...codes.keys()]])),
    cuboids,
  };
  const bytes = Buffer.from(JSON.stringify(cube));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = `${d.id}.cube.${sha256.slice(0, 12)}.json`;
  await writeFile(join(folder, file), bytes);
  return { name: file, bytes: bytes.length, sha256 };
}

/** As many dimensions, in their order, as a cuboid has room for. */
async function mainDims(
  duck: DuckDBConnection,
  d: Dataset,
  all: readonly string[],
): Promise<readonly string[]> {
  const main: string[] = [];
  for (const f of all) {
    const dims = [...main, f];
    const hashed = dims.map((dim) => dimSql(d, dim)).join(", ");
    const [row] = await ask(
      duck,
      `SELECT CAST(approx_count_distinct(hash(${hashed})) AS DOUBLE) AS n FROM rows`,
    );
    const numbers = Number(row?.["n"]) * (dims.length + 1 + additiveOf(d).length);
    if (numbers <= mostNumbers) main.push(f);
  }
  return main;
}

/** The place of each value of each dimension. */
async function valuesOf(duck: DuckDBConnection, d: Dataset, dims: readonly string[]) {
  const values = new Map<string, ReadonlyMap<Cell, number>>();
  for (const f of dims) {
    const rows = await ask(
      duck,
      `SELECT DISTINCT ${dimSql(d, f)} AS v FROM rows ORDER BY 1 NULLS LAST`,
    );
    values.set(f, new Map(rows.map((r, i) => [r["v"] ?? null, i])));
  }
  return values;
}

async function cuboidOf(
  duck: DuckDBConnection,
  d: Dataset,
  dims: readonly string[],
  values: ReadonlyMap<string, ReadonlyMap<Cell, number>>,
): Promise<CubeFile["cuboids"][number]> {
  const reader = await duck.runAndReadAll(cellsSql(d, dims));
  const columns = reader.getColumnsJson();
  const names = reader.columnNames();
  const numbers = (id: string) => (columns[names.indexOf(id)] ?? []).map(Number);
  const codes = dims.map((f, i) =>
    steps((columns[i] ?? []).map((v) => values.get(f)?.get(v as Cell) ?? 0)),
  );
  const sums = [rowsColumn, ...additiveOf(d).map(([id]) => id)].map((id) => [id, numbers(id)]);
  return { dims, codes, sums: Object.fromEntries(sums) };
}
