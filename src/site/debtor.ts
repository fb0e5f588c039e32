import type { Entry, Row } from "#core/catalog";
import { creditorNames } from "#core/creditor";
import { titleOf } from "#core/format/cell";
import { formatNumber, scaleMoney } from "#core/format/format";
import { untilOf } from "#core/gate/withdraw";
import type { Lang } from "#core/language";
import { rowsOf } from "#site/catalog";
import { hasRowPages } from "#site/page";
import { rowUrl } from "#site/urls";

/** A case among those with the most unpaid. */
export type Debtor = {
  key: string;
  name: string;
  /** The last day (an ISO date) on which the name may be shown. */
  until: string | undefined;
  href: string | undefined;
  amount: string;
  /** Of the largest amount listed, for a bar: 0 to 100. */
  share: number;
  days: string;
  /** Whose money it is: a list may mix populations, a sum may not. */
  creditors: string;
  /** The disputed part; "" where none is. */
  disputed: string;
};

const amountOf = (row: Row, field: string): number => Number(row[field] ?? 0);
const nameOf: Readonly<Record<string, { zh: string; en: string } | undefined>> = creditorNames;

/** The cases still published with the most unpaid, the largest first; each case stands for itself. */
export function largestDebtors(e: Entry, n: number, lang: Lang): readonly Debtor[] {
  const { id, key } = e.dataset;
  const rows = rowsOf(id)
    .toSorted(
      (a, b) =>
        amountOf(b, "outstanding") - amountOf(a, "outstanding") ||
        String(a[key]).localeCompare(String(b[key])),
    )
    .slice(0, n);
  const most = Math.max(1, ...rows.map((row) => amountOf(row, "outstanding")));
  const scale = scaleMoney(most, lang);
  return rows.map((row) => {
    const scope = String(row["creditor_scope"] ?? "");
    const disputed = amountOf(row, "disputed");
    return {
      key: String(row[key]),
      name: titleOf(e.dataset, row),
      until: untilOf(e.dataset, row),
      href: hasRowPages(e) ? rowUrl(lang, id, String(row[key])) : undefined,
      amount: scale.text(amountOf(row, "outstanding")),
      share: Math.round((amountOf(row, "outstanding") / most) * 1000) / 10,
      days: formatNumber(amountOf(row, "overdue_days"), 0),
      creditors: nameOf[scope]?.[lang] ?? scope,
      disputed: disputed > 0 ? scale.text(disputed) : "",
    };
  });
}
