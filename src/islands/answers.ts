import type { Measure } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { type Answered, crossfilter, isOnEdges } from "#core/query/crossfilter";
import { type Cube, cellsSql, isBinned, readCells } from "#core/query/cube";
import {
  type Answer,
  countSql,
  figureSql,
  optionsSql,
  pointsSql,
  toMeasure,
  toOptions,
  toPoints,
} from "#core/query/query";
import { everything, type View } from "#core/query/view";
import { where } from "#core/query/where";

type Ask = (sql: string) => Promise<Answer>;

/** The cube over the rows that meet what it cannot tell apart itself: words, odd amounts, what it has no dimension for. */
type Narrowed = { key: string; cube: Promise<Cube> };

/**
 * Answers views: from the cube at once as far as it goes; of the rest DuckDB adds up the cells of the rows that meet
 * what the cube cannot tell apart, from which the same arithmetic goes on, and is asked itself for what is left.
 */
export class Answers {
  #d: Dataset;
  #cube: Cube;
  #narrowed: Narrowed | null = null;

  constructor(d: Dataset, cube: Cube) {
    this.#d = d;
    this.#cube = cube;
  }

  /** What the cube knows by itself. */
  atOnce = (view: View): Answered => crossfilter(this.#cube, this.#d, view);

  /** Everything that a page draws, by way of DuckDB where the cube is not enough; figures that do not add up come later. */
  async drawn(ask: Ask, view: View): Promise<Answered> {
    const answered = await this.#narrow(ask, view);
    const d = this.#d;
    const options = d.filters.map(async (f) => [
      f,
      answered.options[f] ?? toOptions(await ask(optionsSql(d, f, view))),
    ]);
    const points = d.charts.map(
      async (chart, i) => answered.points[i] ?? toPoints(await ask(pointsSql(d, chart, view))),
    );
    const count = answered.count ?? Number((await ask(countSql(d, view)))[0]?.["n"] ?? 0);
    const known = { count, points: await Promise.all(points) };
    return { ...answered, ...known, options: Object.fromEntries(await Promise.all(options)) };
  }

  /** The figures that an answer lacks. */
  async figures(ask: Ask, view: View, known: Answered): Promise<Answered["figures"]> {
    const missing = Object.keys(known.figures).filter((m) => !known.figures[m]);
    const found = missing.map(async (m): Promise<[string, Measure | null]> => {
      const [row] = await ask(figureSql(this.#d, m, view));
      return [m, row ? toMeasure(row) : null];
    });
    return { ...known.figures, ...Object.fromEntries(await Promise.all(found)) };
  }

  async #narrow(ask: Ask, view: View): Promise<Answered> {
    const [main] = this.#cube.cuboids;
    const { outside, inside } = splitView(this.#d, this.#cube, view);
    if (!main || isEmpty(outside)) return this.atOnce(view);
    const key = JSON.stringify(outside);
    if (this.#narrowed?.key !== key) {
      const sql = cellsSql(this.#d, main.dims, where(this.#d, outside));
      const cube = ask(sql).then((rows) => readCells(this.#d, this.#cube, main.dims, rows));
      this.#narrowed = { key, cube };
      cube.catch(() => {
        if (this.#narrowed?.key === key) this.#narrowed = null;
      });
    }
    const narrowed = crossfilter(await this.#narrowed.cube, this.#d, inside);
    // What is chosen outside the cells is part of every condition there, its own too.
    const own = new Set([...Object.keys(outside.choices), ...Object.keys(outside.ranges)]);
    const points = narrowed.points.map((list, i) => {
      const chart = this.#d.charts[i];
      return chart && "x" in chart && own.has(chart.x) ? null : list;
    });
    const options = Object.entries(narrowed.options).map(([f, list]) => [
      f,
      own.has(f) ? null : list,
    ]);
    return { ...narrowed, points, options: Object.fromEntries(options) };
  }
}

const isEmpty = (view: View): boolean => JSON.stringify(view) === JSON.stringify(everything);

/** A view in two: what the largest cuboid can filter by, and what it cannot. */
export function splitView(d: Dataset, cube: Cube, view: View): { inside: View; outside: View } {
  const dims = cube.cuboids[0]?.dims ?? [];
  const isInside = (f: string) => {
    const range = view.ranges[f];
    return dims.includes(f) && (!range || !isBinned(d, f) || isOnEdges(range));
  };
  const part = <V>(of: Readonly<Record<string, V>>, inside: boolean) =>
    Object.fromEntries(Object.entries(of).filter(([f]) => isInside(f) === inside));
  const filled = Object.fromEntries(Object.entries(view.choices).filter(([, c]) => c.length > 0));
  return {
    inside: { choices: part(filled, true), ranges: part(view.ranges, true), text: "" },
    outside: {
      choices: part(filled, false),
      ranges: part(view.ranges, false),
      text: view.text.trim(),
    },
  };
}
