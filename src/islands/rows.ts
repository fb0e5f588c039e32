import type { Row } from "#core/catalog";
import { type ListedCell, type Listing, listedCells, type Piece } from "#core/format/cell";

/** A row as src/components/Rows.astro makes it. */
export function rowElement(
  listing: Listing,
  row: Row,
  columns?: readonly string[],
): HTMLTableRowElement {
  const tr = document.createElement("tr");
  tr.id = `r-${row[listing.dataset.key]}`;
  for (const cell of listedCells(listing, row, columns)) tr.append(cellElement(cell));
  return tr;
}

function cellElement({ label, head, form, pieces, note, until }: ListedCell): HTMLElement {
  const cell = document.createElement(head ? "th" : "td");
  if (cell instanceof HTMLTableCellElement && head) cell.scope = "row";
  else if (pieces.length === 0) cell.className = "blank";
  else {
    if (form) cell.className = form;
    cell.dataset["label"] = label;
  }
  if (until) cell.dataset["until"] = until;
  cell.append(...pieceNodes(pieces), ...noteNodes(note));
  return cell;
}

/** The pieces of a cell, a space between them. */
export const pieceNodes = (pieces: readonly Piece[]): readonly Node[] =>
  pieces.flatMap((piece, i) => [
    ...(i > 0 ? [document.createTextNode(" ")] : []),
    pieceNode(piece),
  ]);

/** The note below a title. */
export function noteNodes(note: Piece | null): readonly Node[] {
  if (!note) return [];
  const small = document.createElement("small");
  small.textContent = note.text;
  if (note.lang) small.lang = note.lang;
  return [small];
}

function pieceNode({ text, href, lang }: Piece): Node {
  if (!href && !lang) return document.createTextNode(text);
  const element = document.createElement(href ? "a" : "span");
  element.textContent = text;
  if (lang) element.lang = lang;
  if (href) element.setAttribute("href", href);
  return element;
}
