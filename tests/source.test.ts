import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { csvColumns } from "#scripts/lib/csv";
import { ask, openDuck } from "#scripts/lib/duck";
import { Lines } from "#scripts/lib/lines";
import { Source } from "#scripts/lib/source";
import tiny from "./fixtures/tiny/dataset.ts";
import { scratch } from "./scratch.ts";

const folder = scratch("source");
const found = { id: tiny.id, dir: folder, dataset: tiny };

beforeAll(() => mkdir(folder, { recursive: true }));

it("loads checked rows in their order, however many parts they come in", async () => {
  const source = await Source.open(found, folder);
  afterAll(() => source.close());
  const columns = csvColumns(tiny);
  const line = (i: number) => {
    const cells = { source_row: `${i + 2}`, id: `k${i}`, place: `"市场 ""${i}"",\n东门"` };
    return `${columns.map((c) => cells[c as keyof typeof cells] ?? "").join(",")}\n`;
  };
  const [rows, together] = [300_000, 1000];
  for (let from = 0; from < rows; from += together) {
    const lines = Array.from({ length: together }, (_, i) => line(from + i));
    await source.add(lines.join(""));
  }
  await source.end();
  const [duck] = source.ducks;
  const counted = await ask(
    duck,
    `SELECT count(*)::INTEGER AS n, bool_and(source_row = nth + 1 AND id = 'k' || (nth - 1)) AS same, min(place) AS place, count(paid)::INTEGER AS paid
     FROM (SELECT *, row_number() OVER () AS nth FROM source)`,
  );
  expect(counted).toEqual([{ n: rows, same: "true", place: '市场 "0",\n东门', paid: 0 }]);
  expect((await readdir(folder)).filter((f) => f.endsWith(".csv"))).toEqual([]);
});

it("says what DuckDB could not load", async () => {
  const source = await Source.open(found, folder);
  afterAll(() => source.close());
  await source.add("not a number\n");
  await expect(source.end()).rejects.toThrow(/Could not convert|Expected/);
});

it("goes through the rows of a query line by line, across every piece of the file", async () => {
  const duck = await openDuck(join(folder, "spill"));
  const path = join(folder, "lines.tmp");
  // Texts of every length up to one that is longer than two pieces.
  const sql =
    "SELECT i, to_json(repeat(CASE WHEN i % 2 = 0 THEN '文' ELSE e'\\t\\n' END, CASE WHEN i = 700 THEN 1500000 ELSE i END)) FROM range(1000) t(i) ORDER BY i";
  const lines = await Lines.of(duck, sql, path);
  let i = 0;
  while (await lines.next()) {
    expect(lines.take()).toBe(`${i}`);
    const json = lines.bytes.toString("utf8", lines.from, lines.to);
    const times = i === 700 ? 1_500_000 : i;
    if (JSON.parse(json) !== (i % 2 === 0 ? "文" : "\t\n").repeat(times)) expect(i).toBe("sound");
    i += 1;
  }
  expect(i).toBe(1000);
  await lines.close();
  expect((await readdir(folder)).includes("lines.tmp")).toBe(false);
  duck.closeSync();
});
