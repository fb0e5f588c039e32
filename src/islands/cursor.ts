import type { Place } from "./moves.ts";

/** The place of the keyboard in a grid: told as its active descendant, and shown by the style. */
export class Cursor {
  place: Place = { row: 0, column: 0 };
  #grid: HTMLElement;

  constructor(grid: HTMLElement) {
    this.#grid = grid;
  }

  /** Keeps it within a list of so many rows and columns. */
  limit(rows: number, columns: number): void {
    const { row, column } = this.place;
    this.place = { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) };
  }

  /** Marks the cell in its row, or the row as a whole; neither where the row is not drawn. */
  mark(tr: HTMLTableRowElement | undefined, isWhole: boolean): void {
    const { row, column } = this.place;
    const active = isWhole ? tr : tr?.cells[column];
    for (const old of this.#grid.querySelectorAll("[data-active]"))
      if (old !== active) old.removeAttribute("data-active");
    if (!active) {
      this.#grid.removeAttribute("aria-activedescendant");
      return;
    }
    if (!active.id) active.id = `cell-${row + 2}-${isWhole ? 0 : column + 1}`;
    active.setAttribute("data-active", "");
    this.#grid.setAttribute("aria-activedescendant", active.id);
  }

  /** Brings its column into sight: the first one stays where it is and would cover those beside it. */
  reveal(head: HTMLTableRowElement | undefined): void {
    const [first, cell] = [head?.cells[0], head?.cells[this.place.column]];
    const grid = this.#grid;
    if (!first || !cell || cell === first) grid.scrollLeft = 0;
    else {
      const [start, end] = [
        cell.offsetLeft - first.offsetWidth,
        cell.offsetLeft + cell.offsetWidth,
      ];
      if (start < grid.scrollLeft) grid.scrollLeft = start;
      else grid.scrollLeft = Math.max(grid.scrollLeft, end - grid.clientWidth);
    }
  }
}
