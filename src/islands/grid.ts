import { headOf, type Listing } from "#core/format/cell";
import type { Display } from "#core/query/view";
import { beijingDate, hideExpired } from "./expire.ts";
import { columnWidths, gridHead, gridRow, waitingRow } from "./grid-row.ts";
import { moved, type Place } from "./moves.ts";
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
  readonly element = document.createElement("div");
  #listing: Listing;
  #text: RowText;
  #on: Events;
  #space = document.createElement("div");
  #table = document.createElement("table");
  #head = document.createElement("thead");
  #body = document.createElement("tbody");
  #view = new Viewport();
  #windows: RowWindows | undefined;
  #columns: readonly string[] = [];
  #drawn = new Map<number, HTMLTableRowElement>();
  #place: Place = { row: 0, column: 0 };
  #page = 1;
  #areCards = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(listing: Listing, text: RowText, on: Events) {
    this.#listing = listing;
    this.#text = text;
    this.#on = on;
    const { element } = this;
    element.className = "row-grid";
    element.role = "grid";
    element.tabIndex = 0;
    element.ariaLabel = text.label;
    element.ariaDescription = text.hint;
    this.#space.className = "space";
    this.#table.role = "presentation";
    this.#head.role = "rowgroup";
    this.#body.role = "rowgroup";
    element.append(this.#space);
    this.#space.append(this.#table);
    element.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    element.addEventListener("scrollend", () => this.#settle());
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("mousedown", (event) => {
      if (event.target instanceof Element && event.target.closest("a, button"))
        this.element.focus({ preventScroll: true });
    });
    new ResizeObserver(() => this.#measure()).observe(element);
  }

  /** Draws these rows; from the top unless only how they are shown has changed. */
  show(
    windows: RowWindows,
    columns: readonly string[],
    sort: Display["sort"],
    isSameList: boolean,
  ): void {
    this.#windows = windows;
    this.#columns = columns;
    const row = document.createElement("tr");
    row.role = "row";
    row.ariaRowIndex = "1";
    row.append(...gridHead(this.#listing, columns, sort));
    this.#head.replaceChildren(row);
    const sizes = columnWidths(this.#listing, columns, headOf(this.#listing.dataset, columns));
    const group = document.createElement("colgroup");
    for (const size of sizes) {
      const col = document.createElement("col");
      col.style.inlineSize = `${size}rem`;
      group.append(col);
    }
    this.#table.replaceChildren(group, this.#head, this.#body);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    this.element.style.setProperty("--columns", `${all}rem`);
    this.element.ariaRowCount = String(windows.source.count + 1);
    this.element.ariaColCount = String(columns.length);
    this.#drawn.clear();
    this.#body.replaceChildren();
    if (!isSameList) {
      this.#view = new Viewport();
      this.element.scrollTop = 0;
      if (this.#place.row >= 0) this.#place = { row: 0, column: 0 };
    }
    this.#place = {
      row: Math.min(this.#place.row, windows.source.count - 1),
      column: Math.min(this.#place.column, columns.length - 1),
    };
    this.#measure();
  }

  /** Draws what has arrived. */
  arrived(): void {
    this.#draw();
  }

  /** Makes a row the one the keyboard is at, and has it in sight. */
  goTo(index: number): void {
    this.#place = { ...this.#place, row: index };
    this.#scrollTo(this.#view.reveal(index));
    this.#look(true);
  }

  /** The keyboard goes on at the heading of a field. */
  focusHead(field: string): void {
    this.#place = { row: -1, column: Math.max(0, this.#columns.indexOf(field)) };
    this.element.focus({ preventScroll: true });
    this.#mark();
  }

  #measure(): void {
    if (!this.#windows || !this.element.isConnected) return;
    const { count } = this.#windows.source;
    this.#areCards = getComputedStyle(this.#head).display === "none";
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const row = Math.round(rem * (this.#areCards ? heights.card : heights.table));
    const { style } = this.element;
    if (style.getPropertyValue("--row") !== `${row}px`) style.setProperty("--row", `${row}px`);
    const head = this.#areCards ? 0 : this.#head.offsetHeight;
    const extent = { count, row, height: this.element.clientHeight - head };
    const scroll = this.#view.resize(extent);
    this.#space.style.blockSize = `${head + this.#view.space}px`;
    extent.height = this.element.clientHeight - head; // it may have grown with the space
    this.#page = Math.max(1, Math.floor(extent.height / row) - 1);
    this.#scrollTo(scroll === 0 ? 0 : this.#view.resize(extent));
    if (scroll === 0) this.#view.resize(extent);
    this.#look(true);
  }

  #scrollTo(scroll: number): void {
    if (this.element.scrollTop !== scroll) this.element.scrollTop = scroll;
    this.#view.placed(this.element.scrollTop);
  }

  #scrolled(): void {
    const before = this.#view.top;
    this.#view.scrolled(this.element.scrollTop);
    this.#look(this.#view.top >= before);
    clearTimeout(this.#rest);
    if (!("onscrollend" in this.element)) this.#rest = setTimeout(() => this.#settle(), still);
  }

  /** While a finger or wheel moves it, nobody else may. */
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
    this.#table.style.insetBlockStart = `${this.#view.offset(from)}px`;
    this.#space.style.backgroundPositionY = `${this.#view.offset(from)}px`;
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

  /** Says which cell the keyboard is at; a card or a row that is still to come is one whole. */
  #mark(): void {
    const { row, column } = this.#place;
    const tr = row < 0 ? this.#head.rows[0] : this.#drawn.get(row);
    const isWhole = row >= 0 && (this.#areCards || tr?.dataset["waiting"] !== undefined);
    const active = isWhole ? tr : tr?.cells[column];
    for (const old of this.#table.querySelectorAll("[data-active]"))
      if (old !== active) old.removeAttribute("data-active");
    if (active && !active.id) active.id = `cell-${row + 2}-${column + 1}`;
    active?.setAttribute("data-active", "");
    if (active) this.element.setAttribute("aria-activedescendant", active.id);
    else this.element.removeAttribute("aria-activedescendant");
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey || !this.#windows) return;
    const { row, column } = this.#place;
    const rows = this.#windows.source.count;
    if (event.key === "Enter" || (event.key === " " && row < 0)) {
      event.preventDefault();
      if (row < 0) this.#on.sort(this.#columns[column] ?? "");
      else if (row < rows) this.#on.open(row);
      return;
    }
    const field = {
      rows,
      columns: this.#columns.length,
      page: this.#page,
      areCards: this.#areCards,
    };
    const place = moved(this.#place, event.key, event.ctrlKey, field);
    if (!place) return;
    event.preventDefault();
    this.#place = place;
    if (place.row >= 0) this.#scrollTo(this.#view.reveal(place.row));
    this.#look(place.row >= row);
    this.#revealColumn();
  }

  /** The first column stays where it is and would cover a cell beside it. */
  #revealColumn(): void {
    if (this.#areCards) return;
    const [first, cell] = [
      this.#head.rows[0]?.cells[0],
      this.#head.rows[0]?.cells[this.#place.column],
    ];
    if (!first || !cell || cell === first) {
      this.element.scrollLeft = 0;
      return;
    }
    const [start, end] = [cell.offsetLeft - first.offsetWidth, cell.offsetLeft + cell.offsetWidth];
    if (start < this.element.scrollLeft) this.element.scrollLeft = start;
    else if (end > this.element.scrollLeft + this.element.clientWidth)
      this.element.scrollLeft = end - this.element.clientWidth;
  }

  #click(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const field = target.closest<HTMLElement>("[data-sort]")?.dataset["sort"];
    if (field) {
      this.#place = { row: -1, column: this.#columns.indexOf(field) };
      this.#on.sort(field);
      return;
    }
    const tr = target.closest("tr");
    const index = Number(tr?.ariaRowIndex) - 2;
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!(index >= 0) || isElsewhere || !document.getSelection()?.isCollapsed) return;
    event.preventDefault();
    const cell = target.closest("th, td");
    const column = cell instanceof HTMLTableCellElement ? cell.cellIndex : 0;
    this.#place = { row: index, column };
    this.#mark();
    this.element.focus({ preventScroll: true });
    this.#on.open(index);
  }
}
