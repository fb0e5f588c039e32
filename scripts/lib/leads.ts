import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, StatementType } from "@duckdb/node-api";
import type { Entry } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { problem } from "#core/problem/problem";
import {
  leadColumns,
  leadCsvSql,
  leadFile,
  leadJsonSql,
  leadTable,
  ledSql,
  strangeSql,
} from "#core/publication/lead";
import { literal } from "#core/query/sql";
import { ask, count } from "./duck.ts";
import { ProblemError } from "./find.ts";
import { measureFile } from "./write.ts";

/** Follows every lead through the published rows and writes what it finds into `folder`. */
export async function writeLeads(
  duck: DuckDBConnection,
  d: Dataset,
  dir: string,
  folder: string,
): Promise<Entry["leads"]> {
  const ids = Object.keys(d.leads ?? {});
  if (ids.length === 0) return {};
  await mkdir(join(folder, "leads"), { recursive: true });
  const sqlOf = (id: string) => join(dir, "leads", `${id}.sql`);
  for (const id of ids) await follow(duck, id, sqlOf(id));
  await duck.run(`CREATE OR REPLACE TEMP TABLE led AS ${ledSql(d, ids)}`);
  const leads: Record<string, Entry["leads"][string]> = {};
  for (const id of ids) {
    await refuseStrange(duck, d, id, sqlOf(id));
    const rows = await count(duck, leadTable(id));
    const file = leadFile(d, id);
    const path = join(folder, file);
    await duck.run(`COPY (${leadCsvSql(d, id)}) TO ${literal(path)} (FORMAT csv, HEADER)`);
    const first = literal(join(folder, "leads", `${id}.json`));
    await duck.run(`COPY (${leadJsonSql(d, id)}) TO ${first} (FORMAT json, ARRAY true)`);
    await duck.run(`DROP TABLE ${leadTable(id)}`);
    const measured = await measureFile(path);
    leads[id] = { rows, file: { name: file, format: "machine-csv", rows, ...measured } };
  }
  await duck.run("DROP TABLE led");
  return leads;
}

/** Makes a table of what the SQL at a path selects. */
async function follow(duck: DuckDBConnection, id: string, path: string): Promise<void> {
  const sql = await readFile(path, "utf8").catch(() => {
    throw new ProblemError(path, [problem("no such file", {})]);
  });
  const failed = (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(path, [problem("prepare failed", { reason })]);
  };
  const found = await columnsOf(duck, sql).catch(failed);
  if (found.join() !== leadColumns.join())
    throw new ProblemError(path, [problem("lead shape", { expected: leadColumns, found })]);
  const texts = leadColumns.map((c) => `CAST(${c} AS VARCHAR) AS ${c}`).join(", ");
  const select = sql.trimEnd().replace(/;$/, "");
  await duck
    .run(`CREATE OR REPLACE TEMP TABLE ${leadTable(id)} AS SELECT ${texts} FROM (${select}\n)`)
    .catch(failed);
}

async function refuseStrange(duck: DuckDBConnection, d: Dataset, id: string, path: string) {
  const strange = strangeSql(d, id);
  const [first] = await ask(duck, `${strange} LIMIT 1`);
  if (!first) return;
  const details = { found: String(first["key"]), rows: await count(duck, `(${strange})`) };
  throw new ProblemError(path, [problem("lead key", details)]);
}

/** The columns of a SELECT that stands alone; of anything else, what it is instead. */
async function columnsOf(duck: DuckDBConnection, sql: string): Promise<readonly string[]> {
  const statements = await duck.extractStatements(sql);
  if (statements.count !== 1) return [`${statements.count} statements`];
  const prepared = await statements.prepare(0);
  try {
    if (prepared.statementType !== StatementType.SELECT)
      return [StatementType[prepared.statementType] ?? ""];
    return Array.from({ length: prepared.columnCount }, (_, i) => prepared.columnName(i));
  } finally {
    prepared.destroySync();
  }
}
