import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type Download,
  type Entry,
  headRows,
  type Measure,
  type Option,
  type RegionNames,
} from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { downloads, type Plan, parquetFile } from "#core/publication/download";
import {
  figureSql,
  optionsSql,
  pointsSql,
  toMeasure,
  toOptions,
  toPoints,
} from "#core/query/query";
import { literal } from "#core/query/sql";
import { everything } from "#core/query/view";
import { Cells } from "./cells.ts";
import { writeCube } from "./cube.ts";
import { ask } from "./duck.ts";
import { lastDay } from "./gate.ts";
import { jsonRows } from "./json-rows.ts";
import { peopleCsv } from "./people-csv.ts";
import { rewrite } from "./rewrite.ts";
import { writeSheets } from "./sheet.ts";
import { measureFile } from "./write.ts";

/** Writes every download of the tables `published` and `rows` into `folder`, but for the Parquet file, which they are made of. */
export async function writeDownloads(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
  rows: number,
  regions: RegionNames,
): Promise<readonly Download[]> {
  const plans = downloads(d, rows).map((plan) => ({ ...plan, path: join(folder, plan.name) }));
  const pathOf = (format: Plan["format"]) => plans.find((p) => p.format === format)?.path ?? "";
  const csv = pathOf("machine-csv");
  await duck.run(`COPY (FROM published) TO ${literal(csv)} (FORMAT csv, HEADER)`);
  const json = await jsonRows(d, pathOf("json"));
  const people = await peopleCsv(
    d,
    regions,
    plans.flatMap(({ lang, path }) => (lang ? [{ lang, path }] : [])),
  );
  const cells = new Cells(publicFields(d).length);
  const measured = await rewrite(csv, cells, [json, people]);
  const files: Download[] = [];
  for (const { path, ...plan } of plans) {
    if (plan.format === "xlsx") await writeSheets(duck, d, path, regions);
    files.push({ ...plan, ...(measured.get(path) ?? (await measureFile(path))), rows });
  }
  return files;
}

/** Writes the first rows as in the JSON download, so that a page need not read all of it. */
export async function writeHead(duck: DuckDBConnection, folder: string): Promise<void> {
  const path = literal(join(folder, "head.json"));
  await duck.run(`COPY (FROM published LIMIT ${headRows}) TO ${path} (FORMAT json, ARRAY true)`);
}

/** Writes the points of every chart and returns the figures, options and blanks of the catalog. */
export async function derive(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
): Promise<
  Pick<Entry, "figures" | "options" | "filled" | "dates" | "cube"> &
    Pick<Entry["query"], "validUntil">
> {
  await mkdir(join(folder, "points"), { recursive: true });
  for (const chart of d.charts) {
    const points = toPoints(await ask(duck, pointsSql(d, chart, everything)));
    await writeFile(join(folder, "points", `${chart.id}.json`), `${JSON.stringify(points)}\n`);
  }
  const figures: Record<string, Measure> = {};
  for (const m of Object.keys(d.metrics)) {
    const [row] = await ask(duck, figureSql(d, m, everything));
    if (row) figures[m] = toMeasure(row);
  }
  const options: Record<string, readonly Option[]> = {};
  for (const f of d.filters) {
    options[f] = toOptions(await ask(duck, optionsSql(d, f, everything)));
  }
  const cube = await writeCube(duck, d, folder);
  return {
    figures,
    options,
    ...(await blanks(duck, d, folder)),
    cube,
    validUntil: await lastDay(duck, d),
  };
}

async function blanks(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
): Promise<Pick<Entry, "filled" | "dates">> {
  // The Parquet file says of each piece of a column how many of its values are blank.
  const counts = await ask(
    duck,
    `SELECT path_in_schema AS f, CAST(sum(num_values - stats_null_count) AS DOUBLE) AS n FROM parquet_metadata(${literal(join(folder, parquetFile(d)))}) GROUP BY ALL`,
  );
  const filledByField = new Map(counts.map(({ f, n }) => [f, Number(n)]));
  const dated = publicFields(d).includes("source_date")
    ? "SELECT min(source_date) AS first, max(source_date) AS last FROM rows"
    : "SELECT NULL AS first, NULL AS last";
  const [dates] = await ask(duck, dated);
  const { first, last } = dates ?? {};
  return {
    filled: Object.fromEntries(publicFields(d).map((f) => [f, filledByField.get(f) ?? 0])),
    dates: typeof first === "string" && typeof last === "string" ? { first, last } : null,
  };
}
