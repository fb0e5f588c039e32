import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type Assessment,
  type Indicator,
  type Measured,
  measuredIn,
} from "#core/assessment/declaration";
import { type Figure, figureKey } from "#core/assessment/figure";
import {
  apart,
  behind,
  cellsSql,
  figureOf,
  figuresSql,
  levels,
  measured,
  monthSql,
  readCell,
  regionField,
} from "#core/assessment/measure";
import { monthsOf, type Period, type Span } from "#core/assessment/period";
import type { Reported } from "#core/assessment/report";
import type { Entry, Measure } from "#core/catalog";
import { rowsView } from "#core/query/query";
import { literal, name } from "#core/query/sql";
import { rollupSql } from "#core/region/rollup";
import { ask } from "./duck.ts";

/** What is measured on a dataset. */
export const measuredOn = (
  a: Assessment,
  { dataset: d }: Entry,
): readonly [string, Measured | Indicator][] =>
  Object.entries(measuredIn(a)).filter(([, i]) => i.dataset === d.id);

/** Makes a table in query form of what is published of a dataset, named as it is. */
export async function loadPublished(duck: DuckDBConnection, e: Entry, out: string): Promise<void> {
  const file = e.downloads.find(({ format }) => format === "parquet");
  if (!file) throw new Error(`${e.dataset.id} has no Parquet file`);
  const path = literal(join(out, e.dataset.id, file.name));
  await duck.run(`CREATE OR REPLACE VIEW published AS FROM read_parquet(${path})`);
  await duck.run(`CREATE TABLE ${name(e.dataset.id)} AS ${rowsView(e.dataset)}`);
}

/** First and last month of the rows that are measured in a period; null where the dataset has none. */
export async function spanOf(
  duck: DuckDBConnection,
  a: Assessment,
  e: Entry,
): Promise<Span | null> {
  const field = timeField(a, e);
  if (!field) return null;
  const month = monthSql(e.dataset, field);
  const [row] = await ask(
    duck,
    `SELECT min(${month}) AS first, max(${month}) AS last FROM ${name(e.dataset.id)}`,
  );
  const { first, last } = row ?? {};
  return first && last ? { first: String(first), last: String(last) } : null;
}

const timeField = (a: Assessment, e: Entry): string | undefined =>
  measuredOn(a, e).find(([, i]) => i.time.rows === "in the period")?.[1].time.field;

/** The figures of every indicator of a dataset, by `figureKey`; a cell without any row is not among them. */
export async function measure(
  duck: DuckDBConnection,
  a: Assessment,
  e: Entry,
  periods: readonly Period[],
): Promise<ReadonlyMap<string, Figure>> {
  const d = measured(a, e.dataset);
  await duck.run(`CREATE OR REPLACE VIEW base AS FROM ${name(d.id)}`);
  const figures = new Map<string, Figure>();
  const alike = Map.groupBy(measuredOn(a, e), ([, i]) => JSON.stringify([i.time, i.where ?? []]));
  for (const same of alike.values())
    for (const level of levels) {
      const [, first] = same[0] as [string, Measured]; // a group is never empty
      const ask = (of: Pick<Measured, "time" | "where">, metrics: readonly string[]) =>
        askCells(duck, cellsSql(d, of, level, periods), figuresSql(d, metrics));
      const own = same.flatMap(([id, i]) => [
        i.metric,
        ...(behind(id) in d.metrics ? [behind(id)] : []),
      ]);
      const values = await ask(first, [...new Set(own)]);
      const left = same.flatMap(([id]) => (apart(id) in d.metrics ? [apart(id)] : []));
      // What is left out fails the conditions on which the value rests.
      const aside = left.length > 0 ? await ask({ time: first.time }, left) : new Map();
      for (const [id, i] of same)
        for (const cell of new Set([...values.keys(), ...aside.keys()])) {
          const { unit, period } = readCell(cell);
          const of = values.get(cell);
          const rows = of?.[behind(id)]?.value ?? undefined;
          const out = aside.get(cell)?.[apart(id)]?.value ?? undefined;
          figures.set(figureKey(period, unit, id), figureOf(d, i, of?.[i.metric], rows, out));
        }
    }
  return figures;
}

type Cells = ReadonlyMap<string, Readonly<Record<string, Measure>>>;

async function askCells(duck: DuckDBConnection, rows: string, figures: string): Promise<Cells> {
  await duck.run(`CREATE OR REPLACE VIEW rows AS ${rows}`);
  const found = await ask(duck, `SELECT x, CAST(figures AS VARCHAR) AS figures FROM (${figures})`);
  return new Map(found.map((r) => [String(r["x"]), JSON.parse(String(r["figures"]))]));
}

/** How far each unit has reported, a prefecture with its counties and a county for itself. */
export async function reportedTo(
  duck: DuckDBConnection,
  a: Assessment,
  e: Entry,
  newest: Period,
): Promise<Readonly<Record<string, Reported>>> {
  const time = timeField(a, e);
  if (!time) return {};
  const [d, region] = [e.dataset, regionField(e.dataset)];
  const month = monthSql(d, time);
  const units = [rollupSql(region), name(region)]
    .map(
      (unit) =>
        `SELECT ${unit} AS unit, ${month} AS month FROM ${name(d.id)} WHERE ${name(region)} IS NOT NULL`,
    )
    .join(" UNION ALL ");
  const found = await ask(
    duck,
    `SELECT unit, max(month) AS last, string_agg(DISTINCT month, ' ') AS months FROM (${units}) GROUP BY unit ORDER BY unit`,
  );
  const isMonthly = d.fields[time]?.kind === "month";
  return Object.fromEntries(
    found.map((r) => {
      const there = String(r["months"]).split(" ");
      const missing = isMonthly ? monthsOf(newest).filter((m) => !there.includes(m)) : [];
      return [String(r["unit"]), { last: String(r["last"]), missing }];
    }),
  );
}
