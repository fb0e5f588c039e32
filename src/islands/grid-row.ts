import type { Row } from "#core/catalog";
import { type Listing, listedCells } from "#core/format/cell";
import { rowUrl } from "#core/publication/address";
import { make } from "./make.ts";
import { noteNodes, pieceNodes } from "./rows.ts";

/** The address of a row: its page, or this explorer at that row. */
export const rowAddress = ({ dataset: d, lang, linked }: Listing, row: Row): string => {
  const key = String(row[d.key]);
  return linked ? rowUrl(lang, d.id, key) : `#r-${encodeURIComponent(key)}`;
};

const bareRow = (index: number): HTMLTableRowElement =>
  make("tr", { role: "row", "aria-rowindex": String(index + 2) }); // the headings are row 1

/** The position of the row that an element is in, counted from 0; null where it is in none. */
export function indexOf(element: Element): number | null {
  const index = Number(element.closest("tr")?.getAttribute("aria-rowindex") ?? 0) - 2;
  return index < 0 ? null : index;
}

/** A row that is still to come. */
export function waitingRow(index: number, columns: number, text: string): HTMLTableRowElement {
  const tr = bareRow(index);
  tr.dataset["waiting"] = "";
  const td = make("td", { role: "gridcell", colspan: String(columns) });
  td.textContent = text;
  tr.append(td);
  return tr;
}

/** A row of a grid: text alone, each cell cut to what its row has room for; its name leads to all of it. */
export function gridRow(
  listing: Listing,
  row: Row,
  index: number,
  columns: readonly string[],
): HTMLTableRowElement {
  const tr = bareRow(index);
  tr.id = `r-${row[listing.dataset.key]}`;
  listedCells(listing, row, columns).forEach(({ label, head, form, pieces, note, until }) => {
    const cell = make(head ? "th" : "td", { role: head ? "rowheader" : "gridcell" });
    if (form) cell.classList.add(form);
    if (!head && pieces.length === 0) cell.classList.add("blank");
    else cell.dataset["label"] = label;
    const clip = head
      ? make("a", { class: "clip", href: rowAddress(listing, row), tabindex: "-1" })
      : make("div", { class: "clip" });
    if (until) clip.dataset["until"] = until;
    const text = pieces.map(({ href: _, ...piece }) => piece);
    clip.append(...pieceNodes(text), ...noteNodes(note));
    cell.append(clip);
    tr.append(cell);
  });
  return tr;
}
