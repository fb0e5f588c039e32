import { type DuckDBConnection, DuckDBInstance, type Json } from "@duckdb/node-api";
import type { Answer } from "#core/query/query";

/** A DuckDB in memory that fetches nothing from anywhere; large results spill into `tmp`. */
export const openDuck = async (tmp: string): Promise<DuckDBConnection> =>
  (await createDuck(tmp)).connect();

/** Three connections to one such DuckDB: each waits only for its own queries. Temporary tables and variables are its own. */
export async function openDucks(tmp: string): Promise<Ducks> {
  const db = await createDuck(tmp);
  return [await db.connect(), await db.connect(), await db.connect()];
}

export type Ducks = readonly [DuckDBConnection, DuckDBConnection, DuckDBConnection];

function createDuck(tmp: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: tmp,
    memory_limit: "600MB",
  });
}

/** All rows as objects: doubles, text and null, as the browser gets them. */
export async function ask(duck: DuckDBConnection, sql: string): Promise<Answer> {
  const reader = await duck.runAndReadAll(sql);
  return reader
    .getRowObjectsJson()
    .map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])));
}

function plain(v: Json): string | number | null {
  return typeof v === "string" || typeof v === "number" || v === null ? v : JSON.stringify(v);
}

/** The number of rows of a table or of a query in brackets. */
export async function count(duck: DuckDBConnection, of: string): Promise<number> {
  const [row] = await ask(duck, `SELECT CAST(count(*) AS DOUBLE) AS n FROM ${of}`);
  return Number(row?.["n"]);
}
