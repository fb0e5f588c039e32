import { DuckDBBlobValue, type DuckDBConnection } from "@duckdb/node-api";
import type { RegionNames } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { sheetCells } from "#core/publication/download";
import { queryColumns } from "#core/query/query";
import { literal } from "#core/query/sql";
import { columnName, writeWorkbook } from "./xlsx.ts";

/** The rows, and beside them what each column means. */
export function writeSheets(
  duck: DuckDBConnection,
  d: Dataset,
  path: string,
  regions: RegionNames,
): Promise<void> {
  const fields = publicFields(d).map((f) => ({ id: f, ...needField(d, f) }));
  const terms = fields.map((f) =>
    [f.id, f.label.zh, f.label.en, f.help?.zh ?? null, f.help?.en ?? null].map(literal),
  );
  const meanings = ["字段 Field", "中文名", "English name", "说明", "Meaning"];
  return writeWorkbook(path, [
    {
      name: d.title.zh,
      headings: fields.map((f) => `${f.label.zh} ${f.label.en}`),
      rows: rowXml(duck, d, regions),
    },
    { name: "字典 Dictionary", headings: meanings, rows: dictionaryXml(duck, terms) },
  ]);
}

/** DuckDB makes the text of the rows, in their order, so that no cell becomes a value of JavaScript. */
async function* rowXml(
  duck: DuckDBConnection,
  d: Dataset,
  regions: RegionNames,
): AsyncGenerator<Uint8Array> {
  const row = rowSql("line", sheetCells(d, "zh", regions));
  const lines = `SELECT ${queryColumns(d)}, rowid + 2 AS line FROM published`;
  const result = await duck.stream(`WITH rows AS (${lines}) SELECT encode(${row}) FROM rows`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    const rows = chunk.getColumnValues(0) as DuckDBBlobValue[]; // encode() makes nothing else
    yield Buffer.concat(rows.map((r) => r.bytes));
  }
}

async function* dictionaryXml(
  duck: DuckDBConnection,
  terms: readonly (readonly string[])[],
): AsyncGenerator<Uint8Array> {
  const rows = terms.map((term, i) =>
    rowSql(
      String(i + 2),
      term.map((sql) => ({ sql, number: false })),
    ),
  );
  yield* await bytesOf(duck, `SELECT encode(concat(${rows.join(", ")}))`);
}

/** A row of a sheet; a blank cell is left out, and a text is marked as one, so that it never runs as a formula. */
function rowSql(line: string, cells: readonly { sql: string; number: boolean }[]): string {
  const parts = cells.map(({ sql, number }, i) => {
    const start = `'<c r="${columnName(i)}' || CAST(${line} AS VARCHAR) ||`;
    return number
      ? `${start} '"><v>' || CAST(${sql} AS VARCHAR) || '</v></c>'`
      : `${start} '" t="inlineStr"><is><t xml:space="preserve">' || ${escaped(sql)} || '</t></is></c>'`;
  });
  const row = `concat('<row r="', ${line}, '">', ${parts.join(", ")}, '</row>')`;
  return `regexp_replace(${row}, '${impossible}', chr(65533), 'g')`;
}

/** Characters that XML cannot hold; the check refuses them, so that only a prepare.sql could bring one. */
const impossible = "[\\x01-\\x08\\x0B-\\x1F\\x{FFFE}\\x{FFFF}]";

/** Excel reads _x000D_ as the character of that number, so that a text with such a sign has its start escaped. */
function escaped(sql: string): string {
  const signs = [
    ["&", "&amp;"],
    ["<", "&lt;"],
    [">", "&gt;"],
    ["_x", "_x005F_x"],
  ];
  // Nearly no cell has one: to look first is several times as fast.
  const has = signs.map(([from]) => `contains(${sql}, '${from}')`).join(" OR ");
  const replaced = signs.reduce((text, [from, to]) => `replace(${text}, '${from}', '${to}')`, sql);
  return `CASE WHEN ${has} THEN ${replaced} ELSE ${sql} END`;
}

/** Texts of a query's only row, each as its bytes. */
async function bytesOf(duck: DuckDBConnection, sql: string): Promise<readonly Uint8Array[]> {
  const [row = []] = (await duck.runAndReadAll(sql)).getRows();
  return row.map((v) => (v instanceof DuckDBBlobValue ? v.bytes : new Uint8Array()));
}
