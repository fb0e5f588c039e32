import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Dataset, needField } from "#core/dataset";
import { requirements } from "#core/gate/prepared";
import { copies } from "#core/gate/privacy";
import { type Problem, problem } from "#core/problem/problem";
import { literal } from "#core/query/sql";
import { regionByCode } from "#core/region/region";
import { ask, count } from "./duck.ts";
import { ProblemError } from "./find.ts";
import { countTickets } from "./tickets.ts";

/**
 * Makes `prepared` (the declared fields and source_row) and `set_aside` out of `source`, and holds
 * them to the declaration; throws a ProblemError with everything that differs.
 */
export async function prepare(
  duck: DuckDBConnection,
  d: Dataset,
  folder: string,
  out: string,
): Promise<void> {
  await lock(duck, join(out, d.id));
  await countTickets(duck, d, join(folder, "tickets.sql"));
  const path = join(folder, "prepare.sql");
  const sql = await readFile(path, "utf8").catch(() => "CREATE TABLE prepared AS FROM source");
  await duck.run(sql).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(path, [problem("prepare failed", { reason })]);
  });
  await duck.run(
    "CREATE TABLE IF NOT EXISTS set_aside (source_row BIGINT, reason_zh VARCHAR, reason_en VARCHAR)",
  );
  const problems = await faults(duck, d);
  if (problems.length > 0) throw new ProblemError(path, problems);
}

/** From here on DuckDB reads and writes only below `folder`, which is not there before the dataset's SQL has run. */
async function lock(duck: DuckDBConnection, folder: string): Promise<void> {
  await duck.run(`SET allowed_directories = [${literal(`${folder}/`)}]`);
  await duck.run("SET enable_external_access = false");
  await duck.run("SET lock_configuration = true");
}

async function faults(duck: DuckDBConnection, d: Dataset): Promise<readonly Problem[]> {
  const columns = await ask(duck, "SELECT column_name AS c FROM (DESCRIBE prepared)");
  const has = new Set(columns.map((r) => r["c"]));
  const fields = ["source_row", ...Object.keys(d.fields)].filter((f) => !has.has(f));
  if (fields.length > 0) return [problem("prepare lacks", { fields })];
  const problems: Problem[] = [];
  const [source, prepared] = [await count(duck, "source"), await count(duck, "prepared")];
  const aside = await count(duck, "set_aside");
  // With as many rows as the source, in which each row is found, each is found once.
  const lost = await count(
    duck,
    "source ANTI JOIN (SELECT source_row FROM prepared UNION ALL SELECT source_row FROM set_aside) USING (source_row)",
  );
  if (source !== prepared + aside || lost > 0) {
    problems.push(problem("prepare loses rows", { source, prepared, aside }));
  }
  for (const { field, code, sql, anySql } of requirements(d, Object.keys(regionByCode))) {
    if (anySql && (await ask(duck, anySql)).length === 0) continue;
    const [first] = await ask(duck, `${sql} LIMIT 1`);
    if (!first) continue;
    const { label, personal } = needField(d, field);
    const found = personal ? null : String(first["found"]);
    const rows = await count(duck, `(${sql})`);
    const details = { found, rows, first: Number(first["source_row"]) };
    problems.push(problem(code, details, { column: label }));
  }
  return [...problems, ...(await copied(duck, d))];
}

async function copied(duck: DuckDBConnection, d: Dataset): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { input, field, sql } of copies(d)) {
    const [same] = await ask(duck, sql);
    const [from, { label: column }] = [d.input?.[input], needField(d, field)];
    if (!same || !from) continue;
    const details = { input: from.label, rows: Number(same["rows"]), first: Number(same["first"]) };
    problems.push(problem("personal copy", details, { column }));
  }
  return problems;
}
