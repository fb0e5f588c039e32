import type { Row } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { withdrawRule } from "#core/withdraw";

/**
 * The last day (an ISO date) on which a page may show a field of a row, or with no field the row's title: what carries
 * it as `data-until` is hidden from then on, even in an old copy of the page.
 */
export function untilOf(d: Dataset, row: Row, field = d.row.title): string | undefined {
  const rule = withdrawRule(d);
  const until = rule?.names.includes(field) ? row[rule.until] : null;
  return until ? String(until) : undefined;
}

/** True where a page about the dataset needs the script that hides what is past its time. */
export const mayExpire = (d: Dataset): boolean => withdrawRule(d) !== undefined;
