import type { Row } from "#core/catalog";
import { type Listing, titleOf } from "#core/format/cell";
import { type Fact, factsOf, rowSourceOf } from "#core/format/fact";
import { isChinese } from "#core/format/format";
import { untilOf } from "#core/gate/withdraw";
import { exploreUrl, rowUrl } from "#core/publication/address";
import { beijingDate, hideExpired } from "./expire.ts";
import { fill } from "./fill.ts";
import { make } from "./make.ts";
import { part, type RowText } from "./row-text.ts";
import { pieceNodes } from "./rows.ts";

/** Where the detail finds the rows of a list. */
export type Rows = { count: number; row(index: number): Promise<Row | undefined> };

/** Everything there is to say of one row, in a dialog that the page holds; from it to the rows before and after. */
export class RowDetail {
  #listing: Listing;
  #text: RowText;
  #dialog: HTMLDialogElement;
  #moved: (index: number) => void;
  #rows: Rows | undefined;
  #index = 0;
  #shown: Row | undefined;
  #turn = 0;

  constructor(root: HTMLElement, listing: Listing, text: RowText, moved: (index: number) => void) {
    this.#listing = listing;
    this.#text = text;
    this.#moved = moved;
    this.#dialog = part<HTMLDialogElement>(root, "[data-row-detail]");
    this.#on("[data-previous]", () => this.#go(this.#index - 1));
    this.#on("[data-next]", () => this.#go(this.#index + 1));
    this.#on("[data-copy]", () => this.#copy());
  }

  /** Opens at a row of a list. */
  async open(rows: Rows, index: number): Promise<void> {
    this.#rows = rows;
    await this.#go(index);
  }

  /** The list is no longer there. */
  close(): void {
    this.#turn += 1;
    this.#dialog.close();
  }

  async #go(index: number): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const rows = this.#rows;
    const row = await rows?.row(index).catch(() => undefined); // the list says that it could not be read
    if (!row || !rows || turn !== this.#turn) return;
    this.#index = index;
    this.#shown = row;
    this.#show(row, index, rows.count);
    if (!this.#dialog.open) this.#dialog.showModal();
    else this.#moved(index);
    this.#dialog.scrollTop = 0;
  }

  #show(row: Row, index: number, count: number): void {
    const { dataset: d, lang, linked } = this.#listing;
    const text = titleOf(d, row);
    const title = part(this.#dialog, "[data-title]");
    title.textContent = text;
    title.lang = lang !== "zh" && isChinese(text) ? "zh-CN" : "";
    if (!title.lang) title.removeAttribute("lang");
    const until = untilOf(d, row);
    title.toggleAttribute("data-until", until !== undefined);
    if (until) title.dataset["until"] = until;
    const where = fill(this.#text.rowOf, { n: index + 1, of: count });
    part(this.#dialog, "[data-which]").textContent = where;
    part(this.#dialog, "[data-source]").replaceChildren(...this.#source(row));
    const facts = factsOf(this.#listing, row, lang).map((fact) => this.#fact(fact));
    part(this.#dialog, "[data-facts]").replaceChildren(...facts);
    const page = part<HTMLAnchorElement>(this.#dialog, "[data-page]");
    page.hidden = !linked;
    if (linked) page.href = rowUrl(lang, d.id, String(row[d.key]));
    this.#setEnd("[data-previous]", index === 0);
    this.#setEnd("[data-next]", index === count - 1);
    this.#say("");
    hideExpired(document, beijingDate(), this.#dialog);
  }

  #fact({ label, help, value, until }: Fact): HTMLElement {
    const [pair, term, said] = [make("div"), make("dt"), make("dd")];
    const note = make("dd", { class: "help" });
    term.append(label);
    note.append(help);
    if (value.length === 0) said.className = "quiet";
    if (until) said.dataset["until"] = until;
    said.append(...(value.length > 0 ? pieceNodes(value) : [this.#text.blank]));
    pair.append(term, said, ...(help ? [note] : []));
    return pair;
  }

  #source(row: Row): readonly HTMLElement[] {
    const { url, date, line } = rowSourceOf(this.#listing, row, this.#listing.lang);
    const item = (content: string | Node) => {
      const li = make("li");
      li.append(content);
      return li;
    };
    const link = url ? make("a", { href: url }) : null;
    link?.append(this.#text.seeSource);
    return [
      ...(link ? [item(link)] : []),
      ...(date ? [item(fill(this.#text.sourceDate, { date }))] : []),
      ...(line ? [item(fill(this.#text.sourceLine, { line }))] : []),
    ];
  }

  /** A button at the end of the list does nothing, but stays where it is: the keyboard may be on it. */
  #setEnd(selector: string, isEnd: boolean): void {
    part(this.#dialog, selector).setAttribute("aria-disabled", String(isEnd));
  }

  /** The address of the row: of its page, or of the explorer with nothing left out, in which it can always be found. */
  #address(row: Row): string {
    const { dataset: d, lang, linked } = this.#listing;
    const key = String(row[d.key]);
    const path = linked
      ? rowUrl(lang, d.id, key)
      : `${exploreUrl(lang, d)}#r-${encodeURIComponent(key)}`;
    return new URL(path, location.href).href;
  }

  async #copy(): Promise<void> {
    if (!this.#shown) return;
    const address = this.#address(this.#shown);
    try {
      await navigator.clipboard.writeText(address);
      this.#say(this.#text.copied);
    } catch {
      this.#say(this.#text.copyByHand, address); // not allowed, or not on a safe line
    }
  }

  #say(text: string, address = ""): void {
    const said = part(this.#dialog, "[data-said]");
    said.textContent = text;
    if (!address) return;
    const code = make("code");
    code.textContent = address;
    said.append(" ", code);
  }

  #on(selector: string, press: () => unknown): void {
    part(this.#dialog, selector).addEventListener("click", press);
  }
}
