import type { Listing } from "#core/format/cell";
import type { Display } from "#core/query/view";
import { Cursor } from "./cursor.ts";
import { beijingDate, hideExpired } from "./expire.ts";
import { columnGroup, gridHead } from "./grid-head.ts";
import { gridRow, indexOf, waitingRow } from "./grid-row.ts";
import { make } from "./make.ts";
import { moved } from "./moves.ts";
import type { RowText } from "./row-text.ts";
import { Viewport } from "./viewport.ts";
import type { RowWindows } from "./windows.ts";

/** Rows drawn beyond both ends of the window, so that a turn of the wheel finds them there. */
const around = 10;

/** The heights of a row in rem: two lines of cells, and a card of a title and two lines. */
const heights = { table: 2.875, card: 5 };

/** How long nothing must move until the bar is set right, in ms, where the browser does not say it itself. */
const still = 150;

type Events = {
  sort(field: string): void;
  open(index: number): void;
  /** Which rows are in sight, from the first to before the last. */
  seen(from: number, to: number): void;
};

/**
 * All rows of a list as one grid that scrolls, of which only those near the window are in the page. It is one stop for
 * the keyboard; the place in it is its active descendant, so that drawing rows anew takes no focus away.
 */
export class RowGrid {
  readonly element = make("div", { class: "row-grid", role: "grid", tabindex: "0" });
  #listing: Listing;
  #text: RowText;
  #on: Events;
  #space = make("div", { class: "space" });
  #table = make("table", { role: "presentation" });
  #head = make("thead", { role: "rowgroup" });
  #body = make("tbody", { role: "rowgroup" });
  #view = new Viewport();
  #cursor = new Cursor(this.element);
  #windows: RowWindows | undefined;
  #columns: readonly string[] = [];
  #drawn = new Map<number, HTMLTableRowElement>();
  /** The rows that a page of the keyboard passes, the height of the headings, and whether rows are cards. */
  #page = 1;
  #headHeight = 0;
  #areCards = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(listing: Listing, text: RowText, on: Events) {
    this.#listing = listing;
    this.#text = text;
    this.#on = on;
    const { element } = this;
    element.setAttribute("aria-label", text.label);
    element.setAttribute("aria-description", text.hint);
    element.append(this.#space);
    this.#space.append(this.#table);
    element.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    element.addEventListener("scrollend", () => this.#settle());
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("click", (event) => this.#click(event));
    new ResizeObserver(() => this.#measure()).observe(element);
  }

  /** Draws these rows; from the top unless only how they are shown has changed. */
  show(
    windows: RowWindows,
    columns: readonly string[],
    sort: Display["sort"],
    isSameList: boolean,
  ): void {
    const { count } = windows.source;
    this.#windows = windows;
    this.#columns = columns;
    const { group, least } = columnGroup(this.#listing, columns);
    this.#head.replaceChildren(gridHead(this.#listing, columns, sort));
    this.#table.replaceChildren(group, this.#head, this.#body);
    this.element.style.setProperty("--least", `${least}rem`);
    this.element.setAttribute("aria-rowcount", String(count + 1));
    this.element.setAttribute("aria-colcount", String(columns.length));
    this.#drawn.clear();
    this.#body.replaceChildren();
    if (!isSameList) {
      this.#view.goTo(0);
      if (this.#cursor.place.row > 0) this.#cursor.place = { row: 0, column: 0 };
    }
    this.#cursor.limit(count, columns.length);
    this.#measure();
  }

  /** Draws what has arrived. */
  arrived(): void {
    this.#draw();
  }

  /** Makes a row the one the keyboard is at, and has it in sight. */
  goTo(row: number): void {
    this.#cursor.place = { ...this.#cursor.place, row };
    this.#scrollTo(this.#view.reveal(row));
    this.#look(true);
  }

  /** The keyboard goes on at the heading of a field. */
  focusHead(field: string): void {
    this.#cursor.place = { row: -1, column: Math.max(0, this.#columns.indexOf(field)) };
    this.element.focus({ preventScroll: true });
    this.#mark();
  }

  #measure(): void {
    if (!this.#windows || !this.element.isConnected) return;
    const { count } = this.#windows.source;
    this.#areCards = getComputedStyle(this.#head).display === "none";
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const row = Math.round(rem * (this.#areCards ? heights.card : heights.table));
    this.element.style.setProperty("--row", `${row}px`);
    this.#headHeight = this.#areCards ? 0 : this.#head.offsetHeight;
    this.#space.style.blockSize = `${this.#headHeight + Viewport.space(count, row)}px`;
    const height = this.element.clientHeight - this.#headHeight;
    this.#page = Math.max(1, Math.floor(height / row) - 1);
    this.#scrollTo(this.#view.resize({ count, row, height }));
    this.#look(true);
  }

  #scrollTo(scroll: number): void {
    this.element.scrollTop = scroll;
    this.#view.placed(this.element.scrollTop);
  }

  #scrolled(): void {
    const before = this.#view.top;
    this.#view.scrolled(this.element.scrollTop);
    this.#look(this.#view.top >= before);
    clearTimeout(this.#rest);
    if (!("onscrollend" in this.element)) this.#rest = setTimeout(() => this.#settle(), still);
  }

  /** While a finger or a wheel moves it, nobody else may. */
  #settle(): void {
    if (!this.#view.isScaled) return;
    this.#scrollTo(this.#view.settled());
    this.#draw();
  }

  #look(isDownwards: boolean): void {
    this.#draw();
    const { from, to } = this.#view.rows();
    this.#windows?.want(from, to, isDownwards);
    this.#on.seen(from, to);
  }

  #draw(): void {
    const { from, to } = this.#view.rows(around);
    for (const [index, tr] of this.#drawn) {
      if (index >= from && index < to) continue;
      tr.remove();
      this.#drawn.delete(index);
    }
    for (let index = from; index < to; index++) {
      const tr = this.#rowAt(index);
      const there = this.#body.children[index - from] ?? null;
      if (tr !== there) this.#body.insertBefore(tr, there);
    }
    const start = this.#view.offset(from);
    this.#table.style.insetBlockStart = `${start}px`;
    this.#space.style.backgroundPositionY = `${start + this.#headHeight}px`;
    this.#mark();
  }

  #rowAt(index: number): HTMLTableRowElement {
    const old = this.#drawn.get(index);
    const row = this.#windows?.get(index);
    if (old && (!row || old.dataset["waiting"] === undefined)) return old;
    old?.remove();
    const tr = row
      ? gridRow(this.#listing, row, index, this.#columns)
      : waitingRow(index, this.#columns.length, this.#text.loading);
    hideExpired(document, beijingDate(), tr);
    this.#drawn.set(index, tr);
    return tr;
  }

  #mark(): void {
    const { row } = this.#cursor.place;
    const tr = row < 0 ? this.#head.rows[0] : this.#drawn.get(row);
    this.#cursor.mark(tr, row >= 0 && (this.#areCards || tr?.dataset["waiting"] !== undefined));
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey || !this.#windows) return;
    const { place } = this.#cursor;
    const [rows, columns] = [this.#windows.source.count, this.#columns.length];
    const field = { rows, columns, page: this.#page, areCards: this.#areCards };
    const next = moved(place, event.key, event.ctrlKey, field);
    const isPress = event.key === "Enter" || (event.key === " " && place.row < 0);
    if (!next && !isPress) return;
    event.preventDefault();
    if (next) {
      this.#cursor.place = next;
      if (next.row >= 0) this.#scrollTo(this.#view.reveal(next.row));
      this.#look(next.row >= place.row);
      if (!this.#areCards) this.#cursor.reveal(this.#head.rows[0]);
    } else if (place.row < 0) this.#on.sort(this.#columns[place.column] ?? "");
    else this.#on.open(place.row);
  }

  #click(event: MouseEvent): void {
    const { target } = event;
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey; // another tab or window
    if (!(target instanceof Element) || isElsewhere || !document.getSelection()?.isCollapsed)
      return;
    const cell = target.closest<HTMLTableCellElement>("th, td");
    if (!cell) return;
    event.preventDefault();
    const row = indexOf(cell);
    this.#cursor.place = { row: row ?? -1, column: cell.cellIndex };
    this.#mark();
    this.element.focus({ preventScroll: true }); // what was pressed may be drawn anew
    if (row !== null) this.#on.open(row);
    else this.#on.sort(this.#columns[cell.cellIndex] ?? "");
  }
}
