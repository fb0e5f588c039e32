import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, StatementType } from "@duckdb/node-api";
import type { Entry } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { problem } from "#core/problem/problem";
import { leadColumns, leadCsvSql, leadFile, leadJsonSql } from "#core/publication/lead";
import { literal, name } from "#core/query/sql";
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
  if (ids.length > 0) await mkdir(join(folder, "leads"), { recursive: true });
  const leads: Record<string, Entry["leads"][string]> = {};
  for (const id of ids) {
    const rows = await follow(duck, d, join(dir, "leads", `${id}.sql`));
    const file = leadFile(d, id);
    const path = join(folder, file);
    await duck.run(`COPY (${leadCsvSql(d)}) TO ${literal(path)} (FORMAT csv, HEADER)`);
    const first = literal(join(folder, "leads", `${id}.json`));
    await duck.run(`COPY (${leadJsonSql(d)}) TO ${first} (FORMAT json, ARRAY true)`);
    await duck.run("DROP TABLE lead");
    const measured = await measureFile(path);
    leads[id] = { rows, file: { name: file, format: "machine-csv", rows, ...measured } };
  }
  return leads;
}

/** Makes the table `lead` of what the SQL at a path selects, and returns how many rows it found. */
async function follow(duck: DuckDBConnection, d: Dataset, path: string): Promise<number> {
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
  await duck.run(`CREATE TEMP TABLE lead AS SELECT ${texts} FROM (${select}\n)`).catch(failed);
  const key = name(d.key);
  const strange = `FROM lead WHERE key IS NOT NULL AND key NOT IN (SELECT ${key} FROM published)`;
  const [first] = await ask(duck, `SELECT key ${strange} LIMIT 1`);
  if (first) {
    const details = { found: String(first["key"]), rows: await count(duck, strange.slice(5)) };
    throw new ProblemError(path, [problem("lead key", details)]);
  }
  return count(duck, "lead");
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
