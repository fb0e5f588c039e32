import type { Row } from "#core/catalog";

/** All rows of a view in one order, to be had a few at a time. */
export type RowSource = {
  count: number;
  /** The rows from one position to before another, counted from 0. */
  rows(from: number, to: number): Promise<readonly Row[]>;
  /** Where the row of a key stands; null where the view leaves it out. */
  position?(key: string): Promise<number | null>;
};

/** Rows asked for at a time; of so many pages the last used are kept, and so many are asked for at once. */
export const pageRows = 100;
const keptPages = 40;
const atOnce = 2;

/**
 * The rows of a source as pages that are fetched ahead. Only what is wanted now is asked for: where the reader drags
 * past a hundred pages, only those at which he stays.
 */
export class RowWindows {
  readonly source: RowSource;
  #on: { arrived(): void; failed(error: unknown): void };
  #pages = new Map<number, readonly Row[]>();
  #asked = new Map<number, Promise<void>>();
  #failed = new Set<number>();
  #wanted: readonly number[] = [];
  #isClosed = false;

  constructor(source: RowSource, on: { arrived(): void; failed(error: unknown): void }) {
    this.source = source;
    this.#on = on;
  }

  /** Lets answers that are still to come fall. */
  close(): void {
    this.#isClosed = true;
  }

  get(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / pageRows))?.[index % pageRows];
  }

  /** Has these rows fetched, and then the page in the direction in which the reader moves, and the one behind. */
  want(from: number, to: number, isDownwards: boolean): void {
    const [first, last] = [
      Math.floor(from / pageRows),
      Math.floor(Math.max(from, to - 1) / pageRows),
    ];
    const seen = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const beyond = isDownwards ? [last + 1, first - 1] : [first - 1, last + 1];
    const end = Math.ceil(this.source.count / pageRows);
    this.#wanted = [...seen, ...beyond].filter((page) => page >= 0 && page < end);
    this.#failed.clear(); // whoever moves tries again
    for (const page of this.#wanted) this.#touch(page);
    this.#next();
  }

  /** One row, fetched where it is not there. */
  async row(index: number): Promise<Row | undefined> {
    if (index < 0 || index >= this.source.count) return undefined;
    if (!this.get(index)) await this.#ask(Math.floor(index / pageRows));
    return this.get(index);
  }

  #next(): void {
    for (const page of this.#wanted) {
      if (this.#asked.size >= atOnce) return;
      if (this.#pages.has(page) || this.#asked.has(page) || this.#failed.has(page)) continue;
      this.#ask(page).catch(() => {}); // told where it was asked
    }
  }

  #ask(page: number): Promise<void> {
    const under = this.#asked.get(page);
    if (under) return under;
    const from = page * pageRows;
    const asked = this.source
      .rows(from, Math.min(from + pageRows, this.source.count))
      .then((rows) => this.#keep(page, rows))
      .catch((error) => {
        this.#failed.add(page);
        if (!this.#isClosed) this.#on.failed(error);
        throw error;
      })
      .finally(() => {
        this.#asked.delete(page);
        if (!this.#isClosed) this.#next();
      });
    this.#asked.set(page, asked);
    return asked;
  }

  #keep(page: number, rows: readonly Row[]): void {
    this.#pages.set(page, rows);
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= keptPages) break;
      if (!this.#wanted.includes(old) && old !== page) this.#pages.delete(old);
    }
    if (!this.#isClosed) this.#on.arrived();
  }

  /** Makes a page the last used. */
  #touch(page: number): void {
    const rows = this.#pages.get(page);
    if (!rows) return;
    this.#pages.delete(page);
    this.#pages.set(page, rows);
  }
}
