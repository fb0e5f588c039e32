import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Entry } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { isOrganisation, mostRows } from "#core/publication/organisation";
import { shardNames, shardOf, shards } from "#core/publication/shard";
import { foldSql } from "#core/query/fold";
import { groupSql } from "#core/query/query";
import { name } from "#core/query/sql";
import { IndexFile, listed, type Shape, withRows } from "./index-file.ts";
import type { JsonRows } from "./json-rows.ts";
import { linesOf } from "./lines.ts";
import { writeRowIndex } from "./row-index.ts";

/**
 * Writes the organisations of a dataset in shards by credit code, as `OrganisationShard` of src/core/catalog.ts,
 * and beside them their names: an index of the codes behind each folded name, in shards by that name.
 */
export async function writeOrganisations(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
  json: JsonRows,
): Promise<Entry["organisations"]> {
  const o = d.organisations;
  if (!o) return null;
  const path = join(folder, "organisations");
  await mkdir(join(path, "names"), { recursive: true });
  const [code, named, on, key] = [name(o.uscc), name(o.name), name(o.on), name(d.key)];
  const is = isOrganisation(d, o);
  const files = shardFiles(path, withRows);
  const latest = `SELECT ${code} AS x, arg_max(${named}, (${on}, ${key})) AS latest FROM published WHERE ${is} GROUP BY 1`;
  const count = await writeRowIndex(duck, json, {
    keys: `SELECT x AS key, n, to_json({name: latest, figures: figures}) AS known FROM (${groupSql(d, o.uscc, o.of, is)}) JOIN (${latest}) USING (x) ORDER BY key`,
    places: `SELECT rowid FROM numbered WHERE ${is} ORDER BY ${code}, ${on} NULLS FIRST, ${key}`,
    most: mostRows,
    fileOf: files.of,
  });
  files.end();
  const all = `SELECT DISTINCT ${named} AS named, ${code} AS x FROM published WHERE ${is}`;
  await writeNames(
    duck,
    join(path, "names"),
    `SELECT DISTINCT ${foldSql("named")} AS key, x FROM (${all}) ORDER BY key, x`,
  );
  return { count, shards };
}

/** Writes lists of codes by name out of a query of both, in that order. */
async function writeNames(duck: DuckDBConnection, folder: string, sql: string): Promise<void> {
  const files = shardFiles(folder, listed);
  let last = "";
  for await (const block of linesOf(duck, ["to_json(key)", "to_json(x)"], sql))
    for (const [key = "", code = ""] of block) {
      const file = files.of(JSON.parse(key));
      if (key !== last) file.key(key, "[]");
      const bytes = utf8.encode(code);
      file.row(bytes.length, (piece, at) => piece.set(bytes, at));
      last = key;
    }
  files.end();
}

const utf8 = new TextEncoder();

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
