import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Board } from "#core/assessment/board";
import {
  type Indicator,
  indicatorsOf,
  type Measured,
  measuredIn,
} from "#core/assessment/declaration";
import { allUnits, groups, unitsOf } from "#core/assessment/group";
import { monthsOf, periodsOf } from "#core/assessment/period";
import type { Report } from "#core/assessment/report";
import type { Entry, Row } from "#core/catalog";
import { figure } from "#core/query/oracle";
import { prefectureOf } from "#core/region/rollup";
import { compile } from "#scripts/compile";
import declared from "../../data/assessment.ts";
import { build, built, scratch } from "../scratch.ts";

describe("periods", () => {
  const span = (first: string, last: string) => ({ first, last });
  it("are the same months of every year, up to where every dataset reaches", () => {
    const found = periodsOf([span("2024-10", "2026-10"), span("2025-01", "2026-09")]);
    expect(found).toEqual([
      { id: "2025", from: "2025-01", to: "2025-09" },
      { id: "2026", from: "2026-01", to: "2026-09" },
    ]);
    expect(monthsOf({ id: "2026", from: "2026-01", to: "2026-03" })).toEqual([
      "2026-01",
      "2026-02",
      "2026-03",
    ]);
    expect(periodsOf([])).toEqual([]);
  });
});

const entriesOf = (r: Report): [string, Measured | Indicator][] =>
  Object.entries(measuredIn(r.declaration));

/** A second way to every figure: plain JavaScript over the JSON downloads. */
describe("the figures", () => {
  let report: Report;
  const rowsById = new Map<string, readonly Row[]>();
  let entries: readonly Entry[] = [];
  beforeAll(async () => {
    const catalog = built();
    entries = catalog.datasets;
    const file = catalog.assessment?.find(({ format }) => format === "json")?.name ?? "";
    report = JSON.parse(await readFile(join(build, "assessment", file), "utf8"));
    for (const { dataset: d, downloads } of entries) {
      const json = downloads.find(({ format }) => format === "json")?.name ?? "";
      const money = Object.keys(d.fields).filter((f) => d.fields[f]?.kind === "money");
      const rows: Row[] = JSON.parse(await readFile(join(build, d.id, json), "utf8"));
      const fen = (r: Row) => money.map((f) => [f, Math.round(Number(r[f] ?? 0) * 100)]);
      rowsById.set(
        d.id,
        rows.map((r) => ({ ...r, ...Object.fromEntries(fen(r)) })),
      );
    }
  });

  const units = ["650100", "652300", "654300", "654200", "659002", "659009", "652301", "652302"];
  it.each(units)("of %s are those of a second way", (unit) => {
    for (const p of report.periods)
      for (const [id, i] of entriesOf(report)) {
        const d = entries.find((e) => e.dataset.id === i.dataset)?.dataset;
        if (!d) continue;
        const isCounty = prefectureOf(unit) !== unit;
        const month = (r: Row) => String(r[i.time.field] ?? "9999").slice(0, 7);
        const inTime = (rowsById.get(d.id) ?? []).filter(
          (r) =>
            (isCounty
              ? r["region"] === unit
              : r["region"] && prefectureOf(String(r["region"])) === unit) &&
            month(r) <= p.to &&
            month(r) >=
              { "in the period": p.from, "in its last month": p.to, "until its end": "" }[
                i.time.rows
              ],
        );
        const rows = inTime.filter((r) =>
          (i.where ?? []).every((w) => w.is.includes(String(r[w.field]))),
        );
        const m = figure(d, i.metric, rows);
        const f = report.figures[p.id]?.[unit]?.[id];
        const at = `${p.id} ${unit} ${id}`;
        const first = report.spans[d.id]?.first ?? "";
        if (i.time.rows === "in the period" && first > p.from) {
          expect(f, at).toEqual({ value: null, why: "early" });
          continue;
        }
        const metric = d.metrics[i.metric];
        const counted = (r: Row) =>
          (!metric || !("of" in metric) || r[String(metric.of)] !== null) &&
          (metric && "where" in metric ? (metric.where ?? []) : []).every((w) =>
            w.is.includes(String(r[w.field])),
          );
        const behind = metric?.agg === "ratio" ? (m.per ?? 0) : rows.filter(counted).length;
        expect(f?.value === null, at).toBe(
          m.value === null || behind === 0 || behind < ("least" in i ? i.least : 0),
        );
        if (typeof f?.value === "number") {
          expect(f.value, at).toBeCloseTo(m.value ?? Number.NaN, 5);
          if ("least" in i) expect(f.per ?? f.n, at).toBeCloseTo(behind, 4);
          if (metric?.agg === "ratio") expect(f.of, at).toBeCloseTo(m.of ?? Number.NaN, 4);
        }
        if ("leftOut" in i && i.leftOut) {
          const left = figure({ ...d, metrics: { left: i.leftOut.of } }, "left", inTime).value;
          expect(f?.leftOut ?? 0, at).toBe(left ?? 0);
        }
      }
  });

  it("leave no unit out, and say of each that is not ranked what it lacks", () => {
    for (const p of report.periods) {
      expect(Object.keys(report.figures[p.id] ?? {})).toEqual([...allUnits].sort());
      for (const g of groups) {
        const board = report.boards[p.id]?.[g] as Board; // one for every group
        expect(Object.keys(board.standings)).toEqual(unitsOf(g));
        for (const s of Object.values(board.standings)) {
          expect(s.rank === null).toBe(board.compared.length === 0 || s.missing.length > 0);
          for (const pillar of s.missing) {
            const ids = indicatorsOf(report.declaration, pillar);
            const there = ids.filter((id) => s.scores[id] !== null).length;
            expect(there * 3).toBeLessThan(ids.length * 2);
          }
        }
      }
    }
  });
});

describe("compile", () => {
  const folder = scratch("assessment");
  const data = join(folder, "data");
  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(data, { recursive: true });
    for (const id of ["complaints", "fees"])
      await cp(join("data", id), join(data, id), { recursive: true });
    // A few regions are enough here.
    const path = join(data, "complaints", "source.csv");
    const [head, ...rows] = (await readFile(path, "utf8")).split("\n");
    const some = rows.filter((row) => /^[\d-]+,(?:6502|6504|6590)/.test(row));
    await writeFile(path, `${[head, ...some].join("\n")}\n`);
  });
  afterAll(() => vi.restoreAllMocks());
  const run = (out: string) => compile({ data, out: join(folder, out), today: "2026-11-27" });

  it("writes no assessment where none is declared", async () => {
    expect((await run("none"))?.assessment).toBeNull();
  });

  it("writes the same bytes twice, and says which datasets are not published", async () => {
    await cp("data/assessment.ts", join(data, "assessment.ts"));
    const [one, two] = [await run("one"), await run("two")];
    expect(one?.assessment?.map((f) => f.name)).toEqual([
      "assessment.DEMONSTRATION.json",
      "assessment.DEMONSTRATION.csv",
    ]);
    expect(two?.assessment).toEqual(one?.assessment);
    const text = await readFile(
      join(folder, "one/assessment/assessment.DEMONSTRATION.json"),
      "utf8",
    );
    const report: Report = JSON.parse(text);
    expect(report.figures["2026"]?.["650100"]?.["on_time"]).toEqual({
      value: null,
      why: "unpublished",
    });
    expect(report.declaration).toEqual(JSON.parse(JSON.stringify(declared)));
  });

  it("publishes nothing where the declaration does not hold together", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const text = await readFile("data/assessment.ts", "utf8");
    await writeFile(
      join(data, "assessment.ts"),
      text.replace('metric: "effective"', 'metric: "speed"'),
    );
    // A module is read once; another name is another module.
    const other = join(folder, "other");
    await cp(data, other, { recursive: true });
    expect(
      await compile({ data: other, out: join(folder, "bad"), today: "2026-11-27" }),
    ).toBeNull();
    expect(said.mock.calls.join("\n")).toMatch(/assessment\.ts.*no metric speed in complaints/);
  });
});
