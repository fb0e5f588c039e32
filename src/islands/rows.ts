import type { Row } from "#core/catalog";
import { type Listing, listedCells, type Piece } from "#core/format/cell";

/** A row as src/components/Rows.astro makes it. */
export function rowElement(listing: Listing, row: Row): HTMLTableRowElement {
  const tr = document.createElement("tr");
  tr.id = `r-${row[listing.dataset.key]}`;
  for (const { label, head, pieces, note } of listedCells(listing, row)) {
    const cell = document.createElement(head ? "th" : "td");
    if (cell instanceof HTMLTableCellElement && head) cell.scope = "row";
    else if (pieces.length === 0) cell.className = "blank";
    else cell.dataset["label"] = label;
    pieces.forEach((piece, i) => {
      cell.append(...(i > 0 ? [" "] : []), pieceNode(piece));
    });
    if (note) {
      const small = document.createElement("small");
      small.textContent = note.text;
      if (note.lang) small.lang = note.lang;
      cell.append(small);
    }
    tr.append(cell);
  }
  return tr;
}

function pieceNode({ text, href, lang }: Piece): Node {
  if (!href && !lang) return document.createTextNode(text);
  const element = document.createElement(href ? "a" : "span");
  element.textContent = text;
  if (lang) element.lang = lang;
  if (href) element.setAttribute("href", href);
  return element;
}
