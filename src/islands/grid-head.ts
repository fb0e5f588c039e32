import type { Kind } from "#core/field";
import { formOf, headOf, type Listing } from "#core/format/cell";
import type { Display } from "#core/query/view";
import { make } from "./make.ts";

type Sort = Display["sort"];

/** The order after a press on a heading: upwards, downwards, and then as the source has it. */
export function nextSort(sort: Sort, field: string): Sort {
  if (sort?.field !== field) return { field, down: false };
  return sort.down ? null : { field, down: true };
}

/** What a column of each kind needs, in rem. */
const widths: Readonly<Record<Kind["kind"], number>> = {
  text: 7.5,
  url: 9,
  uscc: 10,
  region: 6,
  documents: 9,
  year: 5,
  month: 7,
  date: 8,
  category: 6,
  count: 6,
  money: 8,
  share: 5.5,
};

/** The columns of a table by their widths, and the least width of it in rem; the column that names the row is wider. */
export function columnGroup({ dataset: d }: Listing, columns: readonly string[]) {
  const head = headOf(d, columns);
  const sizes = columns.map((f) => widths[d.fields[f]?.kind ?? "text"] + (f === head ? 3 : 0));
  const least = sizes.reduce((sum, size) => sum + size, 0);
  const group = make("colgroup");
  for (const size of sizes) {
    const col = make("col");
    col.style.inlineSize = `${(100 * size) / least}%`;
    group.append(col);
  }
  return { group, least };
}

/** The button in a heading that sorts by its field. */
export function sortButton(label: string, field: string): HTMLButtonElement {
  const button = make("button", { type: "button", "data-sort": field });
  button.textContent = label;
  return button;
}

/** The row of headings of a grid. */
export function gridHead(
  listing: Listing,
  columns: readonly string[],
  sort: Sort,
): HTMLTableRowElement {
  const tr = make("tr", { role: "row", "aria-rowindex": "1" });
  for (const field of columns) {
    const th = make("th", { role: "columnheader" });
    const form = formOf(listing.dataset, field);
    if (form) th.className = form;
    if (sort?.field === field) th.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    const button = sortButton(listing.dataset.fields[field]?.label[listing.lang] ?? field, field);
    button.tabIndex = -1; // the grid is one stop; its keys lead here
    th.append(button);
    tr.append(th);
  }
  return tr;
}
