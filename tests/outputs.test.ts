import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { NameShard, OrganisationShard, Row } from "#core/catalog";
import { type Entry, type Groups, headRows, type Measure } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { shardNames, shardOf } from "#core/publication/shard";
import { fold } from "#core/query/fold";
import { figure } from "#core/query/oracle";
import { prefectureOf } from "#core/region/rollup";
import { build, built } from "./scratch.ts";

const out = build;
const catalog = built();

const read = async <T>(...path: string[]): Promise<T> =>
  JSON.parse(await readFile(join(out, ...path), "utf8"));
const rowsOf = ({ dataset: d, downloads }: Entry) =>
  read<Row[]>(d.id, downloads.find(({ format }) => format === "json")?.name ?? "");

/** A row of the JSON download as the oracle takes it: money in fen. */
const inFen = (d: Dataset, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([f, v]) =>
      d.fields[f]?.kind === "money" && v !== null ? [f, Math.round(Number(v) * 100)] : [f, v],
    ),
  );

const figuresOf = (d: Dataset, metrics: readonly string[], rows: readonly Row[]) =>
  Object.fromEntries(
    metrics.map((m) => {
      const measure = figure(
        d,
        m,
        rows.map((r) => inFen(d, r)),
      );
      const near = Object.entries(measure).map(([k, v]) => [
        k,
        v === null ? null : expect.closeTo(v, 6),
      ]);
      return [m, Object.fromEntries(near) as Measure];
    }),
  );

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe("what pages read instead of a download", () => {
  it("has the first rows of every dataset as its JSON has them", async () => {
    for (const entry of catalog.datasets) {
      const head = await read<Row[]>(entry.dataset.id, "head.json");
      expect(head).toEqual((await rowsOf(entry)).slice(0, headRows));
    }
  });

  it("has the figures and the first rows of each group", async () => {
    let groups = 0;
    for (const entry of catalog.datasets) {
      const d = entry.dataset;
      for (const { by, of, order, top } of d.groups ?? []) {
        const groupOf = (r: Row) =>
          d.fields[by]?.kind === "region" ? prefectureOf(String(r[by])) : String(r[by]);
        const rows = (await rowsOf(entry)).filter((r) => r[by] !== null);
        const found = await read<Groups>(d.id, "groups", `${by}.json`);
        expect(Object.keys(found).sort()).toEqual([...new Set(rows.map(groupOf))].sort());
        for (const [value, group] of Object.entries(found)) {
          const own = rows.filter((r) => groupOf(r) === value);
          expect(group.figures).toEqual(figuresOf(d, of, own));
          const sorted = own.sort(
            (a, b) =>
              Number(b[order]) - Number(a[order]) || byText(String(a[d.key]), String(b[d.key])),
          );
          expect(group.rows).toEqual(sorted.slice(0, top));
          groups++;
        }
      }
    }
    expect(groups).toBeGreaterThan(10);
  });
});

describe("the organisations of a dataset", () => {
  it("are all there, each in the shard of its code, with its figures and rows", async () => {
    for (const entry of catalog.datasets) {
      const { dataset: d, organisations } = entry;
      const o = d.organisations;
      expect(organisations === null).toBe(o === undefined);
      if (!o) continue;
      const files = await readdir(join(out, d.id, "organisations"));
      expect(files.filter((f) => f !== "names").sort()).toEqual(shardNames.map((s) => `${s}.json`));
      const rows = (await rowsOf(entry)).filter((r) =>
        o.where.is.includes(String(r[o.where.field])),
      );
      const codes = new Set(rows.map((r) => r[o.uscc]));
      let count = 0;
      for (const shard of shardNames) {
        const found = await read<OrganisationShard>(d.id, "organisations", `${shard}.json`);
        for (const [code, { name, figures, rows: listed }] of Object.entries(found)) {
          expect(shardOf(code)).toBe(shard);
          expect(codes.has(code)).toBe(true);
          const own = rows
            .filter((r) => r[o.uscc] === code)
            .sort(
              (a, b) =>
                byText(String(a[o.on]), String(b[o.on])) ||
                byText(String(a[d.key]), String(b[d.key])),
            );
          const shown = [d.key, "prog_id", ...o.table];
          expect(listed.map((row) => Object.keys(row).sort())).toEqual(own.map(() => shown.sort()));
          expect(own.map((row, i) => ({ ...row, ...listed[i] }))).toEqual(own);
          expect(name).toBe(own.at(-1)?.[o.name]);
          expect(figures).toEqual(figuresOf(d, o.of, own));
          count++;
        }
      }
      expect([count, organisations?.count]).toEqual([codes.size, codes.size]);
    }
  });

  it("never include an individual business, whose name may be a person’s", async () => {
    for (const entry of catalog.datasets.filter((e) => e.organisations)) {
      const d = entry.dataset;
      const people = (await rowsOf(entry)).filter((r) => r["subject_type"] === "个体工商户");
      expect(people.length).toBeGreaterThan(0);
      const all = shardNames.map((s) =>
        read<OrganisationShard>(d.id, "organisations", `${s}.json`),
      );
      const codes = new Set((await Promise.all(all)).flatMap((found) => Object.keys(found)));
      expect(people.filter((person) => codes.has(String(person["uscc"])))).toEqual([]);
    }
  });

  it("are found by their full name, however wide it is written", async () => {
    for (const entry of catalog.datasets) {
      const { dataset: d } = entry;
      const o = d.organisations;
      if (!o) continue;
      for (const row of (await rowsOf(entry)).slice(0, 300)) {
        const typed = String(row[o.name]).replaceAll("（", "(").replaceAll("）", ")");
        const shard = shardOf(fold(typed));
        const names = await read<NameShard>(d.id, "organisations", "names", `${shard}.json`);
        const codes = names[fold(typed)] ?? [];
        const isListed = o.where.is.includes(String(row[o.where.field]));
        if (isListed) expect(codes).toContain(row[o.uscc]);
        else expect(codes).not.toContain(row[o.uscc]);
      }
    }
  });
});
