import type { Entry, Row } from "#core/catalog";
import { type Piece, pieces } from "#core/format/cell";
import { documentsIn, formatDate, formatYuan } from "#core/format/format";
import type { Lang } from "#core/language";
import { rowsOf } from "#site/catalog";
import { fullTitle, titleOf } from "#site/special";
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
  /** Yuan in words, where the standard is a plain amount whose unit is known or needs none. */
  amount: string;
  /** What the amount is for, as the source writes it: /生·学期; "" where it does not say. */
  per: string;
  most: number | null;
  unit: string;
  /** The standard says the unit already. */
  unitInStandard: boolean;
  relief: string;
  /** Fields whose cells the head of the page has said already, or another field says again. */
  said: readonly string[];
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

/** 元/生·学期, /生·月 and 次 as what follows an amount; "" where the unit cannot be read so. */
export function perUnit(unit: string): string {
  const [, per] = /^元?(\/.+)$/.exec(unit) ?? [];
  if (per) return per;
  return unit === "" || /[/元]/.test(unit) ? "" : `/${unit}`;
}

/** The amount in words; "" where the standard's own words say for what it is, and no unit does. */
function amountOf(row: Row, lang: Lang): string {
  const [least, most] = [yuan(row, "amount_min"), yuan(row, "amount_max")];
  if (most === null) return "";
  const isBare = /^[\d.,]+\s*元?$/.test(text(row, "standard_text"));
  if (!isBare && !text(row, "unit_of_charge")) return "";
  return strings[lang].upTo(formatYuan(least ?? most, lang), formatYuan(most, lang));
}

/** What need not stand among the facts of a charge: name, standard, unit and relief are the head of its page. */
function saidOf(row: Row, amount: string): readonly string[] {
  const isSame = (a: string, b: string) => row[a] !== null && row[a] === row[b];
  return [
    "item",
    "parent_item",
    "standard_text",
    "unit_of_charge",
    "relief",
    ...(amount ? ["amount_min", "amount_max"] : []),
    ...(isSame("amount_min", "amount_max") ? ["amount_min"] : []),
    ...(isSame("legal_basis", "documents") ? ["legal_basis"] : []),
  ];
}

export function feeOf(e: Entry, row: Row, lang: Lang): Fee {
  const key = text(row, "fee_id");
  const amount = amountOf(row, lang);
  return {
    key,
    name: text(row, "item"),
    parent: text(row, "parent_item"),
    payee: text(row, "payee_unit") || text(row, "department"),
    href: rowUrl(lang, "fees", key),
    standard: text(row, "standard_text"),
    amount,
    per: amount ? perUnit(text(row, "unit_of_charge")) : "",
    most: yuan(row, "amount_max"),
    unit: text(row, "unit_of_charge"),
    unitInStandard: text(row, "standard_text").includes(text(row, "unit_of_charge")),
    relief: text(row, "relief"),
    said: saidOf(row, amount),
    sourceDate: formatDate(text(row, "source_date"), lang),
    sourceUrl: text(row, "source_url"),
    documents: pieces(e, "documents", row["documents"] ?? null, lang),
    region: pieces(e, "region", row["region"] ?? null, lang),
  };
}

/** A standard short enough to stand in a title. */
const shortest = 16;

/** What tells a charge from its like: its place and its price, whom one pays where that is not enough, at last its key. */
export function feeName(e: Entry, row: Row, lang: Lang): string {
  const named = namesOf(e, lang);
  return named.get(text(row, "fee_id")) ?? titleOf(e.dataset, row);
}

const known = new Map<string, ReadonlyMap<string, string>>();

function namesOf(e: Entry, lang: Lang): ReadonlyMap<string, string> {
  const found = known.get(lang);
  if (found) return found;
  const all = rowsOf(e.dataset.id).map((row) => {
    const fee = feeOf(e, row, lang);
    const place = fee.region.map((piece) => piece.text).join("");
    const price = fee.amount ? `${fee.amount}${fee.per}` : fee.standard;
    return {
      key: fee.key,
      short: [fullTitle(e.dataset, row), place, price.length <= shortest ? price : ""],
      payee: fee.payee,
    };
  });
  const join = (parts: readonly string[]) => parts.filter(Boolean).join(" · ");
  const withPayee = (one: (typeof all)[number]) => join([...one.short, one.payee]);
  const times = (names: readonly string[]) => Map.groupBy(names, (name) => name);
  const [shorts, longs] = [times(all.map(({ short }) => join(short))), times(all.map(withPayee))];
  const isOnly = (of: typeof shorts, name: string) => of.get(name)?.length === 1;
  const names = new Map(
    all.map((one): [string, string] => {
      const [short, long] = [join(one.short), withPayee(one)];
      const name = isOnly(shorts, short)
        ? short
        : isOnly(longs, long)
          ? long
          : `${long} · ${one.key}`;
      return [one.key, name];
    }),
  );
  known.set(lang, names);
  return names;
}

/** For each document a row cites: the other rows that cite it. */
export function sharing(rows: readonly Row[], row: Row, field: string) {
  return documentsIn(row[field] ?? null).map((document) => ({
    document,
    others: rows.filter((r) => r !== row && documentsIn(r[field] ?? null).includes(document)),
  }));
}
