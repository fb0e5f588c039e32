import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Entry } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { tableOf } from "#core/gate/uses";
import { literal, name } from "#core/query/sql";
import { ask } from "./duck.ts";

/** Makes a table of each dataset that `d` uses: what is already published of it, in the build folder `out`. */
export async function loadUsed(
  duck: DuckDBConnection,
  d: Dataset,
  out: string,
  entries: readonly Entry[],
): Promise<void> {
  for (const id of d.uses ?? []) {
    const used = entries.find(({ dataset }) => dataset.id === id);
    const file = used?.downloads.find(({ format }) => format === "parquet");
    if (!file) throw new Error(`${d.id} is compiled before ${id}, which it uses`);
    const path = literal(join(out, id, file.name));
    await duck.run(`CREATE TABLE ${name(tableOf(id))} AS FROM read_parquet(${path})`);
  }
}

/** Forgets every table and view but the published rows and those of the datasets used, also temporary ones. */
export async function forgetRest(duck: DuckDBConnection, d: Dataset): Promise<void> {
  const kept = new Set(["published", "numbered", "rows", ...(d.uses ?? []).map(tableOf)]);
  const there = await ask(
    duck,
    "SELECT database_name AS d, schema_name AS s, view_name AS n, 'VIEW' AS kind FROM duckdb_views() WHERE NOT internal UNION ALL SELECT database_name, schema_name, table_name, 'TABLE' FROM duckdb_tables() WHERE NOT internal ORDER BY kind DESC, n",
  );
  for (const { d: database, s: schema, n, kind } of there) {
    if (database !== "temp" && schema === "main" && kept.has(String(n))) continue;
    const path = [database, schema, n].map((part) => name(String(part))).join(".");
    await duck.run(`DROP ${kind} IF EXISTS ${path}`);
  }
}

/** What prepare.sql, the gate and the leads take as today. */
export const setToday = async (duck: DuckDBConnection, today: string): Promise<void> => {
  await duck.run(`SET VARIABLE today = DATE ${literal(today)}`);
};
