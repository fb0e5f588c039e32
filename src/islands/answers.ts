import type { Cell, Measure, RegionNames } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import type { Lang } from "#core/language";
import { csvSql, filteredName } from "#core/publication/download";
import { codedSql, rowCube } from "#core/query/coded";
import {
  type Answered,
  crossfilter,
  type Found,
  keptCells,
  notInCube,
  ofWords,
} from "#core/query/crossfilter";
import type { Cube } from "#core/query/cube";
import { wordPattern } from "#core/query/fold";
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
import { place } from "#core/query/stored";
import { type Display, type View, words } from "#core/query/view";
import { conditions, hasWord, isPlainText, searchedFields, wordSql } from "#core/query/where";
import type { Engine } from "./engine.ts";
import { Texts } from "./texts.ts";

type Asked = Pick<Engine, "ask" | "columns" | "texts">;

/** So many conditions that DuckDB has looked up are kept. */
const mostFound = 8;

/**
 * Answers views that the cube cannot from one that has every row as a cell of its own. What no cube can tell, as words and
 * odd amounts, DuckDB looks up once; the same arithmetic goes on from there.
 */
export class Answers {
  #d: Dataset;
  #cube: Cube;
  #rows: Promise<Cube> | null = null;
  #texts: Promise<ReadonlyMap<string, Texts>> | null = null;
  #found = new Map<string, Promise<Uint8Array>>();
  #sorted: { key: string; places: Promise<Int32Array> } | null = null;

  constructor(d: Dataset, cube: Cube) {
    this.#d = d;
    this.#cube = cube;
  }

  /** Has the rows coded before they are needed, and with all files there the texts read that are searched. */
  async prepare(engine: Asked, all: boolean): Promise<void> {
    await (all ? this.#textsOf(engine) : this.#rowsOf(engine));
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

  #textsOf(engine: Asked): Promise<ReadonlyMap<string, Texts>> {
    this.#texts ??= this.#readTexts(engine);
    this.#texts.catch(() => {
      this.#texts = null;
    });
    return this.#texts;
  }

  async #readTexts(engine: Asked): Promise<ReadonlyMap<string, Texts>> {
    const rows = await this.#rowsOf(engine);
    const texts = new Map<string, Texts>();
    for (const f of searchedFields(this.#d))
      if (isPlainText(this.#d, f) && !rows.values[f])
        texts.set(f, await Texts.read(engine, f, noCell(rows).length));
    return texts;
  }

  /** Everything that a page draws; figures that do not add up come later. */
  async drawn(engine: Asked, view: View): Promise<Answered> {
    const d = this.#d;
    const { ask } = engine;
    const rows = await this.#rowsOf(engine);
    const answered = crossfilter(rows, d, view, await this.#find(engine, rows, view));
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
    const kept = keptCells(rows, this.#d, view, await this.#find(engine, rows, view));
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

  /** Looks up what the dimensions cannot tell. */
  async #find(engine: Asked, rows: Cube, view: View): Promise<Found> {
    const found = notInCube(rows, this.#d, view).map(async (f) => {
      const own = only(view, f);
      const key = JSON.stringify(own);
      const cells = await this.#once(key, () =>
        f === ofWords
          ? this.#withWords(engine, rows, words(view.text))
          : lookUp(engine, rows, conditions(this.#d, own).join(" AND ")),
      );
      return [f, cells] as const;
    });
    return new Map(await Promise.all(found));
  }

  /** What is a dimension is looked through value by value, the rest row by row; DuckDB is asked for codes of credit only. */
  async #withWords(engine: Asked, rows: Cube, asked: readonly string[]): Promise<Uint8Array> {
    const d = this.#d;
    const fields = searchedFields(d);
    const texts = await this.#textsOf(engine);
    const isDimension = (f: string) => rows.values[f] !== undefined;
    const others = fields.filter((f) => !isDimension(f) && !texts.has(f));
    const masks = asked.map(async (word) => {
      const sql = wordSql(d, word, others);
      const found = sql ? await lookUp(engine, rows, sql) : noCell(rows);
      for (const text of texts.values()) text.mark(found, wordPattern(word));
      for (const f of fields.filter(isDimension))
        addValues(found, rows, f, (value) => hasWord(d, f, value, word));
      return found;
    });
    const [first = noCell(rows), ...further] = await Promise.all(masks);
    for (const mask of further)
      for (let i = 0; i < first.length; i++) first[i] = (first[i] ?? 0) & (mask[i] ?? 0);
    return first;
  }

  /** What was found last is not looked up again. */
  #once(key: string, find: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.#found.get(key) ?? find();
    this.#found.delete(key);
    this.#found.set(key, known);
    known.catch(() => this.#found.delete(key));
    const [oldest = ""] = this.#found.keys();
    if (this.#found.size > mostFound) this.#found.delete(oldest);
    return known;
  }
}

const noCell = (rows: Cube): Uint8Array => new Uint8Array(rows.cuboids[0]?.cells ?? 0);

const placeAs = (column: string): string => `CAST(${place} AS INTEGER) AS ${name(column)}`;

async function lookUp(engine: Asked, rows: Cube, condition: string): Promise<Uint8Array> {
  const found = noCell(rows);
  const { at = [] } = await engine.columns(`SELECT ${placeAs("at")} FROM rows WHERE ${condition}`);
  for (let i = 0; i < at.length; i++) found[at[i] ?? 0] = 1;
  return found;
}

/** Adds the cells with certain values of a dimension. */
function addValues(
  found: Uint8Array,
  rows: Cube,
  f: string,
  isMeant: (value: Cell) => boolean,
): void {
  const [cuboid] = rows.cuboids;
  const mask = Uint8Array.from(rows.values[f] ?? [], (value) => (isMeant(value) ? 1 : 0));
  const codes = cuboid?.codes[cuboid.dims.indexOf(f)];
  if (!codes || !mask.includes(1)) return;
  for (let i = 0; i < found.length; i++) if (mask[codes[i] ?? 0]) found[i] = 1;
}

/** The part of a view that is about one field, or about the words. */
function only(view: View, field: string): View {
  const of = <V>(all: Readonly<Record<string, V>>) =>
    Object.fromEntries(Object.entries(all).filter(([f]) => f === field));
  const text = field === ofWords ? view.text : "";
  return { choices: of<readonly Cell[]>(view.choices), ranges: of(view.ranges), text };
}
