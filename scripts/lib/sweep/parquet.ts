import { DuckDBBlobValue, type DuckDBConnection } from "@duckdb/node-api";
import { literal, name } from "#core/query/sql";
import { ask, count } from "#scripts/lib/duck";
import { withDuck } from "./duck.ts";
import type { Job } from "./reader.ts";
import { between, lookAt, nobodys, partsFound } from "./value.ts";

/** Nine digits of any script, or an address: less than what is searched for, and quickly seen by DuckDB. */
const candidate =
  "[@＠﹫]|[\\[(（【] ?[aA][tT]|(?:[0-9０-９٠-٩۰-۹零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖][^0-9]*){9}";

/** As many rows as are read together. */
const sliceRows = 122_880;

type Column = { name: string; type: string; isCoded: boolean };

/** Searches a Parquet file column by column; of most, no row leaves DuckDB by itself. */
export const sweepParquet = (file: string, job: Job): Promise<void> =>
  withDuck(async (duck) => {
    const columns = await columnsOf(duck, file);
    for (const column of columns) lookAt(column.name, 0, column.name, job);
    const metadata = await ask(
      duck,
      `SELECT decode(value) AS v FROM parquet_kv_metadata(${literal(file)})`,
    );
    for (const { v } of metadata) lookAt(v, 0, "metadata", job);
    for (const column of columns) await sweepColumn(duck, file, column, job);
  });

const read = (file: string) => `read_parquet(${literal(file)}, file_row_number = true)`;

async function columnsOf(duck: DuckDBConnection, file: string): Promise<Column[]> {
  const columns = await ask(
    duck,
    `SELECT column_name AS c, column_type AS t FROM (DESCRIBE FROM read_parquet(${literal(file)}))`,
  );
  const encodings = await ask(
    duck,
    `SELECT path_in_schema AS c FROM parquet_metadata(${literal(file)}) GROUP BY c HAVING bool_and(encodings LIKE '%DICTIONARY%')`,
  );
  const coded = new Set(encodings.map(({ c }) => c));
  return columns.map(({ c, t }) => ({
    name: String(c),
    type: String(t),
    isCoded: coded.has(c ?? null),
  }));
}

async function sweepColumn(duck: DuckDBConnection, file: string, column: Column, job: Job) {
  const { name: c, type } = column;
  if (type === "DATE" || type === "BOOLEAN") return; // of eight digits, of none
  if (type === "VARCHAR" && !(await isFoundIn(duck, file, column, job))) return;
  const isFloat = type === "DOUBLE" || type === "FLOAT";
  const value = isFloat ? `CAST(${name(c)} AS DECIMAL(38,4))` : name(c);
  const text = type === "BLOB" ? `decode(${value})` : `CAST(TRY(${value}) AS VARCHAR)`;
  const decimals = isFloat ? 4 : decimalsOf(type);
  const most = decimals !== undefined && decimals < 9 ? `${nobodys}`.slice(0, -decimals || 10) : "";
  const isLong = most ? `NOT (${value} > -${most} AND ${value} < ${most})` : "true";
  const result = await duck.stream(
    `SELECT v, n FROM (SELECT ${text} AS v, CAST(file_row_number + 1 AS DOUBLE) AS n FROM ${read(file)} WHERE ${isLong}) WHERE regexp_matches(v, ${literal(candidate)})`,
  );
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  )
    for (const [v, n] of chunk.getRows()) lookAt(v, Number(n), c, job);
}

/** Digits behind the point of a column of numbers. */
function decimalsOf(type: string): number | undefined {
  if (/^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/.test(type)) return 0;
  const [, decimals] = /^DECIMAL\(\d+,(\d+)\)$/.exec(type) ?? [];
  return decimals === undefined ? undefined : Number(decimals);
}

/** Whether anything may be in the texts of a column: those of one stored as codes once each, others a slice at a time. */
async function isFoundIn(duck: DuckDBConnection, file: string, column: Column, job: Job) {
  const field = name(column.name);
  const joined = (from: string) => `SELECT encode(string_agg(v, chr(${between}))) FROM (${from})`;
  const isFound = async (sql: string) => {
    const [[texts] = []] = (await duck.runAndReadAll(sql)).getRows();
    return texts instanceof DuckDBBlobValue && !partsFound(texts.bytes, job).next().done;
  };
  if (column.isCoded)
    return isFound(joined(`SELECT DISTINCT ${field} AS v FROM read_parquet(${literal(file)})`));
  const rows = await count(duck, `read_parquet(${literal(file)})`);
  for (let from = 0; from < rows; from += sliceRows) {
    const slice = `file_row_number >= ${from} AND file_row_number < ${from + sliceRows}`;
    if (await isFound(joined(`SELECT ${field} AS v FROM ${read(file)} WHERE ${slice}`)))
      return true;
  }
  return false;
}
