import type { Row, Subject } from "#core/catalog";
import { type Piece, pieces } from "#core/format/cell";
import { formatDate } from "#core/format/format";
import { publicFields } from "#core/gate/public";
import { untilOf } from "#core/gate/withdraw";
import type { Lang } from "#core/language";

/** A field of a row in words; no pieces where it is blank. */
export type Fact = {
  field: string;
  label: string;
  help: string;
  value: readonly Piece[];
  /** The last day (an ISO date) on which it may be shown, where there is one. */
  until: string | undefined;
};

/** Every published field of a row, in the order declared. */
export const factsOf = (subject: Subject, row: Row, lang: Lang): readonly Fact[] =>
  publicFields(subject.dataset).map((field) => ({
    field,
    label: subject.dataset.fields[field]?.label[lang] ?? field,
    help: subject.dataset.fields[field]?.help?.[lang] ?? "",
    value: pieces(subject, field, row[field] ?? null, lang),
    until: untilOf(subject.dataset, row, field),
  }));

/** Where a row can be seen at its source: its page, the date of that in words, and its line in the file. */
export type RowSource = { url: string | null; date: string | null; line: string | null };

/** The same of a row, as far as the dataset says it. */
export function rowSourceOf({ dataset: d }: Subject, row: Row, lang: Lang): RowSource {
  const filled = (field: string) =>
    d.fields[field] && row[field] !== undefined && row[field] !== null ? String(row[field]) : null;
  const [url, date] = [filled("source_url"), filled("source_date")];
  return {
    url: url && /^https?:/.test(url) ? url : null,
    date: date && formatDate(date, lang),
    line: filled("source_row"),
  };
}
