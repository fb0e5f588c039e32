import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Entry } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { isOrganisation, mostRows, organisationFields } from "#core/publication/organisation";
import { shardNames, shardOf, shards } from "#core/publication/shard";
import { foldSql } from "#core/query/fold";
import { groupSql } from "#core/query/query";
import { name } from "#core/query/sql";
import { IndexFile, listed, type Shape, withRows } from "./index-file.ts";
import { Lines } from "./lines.ts";
import { rowJson, writeRowIndex } from "./row-index.ts";

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
  // Each name of each once, with the last row that has it.
  await duck.run(
    `CREATE TEMP TABLE called AS SELECT ${code} AS x, ${named} AS named, max({a: ${on}, b: ${key}}) AS last FROM published WHERE ${is} GROUP BY ALL`,
  );
  const files = shardFiles(path, withRows);
  const latest = "SELECT x, arg_max(named, last) AS latest FROM called GROUP BY x";
  const count = await writeRowIndex(duck, folder, {
    keys: `SELECT x AS key, n, to_json({name: latest, figures: figures}) AS known FROM (${groupSql(d, o.uscc, o.of, is)}) JOIN (${latest}) USING (x) ORDER BY key`,
    rows: `SELECT ${rowJson(organisationFields(d, o))} FROM (FROM published WHERE ${is} ORDER BY ${code}, ${on} NULLS FIRST, ${key})`,
    most: mostRows,
    fileOf: files.of,
  });
  files.end();
  await writeNames(duck, join(path, "names"));
  await duck.run("DROP TABLE called");
  return { count, shards };
}

/** Writes lists of codes by name, out of the table `called`. */
async function writeNames(duck: DuckDBConnection, folder: string): Promise<void> {
  const files = shardFiles(folder, listed);
  const folded = `SELECT DISTINCT ${foldSql("named")} AS key, x FROM called`;
  const all = `SELECT to_json(key), to_json(x) FROM (${folded}) ORDER BY key, x`;
  const lines = await Lines.of(duck, all, join(folder, "names.tmp"));
  let last = "";
  while (await lines.next()) {
    const key = lines.take();
    const file = files.of(JSON.parse(key));
    if (key !== last) file.key(Buffer.from(`${key}:[]`));
    file.row(lines.bytes, lines.from, lines.to);
    last = key;
  }
  await lines.close();
  files.end();
}

/** One file for each shard; what comes in the order of its keys stays in it. */
function shardFiles(
  folder: string,
  shape: Shape,
): { of: (key: string) => IndexFile; end: () => void } {
  const fileByShard = new Map(
    shardNames.map((shard) => [shard, new IndexFile(join(folder, `${shard}.json`), shape)]),
  );
  return {
    of: (key) => fileByShard.get(shardOf(key)) as IndexFile, // there is one for each
    end() {
      for (const file of fileByShard.values()) file.end();
    },
  };
}
