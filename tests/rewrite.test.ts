import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { csvSql } from "#core/publication/download";
import { rowsView } from "#core/query/query";
import { literal, sqlType } from "#core/query/sql";
import { everything } from "#core/query/view";
import { Cells } from "#scripts/lib/cells";
import { openDuck } from "#scripts/lib/duck";
import { jsonRows } from "#scripts/lib/json-rows";
import { peopleCsv } from "#scripts/lib/people-csv";
import { rewrite } from "#scripts/lib/rewrite";
import { measureFile } from "#scripts/lib/write";
import awards from "../data/subsidy-awards/dataset.ts";
import { startRandom } from "./random.ts";
import { scratch } from "./scratch.ts";

// Two ways to the same files: DuckDB's own writers, and one pass over the bytes of the CSV for machines.
const folder = scratch("rewrite");
const pathOf = (name: string) => join(folder, name);

const share = { kind: "share", optional: true, label: { zh: "比,例", en: '"Share"' } } as const;
const d: Dataset = { ...awards, fields: { ...awards.fields, share } };
const regions = {
  "650100": { zh: "乌鲁木齐市", en: "Ürümqi, the capital" },
  "659001": { zh: "石河子市", en: '=Shihezi "city"' },
};

const texts = [
  ..."=1+1 +1 -1 @A1 ＝1 ＋1 －1 ＠1 000123 0 01 123456789012 123456789012A 12345678901 \\ \\\\u0041".split(
    " ",
  ),
  ...'\t=1 \r=1 a,b a"b "" ," a\nb \n a\r\nb \r \u0001x \u001f x\ty 演示（新疆）商店 𬭎鑫 é👨‍👩‍👧 null \ufeffx \u007f \u2028'.split(
    " ",
  ),
  "",
  " ",
  "x".repeat(3_000_000), // longer than any piece
  null,
];
const random = startRandom(5);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

function cellOf(f: string, i: number): string | number | null {
  const field = d.fields[f];
  switch (field?.kind) {
    case "category":
      return pick([...Object.keys(field.codes), null, "=odd,code"]);
    case "region":
      return pick([...Object.keys(regions), null, "650000"]);
    case "money":
      return pick([null, 0, -0.05, 12700, 9_999_999_999_999.99]);
    case "share":
      return pick([null, 0, 1, 0.1, 1 / 3, 0.00001, 1e-9]);
    case "year":
      return pick([null, 2026]);
    case "count":
      return pick([null, 0, -7, i]);
    case "date":
      return pick([null, "2026-01-31", "1999-12-31"]);
    case "text":
    case "uscc":
      return i < texts.length ? (texts[i] as string | null) : pick(texts.slice(0, -2));
    default:
      return null;
  }
}

let duck: DuckDBConnection;
const rows = 400;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  duck = await openDuck(pathOf("spill"));
  const fields = publicFields(d);
  const columns = fields.map((f) => `"${f}" ${sqlType(d.fields[f] ?? share)}`).join(", ");
  await duck.run(`CREATE TABLE published (${columns})`);
  for (let i = 0; i < rows; i++) {
    const values = fields.map((f) => (f === "source_row" ? i : cellOf(f, i)));
    await duck.run(`INSERT INTO published VALUES (${values.map(literal).join(", ")})`);
  }
  await duck.run(`CREATE VIEW rows AS ${rowsView(d)}`);
  await duck.run(`COPY (FROM published) TO '${pathOf("machine.csv")}' (FORMAT csv, HEADER)`);
});

describe("files made of the CSV for machines", () => {
  it("are what DuckDB would have written, and are measured", async () => {
    const json = await jsonRows(d, pathOf("rows.json"));
    const people = await peopleCsv(d, regions, [
      { lang: "zh", path: pathOf("zh.csv") },
      { lang: "en", path: pathOf("en.csv") },
    ]);
    const cells = new Cells(publicFields(d).length);
    const measured = await rewrite(pathOf("machine.csv"), cells, [json, people]);
    expect([...measured.keys()].sort()).toEqual(
      ["en.csv", "machine.csv", "rows.json", "zh.csv"].map(pathOf),
    );
    for (const [path, file] of measured) expect(file).toEqual(await measureFile(path));

    for (const lang of ["zh", "en"] as const) {
      const sql = csvSql(d, lang, everything, regions);
      await duck.run(`COPY (${sql}) TO '${pathOf("duck.csv")}' (FORMAT csv, HEADER)`);
      const [own, ducks] = [
        await readFile(pathOf(`${lang}.csv`)),
        await readFile(pathOf("duck.csv")),
      ];
      expect(own.equals(ducks), lang).toBe(true);
    }

    await duck.run(`COPY (FROM published) TO '${pathOf("duck.json")}' (FORMAT json, ARRAY true)`);
    const parsed = JSON.parse(await readFile(pathOf("rows.json"), "utf8"));
    expect(parsed).toHaveLength(rows);
    expect(parsed).toEqual(JSON.parse(await readFile(pathOf("duck.json"), "utf8")));
  });
});
