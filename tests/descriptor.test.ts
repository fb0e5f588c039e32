import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { literal } from "#core/query/sql";
import { ask, openDuck } from "#scripts/lib/duck";
import { build, built, scratch } from "./scratch.ts";

const folder = scratch("descriptor");
const out = build;
const catalog = built();

type Package = {
  name: string;
  resources: {
    name: string;
    path: string;
    bytes: number;
    hash: string;
    schema?: {
      fields: { name: string; constraints: { required?: true; enum?: readonly string[] } }[];
      primaryKey: string;
    };
  }[];
};

describe("datapackage.json", () => {
  it("describes every file for machines, with its size, hash and fields", async () => {
    for (const { dataset: d, downloads } of catalog.datasets) {
      const text = await readFile(join(out, d.id, "datapackage.json"), "utf8");
      const { name, resources } = JSON.parse(text) as Package; // what dataPackage writes
      expect(name).toBe(d.id);
      expect(resources).toHaveLength(3);
      for (const r of resources) {
        expect(r.name).toMatch(/^[-a-z0-9._/]+$/);
        const file = downloads.find((f) => f.name === r.path);
        expect([r.bytes, r.hash]).toEqual([file?.bytes, `sha256:${file?.sha256}`]);
        if (r.schema) {
          expect(r.schema.fields.map((f) => f.name)).toEqual(Object.keys(d.fields));
          expect(r.schema.primaryKey).toBe(d.key);
        }
      }
      expect(text).not.toMatch(/"(?:owner|contact)"/);
    }
  });

  it("holds for every row: what is required is there, and what is listed is among the codes", async () => {
    const duck = await openDuck(join(folder, "spill"));
    for (const { dataset: d, downloads } of catalog.datasets) {
      const { resources } = JSON.parse(
        await readFile(join(out, d.id, "datapackage.json"), "utf8"),
      ) as Package; // what dataPackage writes
      const file = downloads.find(({ format }) => format === "parquet")?.name ?? "";
      for (const { name, constraints } of resources.find((r) => r.schema)?.schema?.fields ?? []) {
        const list = (constraints.enum ?? []).map(literal).join(", ");
        const faults = [
          ...(constraints.required ? [`"${name}" IS NULL`] : []),
          ...(list ? [`"${name}" NOT IN (${list})`] : []),
        ];
        if (faults.length === 0) continue;
        const sql = `SELECT "${name}" AS v FROM read_parquet(${literal(join(out, d.id, file))}) WHERE ${faults.join(" OR ")} LIMIT 1`;
        expect([d.id, name, await ask(duck, sql)]).toEqual([d.id, name, []]);
      }
    }
  });

  it("belongs to files that hold the same rows: CSV = Parquet = JSON", async () => {
    const duck = await openDuck(join(folder, "spill"));
    for (const { dataset: d, downloads, rows } of catalog.datasets) {
      const path = (format: string) =>
        literal(join(out, d.id, downloads.find((f) => f.format === format)?.name ?? ""));
      await duck.run(`CREATE OR REPLACE TABLE p AS FROM read_parquet(${path("parquet")})`);
      const columns = Object.keys(d.fields);
      const text = columns.map((c) => `CAST("${c}" AS VARCHAR) AS "${c}"`).join(", ");
      const parquet = await ask(duck, `SELECT ${text} FROM p`);
      const csv = await ask(
        duck,
        `FROM read_csv(${path("machine-csv")}, header = true, all_varchar = true)`,
      );
      expect(csv).toEqual(parquet);
      const types = await ask(duck, "SELECT column_name AS c, column_type AS t FROM (DESCRIBE p)");
      const typed = types.map((r) => `${r["c"]}: '${r["t"]}'`).join(", ");
      const json = await ask(
        duck,
        `SELECT ${text} FROM read_json(${path("json")}, columns = {${typed}})`,
      );
      expect(json).toEqual(parquet);
      expect(parquet).toHaveLength(rows.published);
    }
  });
});
