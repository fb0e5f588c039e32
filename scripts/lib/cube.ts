import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Cell, Entry } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { cubeFile } from "#core/publication/download";
import { codedSql, valuesSql } from "#core/query/coded";
import {
  additiveOf,
  type CubeFile,
  dimensionsOf,
  metricUnit,
  rowsColumn,
  steps,
} from "#core/query/cube";
import { name } from "#core/query/sql";
import { ask } from "./duck.ts";

/** So many small numbers in a cuboid at most; packed they take about a byte each, an amount three. */
const most = { main: 280_000, drawn: 70_000 };

/** The dimensions of the rows as codes, and what each row adds to each metric, so that a cuboid is a sum of numbers. */
const coded = "cube_rows";

/**
 * Writes the cube of the table `rows`. One cuboid is over as many dimensions as it has room for, those that the form has
 * first before others. Any choice alone is answered by one over each pair with a dimension that had no room, and what
 * is drawn along such a dimension, by one with each two that are drawn.
 */
export async function writeCube(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
): Promise<Entry["cube"]> {
  const all = dimensionsOf(d);
  const values = await codeRows(duck, d, all);
  const main = await mainDims(duck, d, all);
  const cuboids = [];
  for (const dims of [main, ...(await further(duck, d, all, main))])
    cuboids.push(await cuboidOf(duck, d, dims, all));
  await duck.run(`DROP TABLE ${coded}`);
  const cube: CubeFile = { values, cuboids };
  const bytes = Buffer.from(JSON.stringify(cube));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = cubeFile(d, sha256);
  await writeFile(join(folder, file), bytes);
  return { name: file, bytes: bytes.length, sha256 };
}

const code = (all: readonly string[], f: string): string => name(`d${all.indexOf(f)}`);

/** Makes the coded rows, and gives the values behind the codes. */
async function codeRows(
  duck: DuckDBConnection,
  d: Dataset,
  all: readonly string[],
): Promise<CubeFile["values"]> {
  const values: Record<string, readonly Cell[]> = {};
  for (const f of all)
    values[f] = (await ask(duck, valuesSql(d, f))).map((row) => row["v"] ?? null);
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${coded} AS ${codedSql(d, values)}`);
  return values;
}

/** As many dimensions, in their order, as a cuboid has room for. */
async function mainDims(
  duck: DuckDBConnection,
  d: Dataset,
  all: readonly string[],
): Promise<readonly string[]> {
  const main: string[] = [];
  for (const f of all) if ((await numbersOf(duck, d, all, [...main, f])) <= most.main) main.push(f);
  return main;
}

/** The cuboids beside the largest. */
async function further(
  duck: DuckDBConnection,
  d: Dataset,
  all: readonly string[],
  main: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const left = all.filter((f) => !main.includes(f));
  const pairs = all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => (left.includes(a) || left.includes(b) ? [[a, b]] : [])),
  );
  const drawn = d.charts.flatMap((c) => (c.mark === "steps" ? [] : [c.x]));
  const triples = left
    .filter((f) => drawn.includes(f))
    .flatMap((f) => {
      const others = [...new Set(drawn)].filter((o) => main.includes(o));
      return others.flatMap((a, i) => others.slice(i + 1).map((b) => [a, b, f]));
    });
  const fitting = [];
  for (const dims of triples)
    if ((await numbersOf(duck, d, all, dims)) <= most.drawn) fitting.push(dims);
  return [...pairs, ...fitting];
}

/** About how many small numbers a cuboid would have. */
async function numbersOf(
  duck: DuckDBConnection,
  d: Dataset,
  all: readonly string[],
  dims: readonly string[],
): Promise<number> {
  const hashed = dims.map((f) => code(all, f)).join(", ");
  const [row] = await ask(
    duck,
    `SELECT CAST(approx_count_distinct(hash(${hashed})) AS DOUBLE) AS n FROM ${coded}`,
  );
  const sums = additiveOf(d).reduce((all, [, m]) => all + (metricUnit(d, m) > 1 ? 3 : 1), 0);
  return Number(row?.["n"]) * (dims.length + 1 + sums);
}

async function cuboidOf(
  duck: DuckDBConnection,
  d: Dataset,
  dims: readonly string[],
  all: readonly string[],
): Promise<CubeFile["cuboids"][number]> {
  const metrics = additiveOf(d).map(([id]) => id);
  const sums = metrics.map((id) => `CAST(sum(${name(id)}) AS DOUBLE)`);
  const codes = dims.map((f) => code(all, f));
  const columns = [...codes, "CAST(count(*) AS DOUBLE)", ...sums].join(", ");
  const order = codes.length ? `ORDER BY ${codes.join(", ")}` : "";
  const sql = `SELECT ${columns} FROM ${coded} GROUP BY ALL ${order}`;
  const read = (await duck.runAndReadAll(sql)).getColumnsJson().map((c) => c.map(Number));
  return {
    dims,
    codes: dims.map((_, i) => steps(read[i] ?? [])),
    sums: Object.fromEntries(
      [rowsColumn, ...metrics].map((id, i) => [id, read[dims.length + i] ?? []]),
    ),
  };
}
