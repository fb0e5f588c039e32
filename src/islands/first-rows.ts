import { headRows, type Row } from "#core/catalog";
import { formOf, headOf, type Listing } from "#core/format/cell";
import { fill } from "./fill.ts";
import { make } from "./make.ts";
import type { RowText } from "./row-text.ts";
import { rowElement } from "./rows.ts";
import type { RowSource } from "./windows.ts";

/** So long after the last choice, in milliseconds. */
const calm = 700;

/** What paper shows of a list that scrolls: its first rows as a plain table, and that they are not all. */
export class FirstRows {
  #listing: Listing;
  #text: RowText;
  #place: HTMLElement;
  #rows: readonly Row[] = [];
  #count = 0;
  #columns: readonly string[] = [];
  #turn = 0;
  #printed = make("div", { class: "first-rows" });

  constructor(listing: Listing, text: RowText, place: HTMLElement) {
    this.#listing = listing;
    this.#text = text;
    this.#place = place;
    addEventListener("beforeprint", () => this.#print());
    addEventListener("afterprint", () => this.#printed.remove());
  }

  /** Keeps the first rows of a list at hand, once the reader pauses: a printer does not wait for them. */
  async keep(source: RowSource, columns: readonly string[]): Promise<void> {
    this.forget();
    const turn = this.#turn;
    this.#columns = columns;
    await new Promise((later) => setTimeout(later, calm));
    if (turn !== this.#turn) return;
    const rows = await source.rows(0, Math.min(source.count, headRows)).catch(() => []);
    if (turn !== this.#turn) return;
    this.#rows = rows;
    this.#count = source.count;
  }

  /** There is no such list any more. */
  forget(): void {
    this.#turn += 1;
    this.#rows = [];
  }

  #print(): void {
    if (this.#rows.length === 0) return;
    const { dataset: d, lang } = this.#listing;
    const table = make("table", { class: "rows" });
    const head = table.createTHead().insertRow();
    for (const field of this.#columns) {
      const th = make("th", { scope: "col" });
      const form = field === headOf(d, this.#columns) ? null : formOf(d, field);
      if (form) th.className = form;
      th.textContent = d.fields[field]?.label[lang] ?? field;
      head.append(th);
    }
    const body = table.createTBody();
    body.append(...this.#rows.map((row) => rowElement(this.#listing, row, this.#columns)));
    for (const tr of body.rows) tr.removeAttribute("id"); // the row on the screen has it
    const note = make("p", { class: "gap" });
    note.textContent = fill(this.#text.first, { n: this.#rows.length, of: this.#count });
    const isAll = this.#rows.length >= this.#count;
    this.#printed.replaceChildren(...(isAll ? [] : [note]), table);
    this.#place.append(this.#printed);
  }
}
