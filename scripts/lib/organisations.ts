import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Entry } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { isOrganisation, mostRows } from "#core/publication/organisation";
import { shardNames, shardSql, shards } from "#core/publication/shard";
import { foldSql } from "#core/query/fold";
import { groupSql } from "#core/query/query";
import { name } from "#core/query/sql";
import { count } from "./duck.ts";
import { listed, withRows, writeIndex } from "./index-file.ts";

/**
 * Writes the organisations of a dataset in shards by credit code, as `OrganisationShard` of src/core/catalog.ts,
 * and beside them their names: an index of the codes behind each folded name, in shards by that name.
 */
export async function writeOrganisations(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
): Promise<Entry["organisations"]> {
  const o = d.organisations;
  if (!o) return null;
  const path = join(folder, "organisations");
  await mkdir(join(path, "names"), { recursive: true });
  const [code, named, on, key] = [name(o.uscc), name(o.name), name(o.on), name(d.key)];
  const is = isOrganisation(d, o);
  await duck.run(
    `CREATE TEMP TABLE organisations AS SELECT ${shardSql("x")} AS file, x, to_json({name: latest, figures: figures}) AS text FROM (${groupSql(d, o.uscc, o.of, is)}) JOIN (SELECT ${code} AS x, arg_max(${named}, (${on}, ${key})) AS latest FROM published WHERE ${is} GROUP BY 1) USING (x)`,
  );
  await writeIndex(
    duck,
    path,
    shardNames,
    `SELECT file, key, nth, CAST(text AS VARCHAR) AS text FROM (SELECT file, x AS key, 0 AS nth, text, NULL AS "on", NULL AS id FROM organisations UNION ALL SELECT file, x, 1, to_json(published), ${on}, ${key} FROM organisations JOIN published ON x = ${code} WHERE ${is}) ORDER BY file, key, nth, "on" NULLS FIRST, id`,
    withRows(mostRows),
  );
  const names = `SELECT DISTINCT ${foldSql(named)} AS key, ${code} AS x FROM published WHERE ${is}`;
  await duck.run(`CREATE TEMP TABLE names AS SELECT ${shardSql("key")} AS file, * FROM (${names})`);
  await writeIndex(
    duck,
    join(path, "names"),
    shardNames,
    `SELECT DISTINCT file, key, 0 AS nth, '' AS x, '[]' AS text FROM names UNION ALL SELECT file, key, 1, x, CAST(to_json(x) AS VARCHAR) FROM names ORDER BY file, key, nth, x`,
    listed,
  );
  const all = await count(duck, "organisations");
  await duck.run("DROP TABLE organisations; DROP TABLE names");
  return { count: all, shards };
}
