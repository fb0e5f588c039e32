import type { Cell, Row, Subject } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { documentsIn, formatCell, isChinese } from "#core/format/format";
import { untilOf } from "#core/gate/withdraw";
import type { Lang } from "#core/language";
import { documentUrl, rowUrl } from "#core/publication/address";

/** A piece of a cell as the page shows it; `lang` where it is not in the page's language. */
export type Piece = { text: string; href?: string; lang?: "zh-CN" };

const tagged = (text: string, lang: Lang): Piece =>
  lang !== "zh" && isChinese(text) ? { text, lang: "zh-CN" } : { text };

/**
 * A cell in pieces, each with its link: a document leads to all rows that cite it, an address is called by its host.
 * Empty where blank.
 */
export function pieces(
  { dataset: d, regions }: Subject,
  field: string,
  value: Cell,
  lang: Lang,
): readonly Piece[] {
  const f = d.fields[field];
  if (!f || value === null) return [];
  if (f.kind === "documents")
    return documentsIn(value).map((text) => ({
      ...tagged(text, lang),
      href: documentUrl(lang, d, text),
    }));
  if (f.kind === "url" && /^https?:\/\//.test(String(value)))
    return [{ text: hostOf(String(value)), href: String(value) }];
  return [tagged(formatCell(f, value, lang, regions), lang)];
}

/** The host of an address; what cannot be read as one stays as it is. */
const hostOf = (url: string): string => /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? url;

/** What it takes to list rows, at build time and in the browser. */
export type Listing = Subject & {
  lang: Lang;
  /** Each row has a page, to which its title leads. */
  linked: boolean;
  /** A field that stands below a title to tell it from its like. */
  note: string | null;
};

/** A cell of a listed row; `head` where it names the row. */
export type ListedCell = {
  label: string;
  head: boolean;
  /** A number that is compared by its digits, or a date, which stays in one line. */
  form: "number" | "date" | null;
  pieces: readonly Piece[];
  note: Piece | null;
  /** The last day (an ISO date) on which it may be shown, where there is one. */
  until: string | undefined;
};

/** The fields of the rows to list. */
export const listedFields = ({ dataset: d, note }: Listing): readonly string[] => [
  ...new Set([...d.table, d.key, d.row.title, ...(note === null ? [] : [note])]),
];

/** What a row is called; its key where the source leaves the title blank. */
export const titleOf = (d: Dataset, row: Row): string => String(row[d.row.title] ?? row[d.key]);

/** The column that names a row: its title, where the table has it. */
export const headOf = (d: Dataset, columns: readonly string[]): string | undefined =>
  columns.includes(d.row.title) ? d.row.title : columns[0];

/** What the cells of a column have in common, whatever they hold. */
export function formOf(d: Dataset, field: string): ListedCell["form"] {
  const kind = d.fields[field]?.kind ?? "";
  if (["money", "count", "share"].includes(kind)) return "number";
  return ["date", "month"].includes(kind) ? "date" : null;
}

/** A row as a table of these columns lists it; without them as its own table does. */
export function listedCells(
  listing: Listing,
  row: Row,
  columns: readonly string[] = listing.dataset.table,
): readonly ListedCell[] {
  const { dataset: d, lang } = listing;
  const head = headOf(d, columns);
  return columns.map((field) => {
    const cell = {
      label: d.fields[field]?.label[lang] ?? field,
      head: field === head,
      form: field === head ? null : formOf(d, field),
      pieces: pieces(listing, field, row[field] ?? null, lang),
      note: null,
      until: untilOf(d, row, field),
    };
    if (field !== d.row.title) return cell;
    const key = String(row[d.key]);
    // A title that is blank in the source gives way to the key: something must lead to the page.
    const [title = tagged(key, lang)] = cell.pieces;
    const note = listing.note === null ? null : (row[listing.note] ?? null);
    return {
      ...cell,
      pieces: [listing.linked ? { ...title, href: rowUrl(lang, d.id, key) } : title],
      note: note === null ? null : tagged(String(note), lang),
    };
  });
}
