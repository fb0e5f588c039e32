import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dataset } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { dimension, groupSql } from "#core/query/query";
import { name } from "#core/query/sql";
import { IndexFile, withRows } from "./index-file.ts";
import { rowJson, writeRowIndex } from "./row-index.ts";

/** Writes the figures and first rows of each value of each group, as `Groups` of src/core/catalog.ts. */
export async function writeGroups(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
): Promise<void> {
  if (!d.groups?.length) return;
  await mkdir(join(folder, "groups"));
  for (const { by, of, order, top } of d.groups) {
    const x = `CAST(${dimension(d, by)} AS VARCHAR)`;
    const file = new IndexFile(join(folder, "groups", `${by}.json`), withRows);
    // Of each the numbers of its first rows, which alone are then sorted.
    const first = `SELECT x, unnest(rowids) AS rowid FROM (SELECT ${x} AS x, arg_min(rowid, {a: -${name(order)}, b: ${name(d.key)}}, ${top}) AS rowids FROM numbered WHERE ${x} IS NOT NULL GROUP BY ALL)`;
    await writeRowIndex(duck, folder, {
      keys: `SELECT CAST(x AS VARCHAR) AS key, least(n, ${top}) AS n, to_json({figures: figures}) AS known FROM (${groupSql(d, by, of)}) ORDER BY key`,
      rows: `SELECT ${rowJson(publicFields(d))} FROM numbered JOIN (${first}) USING (rowid) ORDER BY x, ${name(order)} DESC NULLS LAST, ${name(d.key)}`,
      most: top,
      fileOf: () => file,
    });
    file.end();
  }
}
