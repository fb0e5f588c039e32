import { monthsBefore } from "#core/format/change";
import {
  type Figure,
  isChange,
  isExact,
  neighboursOfBase,
  overlap,
  percentChange,
} from "#core/reconcile/figure";
import { type Finding, finding, type Named, type Total, type Unit } from "#core/reconcile/finding";
import type { Kind } from "#core/reconcile/note";

/** A count of a period that may be compared with the same of another. */
type Counted = { row: Total | Unit; name: string; figure: Figure };

const seriesOf = ({ row, name }: Counted, period: string): string =>
  [row.place.normalize("NFKC").replace(/\s+/gu, ""), name, period].join("\n");

const isMonth = (period: string) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(period);
const monthsOf: Readonly<Record<Kind, number>> = { month: 1, year: 12 };
const other: Readonly<Record<Kind, Kind>> = { month: "year", year: "month" };

function* checkOne(counted: Counted, byPeriod: ReadonlyMap<string, Counted>): Generator<Finding> {
  const { row, name, figure: now } = counted;
  const { changes, deltas } = row.note;
  const earlier = (kind: Kind): Named | undefined => {
    if (!isMonth(row.period)) return undefined;
    const found = byPeriod.get(seriesOf(counted, monthsBefore(row.period, monthsOf[kind])));
    return found && { name, figure: found.figure, file: found.row.file, line: found.row.line };
  };
  for (const { kind, by } of deltas) {
    const before = earlier(kind);
    if (before === undefined) continue;
    const moved = { ...before.figure, low: before.figure.low + by, high: before.figure.high + by };
    if (!overlap(now, moved)) yield finding("delta", row, "note", { name, now, before, kind, by });
  }

  const baseOf = (kind: Kind): number | undefined => {
    const delta = deltas.find((d) => d.kind === kind);
    const base = delta ? now.value - delta.by : earlier(kind)?.figure.value;
    return base !== undefined && base > 0 ? base : undefined;
  };
  for (const printed of changes) {
    const { kind, percent, fall } = printed;
    const [own, else_] = [baseOf(kind), baseOf(other[kind])];
    const fits = (base: number | undefined) =>
      base !== undefined && isChange(percent, fall, now, base);
    const details = (base: number) => {
      const computed = percentChange(now.value, base) ?? 0;
      return { name, now, base, computed, printed };
    };
    if (fits(own)) continue;
    const alsoPrinted = changes.some(
      (c) => c.kind === other[kind] && c.percent.text === percent.text && c.fall === fall,
    );
    if (else_ !== undefined && fits(else_) && !alsoPrinted)
      yield finding("change kind", row, "note", details(else_));
    else if (own !== undefined) yield finding("change", row, "note", details(own));
    else if (isExact(now)) {
      const bases = neighboursOfBase(percent, fall, now.value);
      if (bases === null) continue;
      const near = bases.map((base) => ({ base, percent: percentChange(now.value, base) ?? 0 }));
      const needed = now.value / (1 + ((fall ? -1 : 1) * percent.value) / 100);
      yield finding("change base", row, "note", { name, now, printed, needed, near });
    }
  }
}

/** Printed 同比 and 环比 against the counts they are said to compare. */
export function* checkChanges(
  totals: readonly Total[],
  units: readonly Unit[],
): Generator<Finding> {
  const counted: Counted[] = [
    ...totals.flatMap((row) => (row.figure ? [{ row, name: row.metric, figure: row.figure }] : [])),
    ...units.flatMap((row) =>
      row.received ? [{ row, name: row.unit, figure: row.received }] : [],
    ),
  ];
  const byPeriod = new Map(counted.map((c) => [seriesOf(c, c.row.period), c]));
  for (const one of counted) yield* checkOne(one, byPeriod);
}
