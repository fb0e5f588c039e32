import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dataset } from "#core/dataset";
import { dimension, groupSql } from "#core/query/query";
import { name } from "#core/query/sql";
import { IndexFile, withRows } from "./index-file.ts";
import type { JsonRows } from "./json-rows.ts";
import { writeRowIndex } from "./row-index.ts";

/** Writes the figures and first rows of each value of each group, as `Groups` of src/core/catalog.ts. */
export async function writeGroups(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
  json: JsonRows,
): Promise<void> {
  if (!d.groups?.length) return;
  await mkdir(join(folder, "groups"));
  for (const { by, of, order, top } of d.groups) {
    const x = dimension(d, by);
    const file = new IndexFile(join(folder, "groups", `${by}.json`), withRows);
    await writeRowIndex(duck, json, {
      keys: `SELECT CAST(x AS VARCHAR) AS key, n, to_json({figures: figures}) AS known FROM (${groupSql(d, by, of)}) ORDER BY key`,
      places: `SELECT rowid FROM numbered WHERE ${x} IS NOT NULL ORDER BY CAST(${x} AS VARCHAR), ${name(order)} DESC NULLS LAST, ${name(d.key)}`,
      most: top,
      fileOf: () => file,
    });
    file.end();
  }
}
