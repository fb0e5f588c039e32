import { checkChanges } from "#core/reconcile/change";
import type { Finding, Total, Unit } from "#core/reconcile/finding";
import { checkTotals, wholesOf } from "#core/reconcile/totals";
import { checkUnits } from "#core/reconcile/units";

/**
 * What published figures say against each other, in the order of the rows given. Only what follows from the numbers
 * is told: a difference that rounding or cutting off explains is none, and an incomplete list is no contradiction.
 */
export function reconcile(totals: readonly Total[], units: readonly Unit[]): readonly Finding[] {
  const order = new Map<string, number>();
  for (const { file } of [...totals, ...units]) if (!order.has(file)) order.set(file, order.size);
  const found = [
    ...checkTotals(totals),
    ...checkUnits(units, wholesOf(totals)),
    ...checkChanges(totals, units),
  ];
  return found.toSorted(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line,
  );
}
