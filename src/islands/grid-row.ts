import type { Row } from "#core/catalog";
import type { Kind } from "#core/field";
import { type Listing, listedCells } from "#core/format/cell";
import { rowUrl } from "#core/publication/address";
import type { Display } from "#core/query/view";
import { noteNodes, pieceNodes } from "./rows.ts";

type Sort = Display["sort"];

/** The order after a press on a heading: upwards, downwards, and then as the source has it. */
export function nextSort(sort: Sort, field: string): Sort {
  if (sort?.field !== field) return { field, down: false };
  return sort.down ? null : { field, down: true };
}

/** The address of a row: its page, or the explorer at that row. */
export const rowAddress = ({ dataset: d, lang, linked }: Listing, row: Row): string => {
  const key = String(row[d.key]);
  return linked ? rowUrl(lang, d.id, key) : `#r-${encodeURIComponent(key)}`;
};

const widths: Readonly<Record<Kind["kind"], number>> = {
  text: 8.5,
  url: 9,
  uscc: 10,
  region: 6.5,
  documents: 9,
  year: 5,
  month: 7,
  date: 7.5,
  category: 6.5,
  count: 6,
  money: 8.5,
  share: 5.5,
};

/** How wide each column is, in rem; the one that names the row is wider. */
export const columnWidths = ({ dataset: d }: Listing, columns: readonly string[], head?: string) =>
  columns.map((f) => (widths[d.fields[f]?.kind ?? "text"] ?? 8) + (f === head ? 3 : 0));

const isNumber = ({ dataset: d }: Listing, field: string): boolean =>
  ["count", "money", "share"].includes(d.fields[field]?.kind ?? "");

/** A heading that sorts: a button, and whether its column is sorted is said of the heading. */
export function sortButton(label: string, field: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset["sort"] = field;
  button.textContent = label;
  return button;
}

/** The headings of a grid. */
export function gridHead(
  listing: Listing,
  columns: readonly string[],
  sort: Sort,
): readonly HTMLElement[] {
  return columns.map((field) => {
    const th = document.createElement("th");
    th.role = "columnheader";
    if (isNumber(listing, field)) th.className = "number";
    if (sort?.field === field) th.ariaSort = sort.down ? "descending" : "ascending";
    const button = sortButton(listing.dataset.fields[field]?.label[listing.lang] ?? field, field);
    button.tabIndex = -1; // the grid is one stop; its keys lead here
    th.append(button);
    return th;
  });
}

function bareRow(index: number): HTMLTableRowElement {
  const tr = document.createElement("tr");
  tr.role = "row";
  tr.ariaRowIndex = String(index + 2); // the headings are row 1
  return tr;
}

/** A row that is still to come. */
export function waitingRow(index: number, columns: number, text: string): HTMLTableRowElement {
  const tr = bareRow(index);
  tr.dataset["waiting"] = "";
  const td = document.createElement("td");
  td.role = "gridcell";
  td.colSpan = columns;
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
  listedCells(listing, row, columns).forEach(({ label, head, pieces, note, until }, i) => {
    const cell = document.createElement(head ? "th" : "td");
    cell.role = head ? "rowheader" : "gridcell";
    if (isNumber(listing, columns[i] ?? "")) cell.classList.add("number");
    if (!head && pieces.length === 0) cell.classList.add("blank");
    else cell.dataset["label"] = label;
    const text = pieces.map(({ href: _, ...piece }) => piece);
    const clip = document.createElement(head ? "a" : "div");
    clip.className = "clip";
    if (clip instanceof HTMLAnchorElement) {
      clip.href = rowAddress(listing, row);
      clip.tabIndex = -1;
    }
    if (until) clip.dataset["until"] = until;
    clip.append(...pieceNodes(text), ...noteNodes(note));
    cell.append(clip);
    tr.append(cell);
  });
  return tr;
}
