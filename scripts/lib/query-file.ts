import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { QueryFile } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { orderOf, publicFields } from "#core/gate/public";
import { queryFile, stem } from "#core/publication/download";
import { queryColumns } from "#core/query/query";
import { literal, name } from "#core/query/sql";
import { drawnFields, lineField, place } from "#core/query/stored";
import { ask, count, openDuck } from "./duck.ts";
import { rowGroup } from "./gate.ts";
import { writeTexts } from "./text-file.ts";
import { measureFile } from "./write.ts";

/** Fewer rows than this need no order of arrival. */
const fewRows = 20_000;

/** Past this many different texts their list costs more than it saves. */
const mostTexts = 4096;

/** DuckDB's usual block, and its smallest. */
const [block, smallBlock] = [262_144, 16_384];

/** How a field is stored, and whether in much less room than its text. */
type Stored = { field: string; type: string; isShort: boolean };

/**
 * Writes the rows of a dataset's Parquet file for DuckDB in the browser. What is short is a DuckDB database, which the
 * browser takes as it is: nothing is read, converted or copied row by row. Texts are an Arrow stream, since between the
 * texts of a database lies whatever memory held.
 */
export async function writeQueryFiles(
  d: Dataset,
  folder: string,
  few = fewRows,
): Promise<readonly QueryFile[]> {
  const duck = await openDuck("node_modules/.cache/spill");
  try {
    // So that the same rows give the same bytes: packed, the end of a column would hold what memory held, too.
    await duck.run("SET threads = 1; SET force_compression = 'uncompressed'");
    const parquet = literal(join(folder, `${stem(d)}.parquet`));
    await duck.run(`CREATE VIEW rows AS ${placedRows(d, parquet)}`);
    const rows = await count(duck, "rows");
    const files = [];
    for (const { format, stored } of split(d, await storedFields(duck, d, rows), rows < few)) {
      const path = join(folder, `rows.${format}`);
      const fields = stored.map(({ field }) => field);
      if (format === "arrow") await writeTexts(duck, fields, path);
      else await writeDatabase(duck, stored, path, rows < few ? smallBlock : block);
      const measured = await measureFile(path);
      const file = queryFile(d, format, measured.sha256);
      await rename(path, join(folder, file));
      files.push({ name: file, format, ...measured, fields });
    }
    return files;
  } finally {
    duck.closeSync();
  }
}

/** Published rows in query form, each with its place, and lines by how far they are ahead of it. */
function placedRows(d: Dataset, parquet: string): string {
  const line = lineField(d);
  const ahead = line ? ` REPLACE (${name(line)} - file_row_number AS ${name(line)})` : "";
  return `SELECT ${queryColumns(d)}, file_row_number AS ${place} FROM (SELECT *${ahead} FROM read_parquet(${parquet}, file_row_number = true))`;
}

type Part = { format: QueryFile["format"]; stored: readonly Stored[] };

/** What is drawn and the order, what else is short, and the texts. */
function split(d: Dataset, stored: readonly Stored[], isFew: boolean): readonly Part[] {
  const drawn = drawnFields(d);
  const short = stored.filter(({ isShort }) => isShort);
  const isFirst = ({ field }: Stored) => isFew || drawn.has(field) || field === orderOf(d);
  const parts: Part[] = [
    { format: "duckdb", stored: short.filter(isFirst) },
    { format: "duckdb", stored: short.filter((s) => !isFirst(s)) },
    { format: "arrow", stored: stored.filter(({ isShort }) => !isShort) },
  ];
  return parts.filter((part) => part.stored.length > 0);
}

async function writeDatabase(
  duck: DuckDBConnection,
  part: readonly Stored[],
  path: string,
  blockSize: number,
): Promise<void> {
  const columns = part.map(({ field, type }) => `${name(field)} ${type}`);
  const values = part.map(({ field, type }) => `CAST(${name(field)} AS ${type})`);
  await duck.run(`ATTACH ${literal(path)} AS file (BLOCK_SIZE ${blockSize})`);
  await duck.run(`CREATE TABLE file.rows (${columns.join(", ")})`);
  await duck.run(`INSERT INTO file.rows SELECT ${values.join(", ")} FROM rows`);
  await duck.run("CHECKPOINT file");
  await duck.run("DETACH file");
}

async function storedFields(
  duck: DuckDBConnection,
  d: Dataset,
  rows: number,
): Promise<readonly Stored[]> {
  const fields = publicFields(d);
  const isNumber = (f: string) => ["money", "count", "year"].includes(needField(d, f).kind);
  const texts = fields.filter((f) => !isNumber(f));
  // Nearly every field with many texts has so many in the first rows: an estimate spares it their list.
  const estimates = `SELECT ${texts.map(estimate).join(", ")} FROM rows WHERE ${place} < ${rowGroup}`;
  const [first = {}] = texts.length ? await ask(duck, estimates) : [];
  const ends = fields.filter(isNumber).flatMap((f) => [end("min", f), end("max", f)]);
  const [range = {}] = ends.length ? await ask(duck, `SELECT ${ends.join(", ")} FROM rows`) : [];
  const stored: Stored[] = [];
  for (const f of fields) {
    const [low, high] = [Number(range[`min ${f}`] ?? 0), Number(range[`max ${f}`] ?? 0)];
    stored.push(await storedField(duck, d, f, { rows, n: Number(first[f] ?? 0), low, high }));
  }
  return stored;
}

const estimate = (f: string): string =>
  `CAST(approx_count_distinct(${name(f)}) AS DOUBLE) AS ${name(f)}`;
const end = (which: "min" | "max", f: string): string =>
  `CAST(${which}(${name(f)}) AS DOUBLE) AS ${name(`${which} ${f}`)}`;

/** Of all rows, of the first the different texts, and between which numbers they lie. */
type Measured = { rows: number; n: number; low: number; high: number };

async function storedField(
  duck: DuckDBConnection,
  d: Dataset,
  field: string,
  { rows, n, low, high }: Measured,
): Promise<Stored> {
  const f = needField(d, field);
  switch (f.kind) {
    case "money":
    case "count":
    case "year":
      return { field, type: wholeType(low, high), isShort: true };
    case "share":
      return { field, type: "DOUBLE", isShort: true };
    case "category":
    case "region":
    case "month":
    case "date":
    case "text":
    case "url":
    case "uscc":
    case "documents":
      break;
  }
  const long = { field, type: "VARCHAR", isShort: false };
  if (n > mostTexts) return long;
  const texts = await ask(
    duck,
    `SELECT DISTINCT ${name(field)} AS text FROM rows WHERE ${name(field)} IS NOT NULL ORDER BY 1 LIMIT ${mostTexts + 1}`,
  );
  if (texts.length === 0) return { field, type: "ENUM('')", isShort: true };
  const isChosen = d.filters.includes(field);
  if (texts.length > mostTexts || (texts.length > rows / 2 && !isChosen)) return long;
  const type = `ENUM(${texts.map(({ text }) => literal(text ?? null)).join(", ")})`;
  return { field, type, isShort: true };
}

/** The narrowest type that holds whole numbers of a range. */
function wholeType(low: number, high: number): string {
  const fits = (bits: number) => low >= -(2 ** (bits - 1)) && high < 2 ** (bits - 1);
  if (low >= 0 && high < 256) return "UTINYINT";
  if (fits(16)) return "SMALLINT";
  return fits(32) ? "INTEGER" : "BIGINT";
}
