import type { Measure, RegionNames } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import type { Lang } from "#core/language";
import { csvSql, filteredName } from "#core/publication/download";
import { codedSql, rowCube } from "#core/query/coded";
import { type Answered, crossfilter } from "#core/query/crossfilter";
import type { Cube } from "#core/query/cube";
import { keptCells, ofWords } from "#core/query/kept-cells";
import { orderSql } from "#core/query/order";
import {
  cells,
  countSql,
  figureSql,
  figuresSql,
  optionsSql,
  pointsSql,
  toFigures,
  toMeasure,
  toOptions,
  toPoints,
} from "#core/query/query";
import { literal, name } from "#core/query/sql";
import { type Display, everything, type View } from "#core/query/view";
import type { Engine } from "./engine.ts";
import { Finder, placeAs } from "./finder.ts";

/** Enough for a browser to see that a loop is worth its while. */
const warmCells = 100_000;

type Asked = Pick<Engine, "ask" | "columns" | "text">;

/**
 * Answers views that the cube cannot from one that has every row as a cell of its own. What no cube can tell, as words and
 * odd amounts, DuckDB looks up once; the same arithmetic goes on from there.
 */
export class Answers {
  #d: Dataset;
  #cube: Cube;
  #rows: Promise<Cube> | null = null;
  #finder: Finder;
  #sorted: { key: string; places: Promise<Int32Array> } | null = null;

  constructor(d: Dataset, cube: Cube) {
    this.#d = d;
    this.#cube = cube;
    this.#finder = new Finder(d);
  }

  /** Has the rows coded before they are needed, and with all files there the texts read that are searched. */
  async prepare(engine: Asked, all: boolean): Promise<void> {
    const rows = await this.#rowsOf(engine);
    if (!all) return;
    await this.#finder.textsOf(engine, rows);
    this.#warm(rows);
  }

  /** What has not run yet runs slowly: over a part of the rows before anyone waits for all of them. */
  #warm({ values, cuboids: [whole] }: Cube): void {
    if (!whole) return;
    const part = { ...whole, cells: Math.min(whole.cells, warmCells) };
    const found = new Map([[ofWords, new Uint8Array(part.cells).fill(1)]]);
    crossfilter({ values, cuboids: [part] }, this.#d, { ...everything, text: "-" }, found);
  }

  #rowsOf(engine: Asked): Promise<Cube> {
    this.#rows ??= engine
      .columns(codedSql(this.#d, this.#cube.values))
      .then((columns) => rowCube(this.#d, this.#cube.values, columns));
    this.#rows.catch(() => {
      this.#rows = null;
    });
    return this.#rows;
  }

  /** Everything that a page draws; figures that do not add up come later. */
  async drawn(engine: Asked, view: View): Promise<Answered> {
    const d = this.#d;
    const { ask } = engine;
    const rows = await this.#rowsOf(engine);
    const answered = crossfilter(rows, d, view, await this.#finder.find(engine, rows, view));
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
  async figures(ask: Engine["ask"], view: View, known: Answered): Promise<Answered["figures"]> {
    const d = this.#d;
    const missing = Object.keys(known.figures).filter((m) => !known.figures[m]);
    const isTop = (m: string) => d.metrics[m]?.agg === "top";
    const plain = missing.filter((m) => !isTop(m));
    const found: Record<string, Measure | null> = {};
    if (plain.length > 0)
      Object.assign(found, toFigures(plain, (await ask(figuresSql(d, plain, view)))[0] ?? {}));
    for (const m of missing.filter(isTop)) {
      const [row] = await ask(figureSql(d, m, view));
      found[m] = row ? toMeasure(row) : null;
    }
    return { ...known.figures, ...found };
  }

  /** A CSV file of the rows of a view, as a download. */
  async csv(
    engine: Pick<Engine, "csv">,
    { view, lang, regions, rows }: { view: View; lang: Lang; regions: RegionNames; rows: number },
  ) {
    const bytes = await engine.csv(csvSql(this.#d, lang, view, regions));
    return { bytes, name: filteredName(this.#d, lang, rows) };
  }

  /** Some rows by their places, with every public field. */
  rowsAt = (engine: Pick<Engine, "rowsAt">, places: Int32Array) =>
    engine.rowsAt(cells(this.#d, publicFields(this.#d)), places);

  /** The places of the rows of a view, in the order of a list. */
  async places(engine: Asked, view: View, sort: Display["sort"]): Promise<Int32Array> {
    const rows = await this.#rowsOf(engine);
    const kept = keptCells(rows, this.#d, view, await this.#finder.find(engine, rows, view));
    if (!kept || !sort) return kept ?? new Int32Array();
    const sorted = await this.#sortedBy(engine, sort);
    if (kept.length === sorted.length) return sorted;
    const isKept = new Uint8Array(sorted.length);
    for (const at of kept) isKept[at] = 1;
    return sorted.filter((at) => isKept[at]);
  }

  /** The place of a row by its key; null where no row has it. */
  async placeOf(engine: Asked, key: string): Promise<number | null> {
    const { at } = await engine.columns(
      `SELECT ${placeAs("at")} FROM rows WHERE ${name(this.#d.key)} = ${literal(key)} LIMIT 1`,
    );
    return at?.[0] ?? null;
  }

  #sortedBy(engine: Asked, sort: NonNullable<Display["sort"]>): Promise<Int32Array> {
    const key = JSON.stringify(sort);
    if (this.#sorted?.key === key) return this.#sorted.places;
    const sql = `SELECT ${placeAs("at")} FROM rows ORDER BY ${orderSql(this.#d, sort)}`;
    const places = engine.columns(sql).then(({ at = [] }) => Int32Array.from(at));
    this.#sorted = { key, places };
    places.catch(() => {
      if (this.#sorted?.key === key) this.#sorted = null;
    });
    return places;
  }
}
