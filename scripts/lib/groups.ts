import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dataset, Group } from "#core/dataset";
import { dimension, groupSql } from "#core/query/query";
import { literal, name } from "#core/query/sql";
import { withRows, writeIndex } from "./index-file.ts";

/** Writes the figures and first rows of each value of each group, as `Groups` of src/core/catalog.ts. */
export async function writeGroups(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
): Promise<void> {
  if (!d.groups?.length) return;
  await mkdir(join(folder, "groups"));
  for (const group of d.groups) {
    await writeIndex(
      duck,
      join(folder, "groups"),
      [group.by],
      groupRows(d, group),
      withRows(group.top),
    );
  }
}

/** A narrow window finds the first rows of each value; only those are made into text. */
function groupRows(d: Dataset, { by, of, order, top }: Group): string {
  const x = dimension(d, by);
  const ranked = `SELECT ${name(d.key)} AS id, ${x} AS x, row_number() OVER (PARTITION BY ${x} ORDER BY ${name(order)} DESC NULLS LAST, ${name(d.key)}) AS nth FROM published WHERE ${x} IS NOT NULL QUALIFY nth <= ${top}`;
  const file = literal(by);
  return `SELECT ${file} AS file, CAST(x AS VARCHAR) AS key, 0 AS nth, CAST(to_json({figures: figures}) AS VARCHAR) AS text FROM (${groupSql(d, by, of)}) UNION ALL SELECT ${file}, CAST(x AS VARCHAR), nth, CAST(to_json(published) AS VARCHAR) FROM (${ranked}) JOIN published ON published.${name(d.key)} = id ORDER BY file, key, nth`;
}
