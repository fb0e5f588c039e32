import { readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import type { Cell, Entry, Measure, Option, Point, Row } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { type Answered, crossfilter } from "#core/query/crossfilter";
import { readCube } from "#core/query/cube";
import { figure, matches, options, ordered, points, searched } from "#core/query/oracle";
import {
  countSql,
  figureSql,
  optionsSql,
  pointsSql,
  rowsSql,
  rowsView,
  toMeasure,
  toOptions,
  toPoints,
} from "#core/query/query";
import { literal } from "#core/query/sql";
import { place } from "#core/query/stored";
import { everything, rangeFields, type View } from "#core/query/view";
import { Answers } from "#islands/answers";
import { ask, openDuck } from "#scripts/lib/duck";
import { findDatasets } from "#scripts/lib/find";
import { build, built, compiled, scratch } from "./scratch.ts";

// Two ways to the same number: DuckDB with the queries of src/core/query/query.ts, and plain JavaScript.
const folder = scratch("query");
const entries: Entry[] = [];
const duckById = new Map<string, DuckDBConnection>();
const rowsById = new Map<string, readonly Row[]>();

const answersById = new Map<string, Answers>();
const cubeOf = ({ dataset: { id }, cube }: Entry) =>
  readCube(JSON.parse(readFileSync(join(outOf(id), id, cube.name), "utf8")));

/** What the explorer asks of DuckDB in the browser, of DuckDB here. */
const engineOf = (duck: DuckDBConnection) => ({
  ask: (sql: string) => ask(duck, sql),
  columns: async (sql: string) => {
    const rows = await ask(duck, sql);
    const names = Object.keys(rows[0] ?? {});
    return Object.fromEntries(names.map((name) => [name, rows.map((row) => Number(row[name]))]));
  },
  text: async (sql: string) =>
    (await ask(duck, sql)).flatMap((row) => Object.values(row).map(String)).join(""),
});

const outOf = (id: string) => (id === "tiny" ? join(folder, "tiny-build") : build);

beforeAll(async () => {
  await cp("tests/fixtures/tiny", join(folder, "data", "tiny"), { recursive: true });
  entries.push(
    ...built().datasets,
    ...(await compiled(join(folder, "data"), outOf("tiny"))).datasets,
  );
  for (const entry of entries) {
    const d = entry.dataset;
    const out = outOf(d.id);
    const duck = await openDuck(join(folder, "spill"));
    const file = literal(
      join(out, d.id, `${d.id}${d.demonstration ? ".DEMONSTRATION" : ""}.parquet`),
    );
    await duck.run(`CREATE TABLE published AS FROM read_parquet(${file})`);
    await duck.run(
      `CREATE TABLE rows AS SELECT row_number() OVER () - 1 AS ${place}, * FROM (${rowsView(d)})`,
    );
    answersById.set(d.id, new Answers(d, cubeOf(entry)));
    const numbers = Object.entries(d.fields).filter(
      ([, f]) => f.kind === "money" || f.kind === "count",
    );
    const doubles = numbers.map(([f]) => `CAST("${f}" AS DOUBLE) AS "${f}"`).join(", ");
    const rows = await ask(duck, `SELECT * ${doubles && `REPLACE (${doubles})`} FROM rows`);
    rowsById.set(
      d.id,
      rows.map((row) => ({ ...row, search: searched(d, row) })),
    );
    duckById.set(d.id, duck);
  }
}, 180_000);

/** Each choice of each filter alone, blanks included, some pairs, and some words. */
function views(entry: Entry, rows: readonly Row[]): readonly View[] {
  const single = entry.dataset.filters.flatMap((f) =>
    (entry.options[f] ?? []).map((o): View => ({ ...everything, choices: { [f]: [o.value] } })),
  );
  const pairs = single.flatMap((a, i) => {
    const b = single[(i * 7 + 3) % single.length];
    return b ? [{ ...everything, choices: { ...a.choices, ...b.choices } }] : [];
  });
  const several = entry.dataset.filters.map((f): View => {
    const values: Cell[] = (entry.options[f] ?? []).slice(0, 3).map((o) => o.value);
    return { ...everything, choices: { [f]: values } };
  });
  const text = [
    ...rows.slice(0, 5).map((r) => String(r["search"]).slice(0, 6)),
    "费 检",
    "'",
    "没有这个词",
    "％",
  ];
  const ranges = rangeFields(entry.dataset).flatMap((f): View[] => {
    const isMoney = entry.dataset.fields[f]?.kind === "money";
    const found = rows.map((r) => r[f] ?? null).filter((c) => c !== null);
    const ends = [...new Set(found)].sort((a, b) => (a < b ? -1 : 1));
    const end = (share: number) => {
      const value = ends[Math.floor((ends.length - 1) * share)] ?? null;
      return isMoney && value !== null ? Number(value) / 100 : value;
    };
    const [low, middle, high] = [end(0.2), end(0.5), end(0.8)];
    return [[low, middle] as const, [null, low] as const, [high, null] as const].map(
      (range, i) => ({
        choices: single[i * 5]?.choices ?? {},
        ranges: { [f]: range },
        text: "",
      }),
    );
  });
  const all = [
    ...ranges,
    ...single,
    ...pairs,
    ...several,
    ...text.map((t): View => ({ ...everything, text: t })),
  ];
  // Of a long list fewer views, spread over all: plain JavaScript reads every row for each.
  const most = Math.min(40, Math.max(8, 50_000 / Math.max(1, rows.length)));
  const every = Math.max(1, all.length / most);
  return [
    everything,
    ...all.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every)),
  ];
}

/** Equal but for the order in which numbers were added up. */
const near = (v: number | null | undefined) =>
  v === null || v === undefined ? v : expect.closeTo(v, Math.abs(v) > 1e6 ? 2 : 6);
const nearly = (m: Measure) => Object.values(m).map(near);
const byKey = (a: { k: string }, b: { k: string }) => (a.k < b.k ? -1 : 1);

/** Holds whatever a cube could answer of a view to plain JavaScript; true where it answered every chart. */
function agree(got: Answered, d: Dataset, rows: readonly Row[], view: View): boolean {
  const at = JSON.stringify(view);
  const kept = rows.filter((r) => matches(d, r, view));
  if (got.count !== null) expect(got.count, at).toBe(kept.length);
  for (const [m, measure] of Object.entries(got.figures))
    if (measure) {
      const js = nearly(figure(d, m, kept));
      expect(Object.values(measure), `${at} ${m}`).toEqual(js);
    }
  got.points.forEach((list, i) => {
    const chart = d.charts[i];
    if (!chart || !list) return;
    const keyed = (ps: readonly Point[]) => ps.map((p) => ({ k: String(p.x), ...p })).sort(byKey);
    const js = keyed(points(d, chart, rows, view)).map(({ k, x, ...m }) => [k, x, ...nearly(m)]);
    const cube = keyed(list).map(({ k, x, ...m }) => [k, x, ...Object.values(m)]);
    expect(cube, `${at} ${chart.id}`).toEqual(js);
  });
  for (const [f, list] of Object.entries(got.options)) {
    if (!list) continue;
    const keyed = (os: readonly Option[]) =>
      os.map((o) => ({ k: String(o.value), ...o })).sort(byKey);
    expect(keyed(list), `${at} ${f}`).toEqual(keyed(options(d, f, rows, view)));
  }
  return got.points.every(Boolean);
}

const ids = [...(await findDatasets("data")).map(({ dataset }) => dataset.id), "tiny"];

describe("DuckDB and plain JavaScript agree", () => {
  it.each(ids)("on every metric, chart, option and row list of %s under many views", async (id) => {
    const entry = entries.find((e) => e.dataset.id === id) as Entry; // compiled above
    const d = entry.dataset;
    const rows = rowsById.get(d.id) ?? [];
    const duck = duckById.get(d.id) as DuckDBConnection; // opened above
    const cube = cubeOf(entry);
    const answers = answersById.get(d.id) as Answers; // made above
    const answered: boolean[] = [];
    for (const view of views(entry, rows)) {
      const kept = rows.filter((r) => matches(d, r, view));
      const at = JSON.stringify(view);
      answered.push(agree(crossfilter(cube, d, view), d, rows, view));
      const whole = await answers.drawn(engineOf(duck), view);
      expect(agree(whole, d, rows, view) && Object.values(whole.options).every(Boolean)).toBe(true);
      const found = await answers.figures((sql) => ask(duck, sql), view, whole);
      agree({ ...whole, figures: found }, d, rows, view);
      expect(Object.values(found).every(Boolean), at).toBe(true);
      const keys = await ask(duck, rowsSql(d, view, [d.key]));
      expect(keys.map((r) => r[d.key]).join("\n"), at).toBe(kept.map((r) => r[d.key]).join("\n"));
      expect(await ask(duck, countSql(d, view)), at).toEqual([{ n: kept.length }]);
      for (const m of Object.keys(d.metrics)) {
        const [answer] = await ask(duck, figureSql(d, m, view));
        const js = nearly(figure(d, m, kept));
        expect(Object.values(toMeasure(answer ?? {})), `${at} ${m}`).toEqual(js);
      }
      for (const chart of d.charts) {
        const sql = toPoints(await ask(duck, pointsSql(d, chart, view)));
        const list = (ps: typeof sql) => ps.map((p) => ({ k: String(p.x), ...p })).sort(byKey);
        const js = list(points(d, chart, rows, view)).map(({ k, x, ...m }) => [k, x, ...nearly(m)]);
        expect(
          list(sql).map(({ k, x, ...m }) => [k, x, ...Object.values(m)]),
          `${at} ${chart.id}`,
        ).toEqual(js);
      }
      for (const f of d.filters) {
        const list = (os: ReturnType<typeof options>) =>
          os.map((o) => ({ k: String(o.value), ...o })).sort(byKey);
        const sql = toOptions(await ask(duck, optionsSql(d, f, view)));
        expect(list(sql), `${at} ${f}`).toEqual(list(options(d, f, rows, view)));
      }
    }
    expect(rows.length).toBeGreaterThan(5);
    // The cube must have answered much of it, or it was not tested.
    expect(answered.filter(Boolean).length).toBeGreaterThan(answered.length / 3);
  });

  it.each(ids)(
    "on any window of %s sorted by any public field, and on which rows stand where",
    async (id) => {
      const { dataset: d } = entries.find((e) => e.dataset.id === id) as Entry; // compiled above
      const rows = rowsById.get(d.id) ?? [];
      const duck = duckById.get(d.id) as DuckDBConnection; // opened above
      const first = d.filters[0] ?? "";
      const some: View = { ...everything, choices: { [first]: [rows[3]?.[first] ?? null] } };
      const fields = publicFields(d);
      const sorts = fields.flatMap((field) => [false, true].map((down) => ({ field, down })));
      for (const [i, sort] of [null, ...sorts].entries()) {
        const view = i % 3 === 0 ? everything : some;
        const list = ordered(
          rows.filter((r) => matches(d, r, view)),
          sort,
        );
        const from = Math.floor((list.length * (i % 5)) / 5);
        const at = JSON.stringify({ view, sort, from });
        const answer = await ask(duck, rowsSql(d, view, [d.key], { sort, from, most: 40 }));
        const expected = list.slice(from, from + 40).map((r) => r[d.key]);
        expect(answer.map((r) => r[d.key]).join("\n"), at).toBe(expected.join("\n"));
        const places = await answersById.get(d.id)?.places(engineOf(duck), view, sort);
        const all = rows.map((r) => r[d.key]);
        const placed = Array.from(places ?? [], (place) => all[place]).join("\n");
        expect(placed, at).toBe(list.map((r) => r[d.key]).join("\n"));
      }
      const answers = answersById.get(d.id) as Answers; // made above
      const key = String(rows[rows.length >> 1]?.[d.key]);
      expect(await answers.placeOf(engineOf(duck), key)).toBe(rows.length >> 1);
      expect(await answers.placeOf(engineOf(duck), "no such row'")).toBeNull();
    },
  );

  it("keeps hostile words and values inside their literals", async () => {
    for (const { dataset: d } of entries) {
      const duck = duckById.get(d.id) as DuckDBConnection; // opened above
      const hostile = "'; DROP TABLE rows; --";
      const first = d.filters[0] ?? "";
      const view: View = { ...everything, choices: { [first]: [hostile] }, text: hostile };
      expect(await ask(duck, rowsSql(d, view, [d.key]))).toEqual([]);
      expect((await ask(duck, "SELECT 1 FROM rows LIMIT 1")).length).toBe(1);
    }
  });

  it("lists the first rows as the JSON download has them", async () => {
    for (const { dataset: d, rows } of entries) {
      const duck = duckById.get(d.id) as DuckDBConnection; // opened above
      const file = d.demonstration ? `${d.id}.DEMONSTRATION.json` : `${d.id}.json`;
      const json: Row[] = JSON.parse(readFileSync(join(outOf(d.id), d.id, file), "utf8"));
      const most = Math.min(5, rows.published);
      const first = json
        .slice(0, most)
        .map((r) => Object.fromEntries(d.table.map((f) => [f, r[f]])));
      expect(await ask(duck, rowsSql(d, everything, d.table, { most }))).toEqual(first);
    }
  });
});

describe("a choice of a region", () => {
  const chosen = (code: string): View => ({ ...everything, choices: { region: [code] } });
  const places = async (view: View) => {
    const { dataset: d } = entries.find((e) => e.dataset.id === "tiny") as Entry; // compiled above
    const duck = duckById.get("tiny") as DuckDBConnection;
    return (await ask(duck, rowsSql(d, view, ["id"]))).map((r) => r["id"]);
  };

  it("has a prefecture's counties in it, and the autonomous region's own level alone", async () => {
    expect(await places(chosen("654200"))).toEqual(["t03", "t04"]);
    expect(await places(chosen("654203"))).toEqual(["t03", "t04"]);
    expect(await places(chosen("650000"))).toEqual(["t05"]);
    expect(await places(chosen("000000"))).toEqual([]);
  });

  it("is offered below its prefecture, blanks last", async () => {
    const entry = entries.find((e) => e.dataset.id === "tiny") as Entry; // compiled above
    expect(entry.options["region"]).toEqual([
      { value: "650100", rows: 2 },
      { value: "653200", rows: 2 },
      { value: "653223", rows: 2 },
      { value: "654200", rows: 2 },
      { value: "654203", rows: 2 },
      { value: "650000", rows: 1 },
      { value: null, rows: 1 },
    ]);
    expect(entry.regions["654200"]?.zh).toBe("塔城地区");
    expect(entry.options["counted"]?.map((o) => o.value)).toEqual([
      "2022-12",
      "2022-11",
      "2022-03",
      "2022-02",
      "2021-12",
      "2021-11",
      null,
    ]);
  });
});
