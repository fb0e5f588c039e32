import type { DuckDBConnection } from "@duckdb/node-api";
import { Type, tableFromIPC } from "@uwdata/flechette";
import { literal, name } from "#core/query/sql";
import { findPersonal } from "#core/sweep/personal";
import { nextSuspect } from "#core/sweep/suspect";
import { ask, openDuck } from "#scripts/lib/duck";
import { heading, type Job } from "./reader.ts";

/** A value as text; a whole number without point or exponent, however it is stored. */
function written(value: unknown): string {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value).toString();
  if (typeof value === "string") return value.replace(/^(-?\d+)\.0+$/, "$1");
  return typeof value === "object"
    ? JSON.stringify(value, (_, v) => (typeof v === "bigint" ? `${v}` : v))
    : String(value);
}

/** A whole number of less than ten digits is nobody's. */
const isShort = (value: unknown): boolean =>
  typeof value === "bigint"
    ? value > -1_000_000_000n && value < 1_000_000_000n
    : typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1e9;

function look(value: unknown, row: number, column: string, job: Job): void {
  if (isShort(value)) return;
  const amount = job.amounts.has(column);
  for (const found of findPersonal(written(value), { ...job, amount }))
    job.tell(found, { column: heading(column), spot: { in: "row", row } });
}

const lookAtNames = (columns: readonly string[], job: Job) => {
  for (const column of columns) look(column, 0, column, job);
};

/** Nine digits of any script, or an address: less than what is searched for, and quickly seen by DuckDB. */
const candidate =
  "[@＠﹫]|[\\[(（【] ?[aA][tT]|(?:[0-9０-９٠-٩۰-۹零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖][^0-9]*){9}";

/** Searches a Parquet file; only rows with enough digits leave DuckDB. */
export async function sweepParquet(file: string, job: Job): Promise<void> {
  const duck = await openDuck("node_modules/.cache/spill");
  try {
    await lookAtTable(duck, `read_parquet(${literal(file)})`, job);
    const metadata = await ask(
      duck,
      `SELECT decode(value) AS v FROM parquet_kv_metadata(${literal(file)})`,
    );
    for (const { v } of metadata) look(v, 0, "metadata", job);
  } finally {
    duck.closeSync();
  }
}

/** Searches every table of a DuckDB database. */
export async function sweepDatabase(file: string, job: Job): Promise<void> {
  const duck = await openDuck("node_modules/.cache/spill");
  try {
    await duck.run(`ATTACH ${literal(file)} AS file (READ_ONLY)`);
    const tables = await ask(
      duck,
      "SELECT schema_name AS s, table_name AS t FROM duckdb_tables() WHERE database_name = 'file'",
    );
    for (const { s, t } of tables) {
      lookAtNames([String(t)], job);
      await lookAtTable(duck, `file.${name(String(s))}.${name(String(t))}`, job);
    }
  } finally {
    duck.closeSync();
  }
}

/** Column by column. */
async function lookAtTable(duck: DuckDBConnection, from: string, job: Job): Promise<void> {
  const columns = await ask(
    duck,
    `SELECT column_name AS c, column_type AS t FROM (DESCRIBE FROM ${from})`,
  );
  lookAtNames(
    columns.map(({ c }) => String(c)),
    job,
  );
  const row = from.startsWith("read_parquet") ? "file_row_number" : "rowid";
  for (const { c, t } of columns) {
    const column = String(c);
    const isFloat = /^(?:DOUBLE|FLOAT)$/.test(String(t));
    const value = isFloat ? `CAST(${name(column)} AS DECIMAL(38,4))` : name(column);
    const text = t === "BLOB" ? `decode(${value})` : `CAST(TRY(${value}) AS VARCHAR)`;
    const result = await duck.stream(
      `SELECT v, n FROM (SELECT ${text} AS v, CAST(${row} + 1 AS DOUBLE) AS n FROM ${from}) WHERE regexp_matches(v, ${literal(candidate)})`,
    );
    for (
      let chunk = await result.fetchChunk();
      chunk && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    )
      for (const [v, n] of chunk.getRows()) look(v, Number(n), column, job);
  }
}

/** Searches an Arrow file or stream; of text only what is suspect leaves its bytes. */
export async function sweepArrow(bytes: Uint8Array, job: Job): Promise<void> {
  const table = tableFromIPC(bytes, { useBigInt: true });
  lookAtNames(table.names, job);
  for (const column of table.names) {
    const seen = new Set<unknown>();
    let row = 0;
    for (const batch of table.getChild(column)?.data ?? []) {
      for (let i = 0; i < batch.length; i++) {
        row += 1;
        if (batch.type.typeId === Type.Utf8) {
          const [from, to] = [batch.offsets?.[i], batch.offsets?.[i + 1]];
          const text: unknown = batch.values;
          const isHere = text instanceof Uint8Array && from !== undefined && to !== undefined;
          if (isHere && !nextSuspect(text, Number(from), Number(to))) continue;
        }
        const value: unknown = batch.at(i);
        if (value === null || value === undefined || seen.has(value)) continue;
        if (seen.size < 10_000) seen.add(value);
        look(value, row, column, job);
      }
    }
  }
}
