import { createHash } from "node:crypto";
import { cp, mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { DuckDBConnection } from "@duckdb/node-api";
import { tableFromIPC } from "@uwdata/flechette";
import { describe, expect, it } from "vitest";
import type { Entry, QueryFile } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { orderOf, publicFields } from "#core/gate/public";
import { stem } from "#core/publication/download";
import { rowsView, shownRows } from "#core/query/query";
import { literal, name } from "#core/query/sql";
import { drawnFields, storedRows } from "#core/query/stored";
import { arrowSlices } from "#islands/arrow-slices";
import { ask, count, openDuck } from "#scripts/lib/duck";
import { writeQueryFiles } from "#scripts/lib/query-file";
import { build, built, scratch } from "./scratch.ts";

const folder = scratch("query-file");
const catalog = built();
const parquetOf = (d: Dataset) => join(build, d.id, `${stem(d)}.parquet`);

/** Opens query files as the browser does, and returns the names of their tables. */
async function open(duck: DuckDBConnection, dir: string, files: readonly QueryFile[]) {
  const tables: string[] = [];
  for (const [i, { name: file, format, fields }] of files.entries()) {
    const path = join(dir, file);
    if (format === "duckdb") await duck.run(`ATTACH ${literal(path)} AS part${i} (READ_ONLY)`);
    else await insert(duck, `part${i}`, fields, await readFile(path));
    tables.push(format === "duckdb" ? `part${i}.rows` : `part${i}`);
  }
  return tables;
}

/** Makes a table of an Arrow stream, cut into the slices that the browser cuts it into. */
async function insert(
  duck: DuckDBConnection,
  table: string,
  fields: readonly string[],
  stream: Uint8Array,
) {
  await duck.run(`CREATE TABLE ${table} (${fields.map((f) => `${name(f)} VARCHAR`).join(", ")})`);
  const appender = await duck.createAppender(table);
  for (const slice of arrowSlices(stream)) {
    const read = tableFromIPC(slice);
    expect(read.names).toEqual(fields);
    for (const row of read.toArray() as Record<string, string | null>[]) {
      for (const f of fields) {
        const text = row[f];
        if (text === null || text === undefined) appender.appendNull();
        else appender.appendVarchar(text);
      }
      appender.endRow();
    }
  }
  appender.closeSync();
}

/** Rows that differ between the query files, read as the browser does, and the Parquet file: none, and how many there are. */
async function compare({ dataset: d }: Entry, dir: string, files: readonly QueryFile[]) {
  const duck = await openDuck(join(folder, "spill"));
  await duck.run(`CREATE VIEW published AS FROM read_parquet(${literal(parquetOf(d))})`);
  await duck.run(`CREATE VIEW loaded AS ${storedRows(d, await open(duck, dir, files))}`);
  const columns = publicFields(d).map((f) => `CAST(${name(f)} AS VARCHAR) AS ${name(f)}`);
  const numbered = (sql: string) =>
    `SELECT row_number() OVER () AS nth, ${columns.join(", ")} FROM (${sql})`;
  // A day on which everything may be shown.
  const loaded = numbered(shownRows(d, "2000-01-01"));
  const source = numbered(rowsView(d));
  const [different] = await ask(
    duck,
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM ((${loaded} EXCEPT ${source}) UNION ALL (${source} EXCEPT ${loaded}))`,
  );
  const rows = await count(duck, "loaded");
  duck.closeSync();
  return { different: different?.["n"], rows };
}

describe("the query files", () => {
  it.each(catalog.datasets.map((e) => [e.dataset.id, e] as const))(
    "of %s are its Parquet file row for row, however many there are",
    async (id, entry) => {
      const { dataset: d, rows, query } = entry;
      const same = { different: 0, rows: rows.published };
      expect(query.files.map(({ format }) => format)).toEqual(["duckdb", "arrow"]);
      expect(await compare(entry, join(build, id), query.files)).toEqual(same);

      const dir = join(folder, id);
      await mkdir(dir, { recursive: true });
      await cp(parquetOf(d), join(dir, `${stem(d)}.parquet`));
      const more = await writeQueryFiles(d, dir, 0);
      expect(more.length).toBeGreaterThan(1);
      expect(await compare(entry, dir, more)).toEqual(same);
      expect(await writeQueryFiles(d, dir, 0)).toEqual(more); // the same bytes again

      const [hot = [], ...others] = more.map((file) => file.fields);
      expect([...hot, ...others.flat()].sort()).toEqual([...publicFields(d)].sort());
      expect(others.at(-1)).toContain(d.key);
      for (const f of hot) expect([...drawnFields(d), orderOf(d)]).toContain(f);
      for (const f of d.filters) expect(hot).toContain(f);
    },
  );

  it("have their hash in their name", async () => {
    for (const { dataset: d, query } of catalog.datasets) {
      for (const { name, format, bytes, sha256 } of query.files) {
        const file = await readFile(join(build, d.id, name));
        expect(name).toBe(`${d.id}.${sha256.slice(0, 12)}.${format}`);
        expect(createHash("sha256").update(file).digest("hex")).toBe(sha256);
        expect((await stat(join(build, d.id, name))).size).toBe(bytes);
      }
    }
  });

  it("stay small: 60 bytes a row and 20 kB, packed", async () => {
    for (const { dataset: d, query, rows } of catalog.datasets) {
      for (const { name } of query.files) {
        const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
        const file = await readFile(join(build, d.id, name));
        const packed = brotliCompressSync(file, { params }).length;
        expect(packed, d.id).toBeLessThan(20_000 + 60 * rows.published);
      }
    }
  });
});
