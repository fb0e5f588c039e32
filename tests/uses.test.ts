import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { checkUses, inOrderOfUse } from "#core/uses";
import { compile } from "#scripts/compile";
import { compiled, scratch } from "./scratch.ts";

const folder = scratch("uses");

/** Writes a dataset of two columns; the second holds what a rule keeps from the public. */
async function declare(data: string, id: string, uses: readonly string[], sql?: string) {
  const label = { zh: "字", en: "word" };
  const text = { kind: "text", label };
  const declaration = {
    id,
    title: label,
    summary: label,
    articles: [36],
    source: { publisher: label, licence: label, received: "2026-01-01" },
    file: { missing: [] },
    uses,
    ...(sql ? { input: { id: text, secret: text } } : {}),
    fields: sql ? { id: text, seen: text } : { id: text, secret: text },
    key: "id",
    privacy: sql ? [] : [{ rule: "drop", field: "secret", because: { article: 36 } }],
    metrics: { rows: { agg: "rows", label } },
    filters: [],
    search: ["id"],
    charts: [],
    table: ["id"],
    row: { title: "id", pages: 10 },
    demonstration: true,
  };
  await mkdir(join(data, id), { recursive: true });
  await writeFile(join(data, id, "dataset.ts"), `export default ${JSON.stringify(declaration)};`);
  await writeFile(join(data, id, "source.csv"), `id,secret\n${id}-1,SECRET\n`);
  if (sql) await writeFile(join(data, id, "prepare.sql"), sql);
}

const rowsIn = async (out: string, id: string) =>
  JSON.parse(await readFile(join(out, id, `${id}.DEMONSTRATION.json`), "utf8"));

describe("a dataset that uses another", () => {
  it("is compiled after it and reads its published rows, and the day of the build", async () => {
    const data = join(folder, "order", "data");
    const sql =
      "CREATE TABLE prepared AS SELECT s.id, s.source_row, concat_ws(' ', u.id, (SELECT string_agg(column_name ORDER BY 1) FROM duckdb_columns() WHERE table_name = 'b_two'), getvariable('today')) AS seen FROM source s, b_two u";
    await declare(data, "a-one", ["b-two"], sql);
    await declare(data, "b-two", []);
    const out = join(folder, "order", "build");
    const catalog = await compiled(data, out);
    expect(catalog.datasets.map(({ dataset }) => dataset.id)).toEqual(["a-one", "b-two"]);
    expect(await rowsIn(out, "a-one")).toEqual([{ id: "a-one-1", seen: "b-two-1 id 2026-01-31" }]);
  });

  it("is refused where they use each other, or where the other is not there", async () => {
    for (const [name, uses, said] of [
      ["circle", ["a"], /uses 绕回自身：“a”、“b”、“a”/],
      ["unknown", ["c"], /“c”不在，现有“a”、“b”/],
    ] as const) {
      const data = join(folder, name, "data");
      await declare(data, "a", ["b"]);
      await declare(data, "b", uses);
      const error = vi.spyOn(console, "error").mockImplementation(() => {});
      expect(await compile({ data, out: join(folder, name, "b"), today: "2026-01-31" })).toBeNull();
      expect(error.mock.calls.join("\n")).toMatch(said);
      error.mockRestore();
    }
  });
});

describe("the order of use", () => {
  const of = (id: string, ...uses: string[]) => ({ dataset: { id, uses } });

  it("keeps the order given where nothing is used", () => {
    const all = [of("a", "d", "c"), of("b"), of("c", "b"), of("d")];
    expect(inOrderOfUse(all).map(({ dataset }) => dataset.id)).toEqual(["d", "b", "c", "a"]);
  });

  it("is told where a circle lies beside the way", () => {
    const all = [of("a", "b"), of("b", "c"), of("c", "b")].map(({ dataset }) => dataset);
    expect(all.map((d) => checkUses(d, all).map(({ code }) => code))).toEqual([
      [],
      ["use circle"],
      ["use circle"],
    ]);
  });
});
