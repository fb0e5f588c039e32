import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { columnsOf, type Dataset } from "#core/dataset";
import { requirements } from "#core/prepared";
import { literal, sqlType } from "#core/sql";
import { ask } from "./duck.ts";

/** Reads the checked file into the table `source`: source_row, then the columns, typed. */
export async function loadSource(duck: DuckDBConnection, d: Dataset, csv: string): Promise<void> {
  const columns = Object.entries(columnsOf(d)).filter(([c]) => c !== "source_row");
  const types = [["source_row", "BIGINT"], ...columns.map(([c, f]) => [c, sqlType(f)])]
    .map(([c, type]) => `${literal(c ?? "")}: ${literal(type ?? "")}`)
    .join(", ");
  await duck.run(
    `CREATE TABLE source AS FROM read_csv(${literal(csv)}, columns = {${types}}, header = false, delim = ',', quote = '"', escape = '"', auto_detect = false, max_line_size = 16777216)`,
  );
}

/** Makes `prepared` (the declared fields) and `set_aside` out of `source`. */
export async function prepare(duck: DuckDBConnection, folder: string): Promise<void> {
  const sql = await readFile(join(folder, "prepare.sql"), "utf8").catch(() => null);
  if (sql !== null) await duck.run(sql);
  else await duck.run(`CREATE TABLE prepared AS FROM source`);
  await duck.run(
    "CREATE TABLE IF NOT EXISTS set_aside (source_row BIGINT, reason_zh VARCHAR, reason_en VARCHAR)",
  );
}

/** Stops where `prepared` is not what the declaration says, listing everything that differs. */
export async function unmet(
  duck: DuckDBConnection,
  d: Dataset,
  regions: readonly string[],
): Promise<void> {
  const columns = await ask(duck, "SELECT column_name AS c FROM (DESCRIBE prepared)");
  const has = new Set(columns.map((r) => r["c"]));
  const missing = Object.keys(d.fields).filter((f) => !has.has(f));
  if (missing.length) throw new Error(`${d.id}: prepare.sql makes no ${missing.join(", ")}`);
  const faults: string[] = [];
  for (const r of requirements(d, regions)) {
    const rows = await ask(duck, r.sql);
    const [first] = rows;
    if (first)
      faults.push(
        `${d.id}: ${r.field}, ${r.expected.en}: ${rows.length} rows, first source row ${first["source_row"]}: ${first["found"]}`,
      );
  }
  if (faults.length) throw new Error(faults.join("\n"));
}
