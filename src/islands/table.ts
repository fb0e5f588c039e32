import type { Listing } from "#core/format/cell";
import type { Display } from "#core/query/view";
import { ColumnChooser } from "./columns.ts";
import { RowDetail } from "./detail.ts";
import { fill } from "./fill.ts";
import { FirstRows } from "./first-rows.ts";
import { RowGrid } from "./grid.ts";
import { nextSort, sortButton } from "./grid-head.ts";
import { part, type RowText } from "./row-text.ts";
import { Sight } from "./sight.ts";
import { type RowSource, RowWindows } from "./windows.ts";

export type { RowSource };

type Sort = Display["sort"];
type Events = { sort(sort: Sort): void; columns(columns: readonly string[] | null): void };

/**
 * The table of a page, and in its place all rows of a view as soon as there is a source for them. What the reader asks
 * for is only told; the rows change when `show` says so.
 */
export class RowTable {
  #listing: Listing;
  #on: Events;
  #text: RowText;
  #tools: HTMLElement;
  /** The rows the page came with, and the sentence that they are not all. */
  #built: HTMLTableElement;
  #first: HTMLElement;
  #said: string;
  #grid: RowGrid;
  #detail: RowDetail;
  #sight: Sight;
  #paper: FirstRows;
  #windows: RowWindows | undefined;
  #display: Display = { sort: null, columns: null, chart: null };

  constructor(root: HTMLElement, listing: Listing, on: Events) {
    this.#listing = listing;
    this.#on = on;
    this.#tools = part(root, "[data-row-tools]");
    this.#text = JSON.parse(this.#tools.dataset["text"] ?? "") as RowText; // written by our own page
    this.#built = part<HTMLTableElement>(root, "table.rows");
    this.#first = part(root, "[data-first]");
    this.#said = this.#first.textContent;
    this.#sight = new Sight(part(this.#tools, "[data-seen]"), part(this.#tools, "[data-heard]"));
    this.#grid = new RowGrid(listing, this.#text, {
      sort: (field) => this.#sortBy(field),
      open: (index) => void this.#open(index),
      seen: (from, to) => this.#seen(from, to),
    });
    this.#detail = new RowDetail(root, listing, this.#text, (index) => this.#grid.goTo(index));
    this.#paper = new FirstRows(listing, this.#text, part(root, "[data-row-place]"));
    const chooser = new ColumnChooser(root, listing.dataset, (c) => this.#on.columns(c));
    part(this.#tools, "[data-choose]").addEventListener("click", () =>
      chooser.open(this.#display.columns),
    );
    part<HTMLSelectElement>(this.#tools, "select").addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      const field = target.value.replace(/^-/, "");
      this.#on.sort(field ? { field, down: target.value.startsWith("-") } : null);
    });
    this.#setHeads();
    this.#setOrders();
    this.#tools.hidden = false;
  }

  /** Shows a view, an order or other columns: from the top, unless the source is the one that is shown. */
  show(source: RowSource, display: Display): void {
    const isSameList = source === this.#windows?.source;
    this.#display = display;
    if (!isSameList) this.#take(source);
    const windows = this.#windows;
    if (!windows) return;
    const focused = this.#built.contains(document.activeElement) ? document.activeElement : null;
    const field = focused instanceof HTMLElement ? focused.dataset["sort"] : undefined;
    if (this.#built.isConnected) this.#built.replaceWith(this.#grid.element);
    this.#first.hidden = true;
    this.#grid.element.hidden = source.count === 0;
    this.#tools.toggleAttribute("data-all", true);
    const columns = this.#columns();
    this.#grid.show(windows, columns, display.sort, isSameList);
    this.#setOrders();
    void this.#paper.keep(source, columns);
    if (field) this.#grid.focusHead(field);
  }

  /** Says whether the rows the page came with, while they are there, are others than the reader asked for. */
  say(areOthers: boolean): void {
    this.#first.textContent = areOthers ? this.#text.other : this.#said;
    this.#first.hidden = !this.#built.isConnected || this.#first.textContent === "";
  }

  /** Puts back the rows the page came with. */
  restore(): void {
    this.#windows?.close();
    this.#windows = undefined;
    this.#detail.close();
    this.#paper.forget();
    if (this.#grid.element.isConnected) this.#grid.element.replaceWith(this.#built);
    this.#first.hidden = this.#first.textContent === "";
    this.#tools.toggleAttribute("data-all", false);
    this.#sight.say("");
  }

  /** Opens the detail of a row by its key; false where the view does not have it. */
  async open(key: string): Promise<boolean> {
    const windows = this.#windows;
    const index = (await windows?.source.position?.(key)) ?? null;
    if (index === null || windows !== this.#windows) return false;
    this.#grid.goTo(index);
    this.#grid.element.scrollIntoView({ block: "center" });
    await this.#open(index);
    return true;
  }

  #take(source: RowSource): void {
    this.#windows?.close();
    this.#detail.close();
    this.#windows = new RowWindows(source, {
      arrived: () => this.#grid.arrived(),
      failed: (error) => {
        console.info(error);
        this.#sight.say(this.#text.failed);
      },
    });
  }

  async #open(index: number): Promise<void> {
    const windows = this.#windows;
    if (!windows) return;
    const { count } = windows.source;
    await this.#detail.open({ count, row: (i) => windows.row(i) }, index);
  }

  #seen(from: number, to: number): void {
    const of = this.#windows?.source.count ?? 0;
    this.#sight.say(of === 0 ? "" : fill(this.#text.sight, { from: from + 1, to, of }));
  }

  #sortBy(field: string): void {
    this.#on.sort(nextSort(this.#display.sort, field));
  }

  #columns = () => this.#display.columns ?? this.#listing.dataset.table;

  /** The headings of the rows the page came with sort as well. */
  #setHeads(): void {
    const { table } = this.#listing.dataset;
    [...(this.#built.tHead?.rows[0]?.cells ?? [])].forEach((th, i) => {
      const field = table[i] ?? "";
      const button = sortButton(th.textContent.trim(), field);
      button.addEventListener("click", () => this.#sortBy(field));
      th.replaceChildren(button);
    });
  }

  /** The orders that can be chosen where rows are cards and have no headings. */
  #setOrders(): void {
    const { dataset: d, lang } = this.#listing;
    const { sort } = this.#display;
    const { sourceOrder, up, down } = this.#text;
    const option = (value: string, text: string) => new Option(text, value);
    const columns = new Set([...this.#columns(), ...(sort ? [sort.field] : [])]);
    const orders = [...columns].flatMap((f) => {
      const label = d.fields[f]?.label[lang] ?? f;
      return [option(f, fill(up, { label })), option(`-${f}`, fill(down, { label }))];
    });
    const select = part<HTMLSelectElement>(this.#tools, "select");
    select.replaceChildren(option("", sourceOrder), ...orders);
    select.value = sort ? `${sort.down ? "-" : ""}${sort.field}` : "";
  }
}
