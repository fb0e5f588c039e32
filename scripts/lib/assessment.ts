import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { boardOf } from "#core/assessment/board";
import { checkAssessment } from "#core/assessment/check";
import { type Assessment, measuredIn } from "#core/assessment/declaration";
import { type Figure, type Figures, figureKey } from "#core/assessment/figure";
import { allUnits, groups, unitsOf } from "#core/assessment/group";
import { type Period, periodsOf, reachesBack, type Span } from "#core/assessment/period";
import { assessmentFile, type Report } from "#core/assessment/report";
import { figureTable } from "#core/assessment/table";
import type { Download, Entry } from "#core/catalog";
import { problem } from "#core/problem/problem";
import { openDuck } from "./duck.ts";
import { ProblemError } from "./find.ts";
import { loadPublished, measure, measuredOn, reportedTo, spanOf } from "./measure.ts";
import { readTargets } from "./targets.ts";
import { measureFile } from "./write.ts";

type Under = { data: string; out: string; tmp: string; entries: readonly Entry[] };

/** Measures and compares every unit from the published rows; null where the data folder declares no assessment. */
export async function writeAssessment(under: Under): Promise<readonly Download[] | null> {
  const path = join(under.data, "assessment.ts");
  if (!existsSync(path)) return null;
  const a = await load(path);
  const datasets = under.entries.map((e) => e.dataset);
  const faults = checkAssessment(a, datasets);
  if (faults.length > 0) throw wrong(path, faults);
  const targets = await readTargets(join(under.data, "targets.csv"), a, datasets);
  return write(under.out, { ...(await report(a, under)), targets });
}

const wrong = (path: string, reasons: readonly string[]) =>
  new ProblemError(
    path,
    reasons.map((reason) => problem("bad assessment", { reason })),
  );

async function load(path: string): Promise<Assessment> {
  const module = await import(pathToFileURL(resolve(path)).href).catch((error: unknown) => {
    throw wrong(path, [error instanceof Error ? error.message : String(error)]);
  });
  return module.default; // what defineAssessment returned
}

/** Every figure and every board. */
async function report(
  a: Assessment,
  { out, tmp, entries }: Under,
): Promise<Omit<Report, "targets">> {
  const used = entries.filter((e) => measuredOn(a, e).length > 0);
  const duck = await openDuck(join(tmp, "spill"));
  try {
    const spans: Record<string, Span> = {};
    for (const e of used) {
      await loadPublished(duck, e, out);
      const span = await spanOf(duck, a, e);
      if (span) spans[e.dataset.id] = span;
    }
    const periods = periodsOf(Object.values(spans));
    const newest = periods.at(-1);
    const cells = new Map<string, Figure>();
    const reported: Record<string, Report["reported"][string]> = {};
    if (newest)
      for (const e of used) {
        for (const [key, f] of await measure(duck, a, e, periods)) cells.set(key, f);
        if (spans[e.dataset.id]) reported[e.dataset.id] = await reportedTo(duck, a, e, newest);
      }
    const published = new Set(used.map((e) => e.dataset.id));
    const figures = byPeriod(periods, (p) =>
      Object.fromEntries(allUnits.map((u) => [u, figuresOf(a, p, u, { cells, spans, published })])),
    );
    const boards = byPeriod(periods, ({ id }) => {
      const board = (codes: readonly string[]) =>
        boardOf(a, Object.fromEntries(codes.map((u) => [u, figures[id]?.[u] ?? {}])));
      const made = groups.map((g) => [g, board(unitsOf(g))] as const);
      return Object.fromEntries(made) as Report["boards"][string]; // one for every group
    });
    const demonstration = used.some((e) => e.dataset.demonstration);
    return { declaration: a, periods, demonstration, spans, figures, boards, reported };
  } finally {
    duck.closeSync();
  }
}

const byPeriod = <T>(periods: readonly Period[], of: (p: Period) => T): Record<string, T> =>
  Object.fromEntries(periods.map((p) => [p.id, of(p)]));

type Known = {
  cells: ReadonlyMap<string, Figure>;
  spans: Readonly<Record<string, Span>>;
  published: ReadonlySet<string>;
};

/** The figures of a unit; where there is none, why. */
function figuresOf(a: Assessment, p: Period, unit: string, known: Known): Figures {
  const all = measuredIn(a);
  const figure = (id: string): Figure => {
    const i = all[id];
    if (!i || !known.published.has(i.dataset)) return { value: null, why: "unpublished" };
    const span = known.spans[i.dataset];
    if (i.time.rows === "in the period" && span && !reachesBack(span, p))
      return { value: null, why: "early" };
    return known.cells.get(figureKey(p.id, unit, id)) ?? { value: null, why: "none" };
  };
  return Object.fromEntries(Object.keys(all).map((id) => [id, figure(id)]));
}

/** A score needs no more than six decimals; a long row of digits would look like somebody's number. */
const rounded = (_: string, v: unknown): unknown =>
  typeof v === "number" ? Number(v.toFixed(6)) : v;

/** Writes what the pages read, and the figures as a table for who wants to compute them again. */
async function write(out: string, r: Report): Promise<readonly Download[]> {
  const folder = join(out, "assessment");
  await mkdir(folder, { recursive: true });
  const table = figureTable(r);
  const files = [
    { format: "json", text: `${JSON.stringify(r, rounded)}\n`, rows: 0 },
    { format: "machine-csv", text: table.text, rows: table.rows },
  ] as const;
  return Promise.all(
    files.map(async ({ format, text, rows }): Promise<Download> => {
      const file = assessmentFile(format === "json" ? "json" : "csv", r.demonstration);
      await writeFile(join(folder, file), text);
      return { name: file, format, rows, ...(await measureFile(join(folder, file))) };
    }),
  );
}
