import type { Listing } from "#core/format/cell";
import { beijingDate, hideExpired } from "./expire.ts";
import { gridRow, waitingRow } from "./grid-row.ts";
import { make } from "./make.ts";
import type { RowText } from "./row-text.ts";
import type { RowWindows } from "./windows.ts";

/** The rows of a grid that are in the page. */
export class DrawnRows {
  readonly element = make("tbody", { role: "rowgroup" });
  #listing: Listing;
  #text: RowText;
  #windows: RowWindows | undefined;
  #columns: readonly string[] = [];
  #drawn = new Map<number, HTMLTableRowElement>();

  constructor(listing: Listing, text: RowText) {
    this.#listing = listing;
    this.#text = text;
  }

  /** Forgets what is drawn: other rows or other columns. */
  clear(windows: RowWindows, columns: readonly string[]): void {
    this.#windows = windows;
    this.#columns = columns;
    this.#drawn.clear();
    this.element.replaceChildren();
  }

  get(index: number): HTMLTableRowElement | undefined {
    return this.#drawn.get(index);
  }

  /** Has the rows from one position to before another in the page, and no others; those drawn already stay. */
  draw(from: number, to: number): void {
    for (const [index, tr] of this.#drawn) {
      if (index >= from && index < to) continue;
      tr.remove();
      this.#drawn.delete(index);
    }
    for (let index = from; index < to; index++) {
      const tr = this.#rowAt(index);
      const there = this.element.children[index - from] ?? null;
      if (tr !== there) this.element.insertBefore(tr, there);
    }
  }

  #rowAt(index: number): HTMLTableRowElement {
    const old = this.#drawn.get(index);
    const row = this.#windows?.get(index);
    if (old && (!row || !isWaiting(old))) return old;
    old?.remove();
    const tr = row
      ? gridRow(this.#listing, row, index, this.#columns)
      : waitingRow(index, this.#columns.length, this.#text.loading);
    hideExpired(document, beijingDate(), tr);
    this.#drawn.set(index, tr);
    return tr;
  }
}

/** True of a row that is still to come. */
export const isWaiting = (tr: Element): boolean => tr.hasAttribute("data-waiting");
