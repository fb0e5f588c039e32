import type { Entry, Row } from "#core/catalog";
import { type Piece, pieces } from "#core/format/cell";
import { documentsIn, formatDate, formatYuan } from "#core/format/format";
import type { Lang } from "#core/language";
import { strings } from "#site/strings";
import { rowUrl } from "#site/urls";

/** A charge as the check and its page show it. */
export type Fee = {
  key: string;
  name: string;
  parent: string;
  payee: string;
  href: string;
  /** As the source writes it; "" where it does not. */
  standard: string;
  /** Yuan in words, where the standard is a plain amount. */
  amount: string;
  most: number | null;
  unit: string;
  /** The standard says the unit already. */
  unitInStandard: boolean;
  relief: string;
  /** Date of the source in words. */
  sourceDate: string;
  sourceUrl: string;
  documents: readonly Piece[];
  region: readonly Piece[];
};

const text = (row: Row, field: string): string => String(row[field] ?? "");
const yuan = (row: Row, field: string): number | null => {
  const cell = row[field];
  return typeof cell === "number" ? cell : null;
};

export function feeOf(e: Entry, row: Row, lang: Lang): Fee {
  const key = text(row, "fee_id");
  const [least, most] = [yuan(row, "amount_min"), yuan(row, "amount_max")];
  return {
    key,
    name: text(row, "item"),
    parent: text(row, "parent_item"),
    payee: text(row, "payee_unit") || text(row, "department"),
    href: rowUrl(lang, "fees", key),
    standard: text(row, "standard_text"),
    amount:
      most === null
        ? ""
        : strings[lang].upTo(formatYuan(least ?? most, lang), formatYuan(most, lang)),
    most,
    unit: text(row, "unit_of_charge"),
    unitInStandard: text(row, "standard_text").includes(text(row, "unit_of_charge")),
    relief: text(row, "relief"),
    sourceDate: formatDate(text(row, "source_date"), lang),
    sourceUrl: text(row, "source_url"),
    documents: pieces(e, "documents", row["documents"] ?? null, lang),
    region: pieces(e, "region", row["region"] ?? null, lang),
  };
}

/** For each document a row cites: the other rows that cite it. */
export function sharing(rows: readonly Row[], row: Row, field: string) {
  return documentsIn(row[field] ?? null).map((document) => ({
    document,
    others: rows.filter((r) => r !== row && documentsIn(r[field] ?? null).includes(document)),
  }));
}
