import type { Cell } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import type { Cube } from "#core/query/cube";
import { wordPattern } from "#core/query/fold";
import { type Found, notInCube, ofWords } from "#core/query/kept-cells";
import { name } from "#core/query/sql";
import { place } from "#core/query/stored";
import { type View, words } from "#core/query/view";
import { conditions, hasWord, isPlainText, searchedFields, wordSql } from "#core/query/where";
import type { Engine } from "./engine.ts";
import { Texts } from "./texts.ts";

type Asked = Pick<Engine, "columns" | "text">;

/** So many conditions that were looked up are kept. */
const mostFound = 8;

/** Looks up, once each, what the dimensions of rows that are cells cannot tell: words, and odd amounts. */
export class Finder {
  #d: Dataset;
  #texts: Promise<ReadonlyMap<string, Texts>> | null = null;
  #found = new Map<string, Promise<Uint8Array>>();

  constructor(d: Dataset) {
    this.#d = d;
  }

  /** Reads the texts that are searched. */
  textsOf(engine: Asked, rows: Cube): Promise<ReadonlyMap<string, Texts>> {
    this.#texts ??= this.#readTexts(engine, rows);
    this.#texts.catch(() => {
      this.#texts = null;
    });
    return this.#texts;
  }

  async #readTexts(engine: Asked, rows: Cube): Promise<ReadonlyMap<string, Texts>> {
    const texts = new Map<string, Texts>();
    for (const f of searchedFields(this.#d))
      if (isPlainText(this.#d, f) && !rows.values[f])
        texts.set(f, await Texts.read(engine, f, noCell(rows).length));
    return texts;
  }

  /** The cells that a view means by what the dimensions cannot tell. */
  async find(engine: Asked, rows: Cube, view: View): Promise<Found> {
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
    const texts = await this.textsOf(engine, rows);
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

/** The place of a row as a column of numbers. */
export const placeAs = (column: string): string => `CAST(${place} AS INTEGER) AS ${name(column)}`;

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
