import type { Row } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { titleOf } from "#core/format/cell";

/** What a dataset's pages have beyond what follows from its declaration; the one list of exceptions. */
type Special = {
  /** A field that makes a row's title clear where the title alone is not: “Sheep” under its heading. */
  titleNote?: string;
  /** Groups of rows that share a value of this field are shown on each row's page. */
  shared?: string;
  /** The charge check and whom to tell. */
  check?: true;
  /** A row is a subsidy programme: who, how, with what, how long, and who got it. */
  programme?: true;
  /** Rates month by month, with 同比 and 环比. */
  monthly?: true;
};

const specialById: Readonly<Record<string, Special>> = {
  fees: { titleNote: "parent_item", shared: "documents", check: true },
  "subsidy-programmes": { programme: true },
  complaints: { monthly: true },
};

export const specialOf = (d: Dataset): Special => specialById[d.id] ?? {};

export { titleOf };

/** What stands beside a title to tell it from its like; "" where it needs nothing. */
export function titleNote(d: Dataset, row: Row): string {
  const field = specialOf(d).titleNote;
  return field ? String(row[field] ?? "") : "";
}

export function fullTitle(d: Dataset, row: Row): string {
  const note = titleNote(d, row);
  return note ? `${titleOf(d, row)}（${note}）` : titleOf(d, row);
}
