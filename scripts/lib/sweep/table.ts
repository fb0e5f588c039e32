import { DuckDBBlobValue, type DuckDBConnection } from "@duckdb/node-api";
import { literal, name } from "#core/query/sql";
import { ask, count } from "#scripts/lib/duck";
import type { Job } from "./reader.ts";
import { between, lookAt, nobodys, partsFound } from "./value.ts";

/** Nine digits of any script, or an address: less than what is searched for, and quickly seen by DuckDB. */
const candidate =
  "[@＠﹫]|[\\[(（【] ?[aA][tT]|(?:[0-9０-９٠-٩۰-۹零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖][^0-9]*){9}";

/** As many rows as are read together. */
const sliceRows = 122_880;

type Column = { name: string; type: string; isCoded: boolean };

/** What DuckDB reads as a table; `row` numbers its rows from 0. */
export type Table = { from: string; row: string; columns: readonly Column[] };

/** The columns of a table, none of them taken for one that is stored as codes. */
export async function describe(duck: DuckDBConnection, from: string): Promise<Column[]> {
  const columns = await ask(
    duck,
    `SELECT column_name AS c, column_type AS t FROM (DESCRIBE FROM ${from})`,
  );
  return columns.map(({ c, t }) => ({ name: String(c), type: String(t), isCoded: false }));
}

/** Searches a table column by column; of most, no row leaves DuckDB by itself. */
export async function sweepTable(duck: DuckDBConnection, table: Table, job: Job): Promise<void> {
  for (const column of table.columns) lookAt(column.name, 0, column.name, job);
  for (const column of table.columns) await sweepColumn(duck, table, column, job);
}

async function sweepColumn(duck: DuckDBConnection, table: Table, column: Column, job: Job) {
  const { name: c, type } = column;
  if (type === "DATE" || type === "BOOLEAN") return; // of eight digits, of none
  if (type === "VARCHAR" && !(await isFoundIn(duck, table, column, job))) return;
  const isFloat = type === "DOUBLE" || type === "FLOAT";
  const value = isFloat ? `CAST(${name(c)} AS DECIMAL(38,4))` : name(c);
  const text = type === "BLOB" ? `decode(${value})` : `CAST(TRY(${value}) AS VARCHAR)`;
  const decimals = isFloat ? 4 : decimalsOf(type);
  const most = decimals !== undefined && decimals < 9 ? `${nobodys}`.slice(0, -decimals || 10) : "";
  const isLong = most ? `NOT (${value} > -${most} AND ${value} < ${most})` : "true";
  const result = await duck.stream(
    `SELECT v, n FROM (SELECT ${text} AS v, CAST(${table.row} + 1 AS DOUBLE) AS n FROM ${table.from} WHERE ${isLong}) WHERE regexp_matches(v, ${literal(candidate)})`,
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
async function isFoundIn(duck: DuckDBConnection, table: Table, column: Column, job: Job) {
  const field = name(column.name);
  const joined = (from: string) => `SELECT encode(string_agg(v, chr(${between}))) FROM (${from})`;
  const isFound = async (sql: string) => {
    const [[texts] = []] = (await duck.runAndReadAll(sql)).getRows();
    return texts instanceof DuckDBBlobValue && !partsFound(texts.bytes, job).next().done;
  };
  if (column.isCoded) return isFound(joined(`SELECT DISTINCT ${field} AS v FROM ${table.from}`));
  const rows = await count(duck, table.from);
  for (let from = 0; from < rows; from += sliceRows) {
    const slice = `${table.row} >= ${from} AND ${table.row} < ${from + sliceRows}`;
    if (await isFound(joined(`SELECT ${field} AS v FROM ${table.from} WHERE ${slice}`)))
      return true;
  }
  return false;
}
