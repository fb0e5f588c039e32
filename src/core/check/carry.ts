import { type CarrySums, type Group, periodText, startCarrySums } from "#core/check/carry-sums";
import { type Exact, exactText, exactTolerance, isSummable, minus, size } from "#core/check/exact";
import { type Plan, positionOf, type RowRead } from "#core/check/read-plan";
import type { Problems } from "#core/problem/list";
import { problem } from "#core/problem/problem";
import type { AgreementOf } from "#core/rule";

export type Carry = {
  add: (row: RowRead) => void;
  /** A record that could not be read: no sum is known any more. */
  lost: () => void;
  end: () => void;
};

/** Holds what a period closes with to what the next one opens with; nothing where the file lacks a column for it. */
export function startCarry(
  agreement: AgreementOf<"carries">,
  plans: readonly Plan[],
  problems: Problems,
): Carry | undefined {
  const at = (name: string) => positionOf(name, plans);
  const [closing, opening, along] = [
    at(agreement.closing),
    at(agreement.opening),
    at(agreement.along),
  ];
  const by = agreement.by.map(at).filter((i) => i >= 0); // a column that is not there is the same for all
  const [from, to, period] = [plans[closing], plans[opening], plans[along]].map((p) => p?.column);
  if (!from || !to || !period || !isSummable(to.kind)) return undefined;
  const { kind, label } = to;
  const { kind: span, label: spanLabel } = period;
  const optional = new Set(plans.flatMap(({ column }, i) => (column.optional ? [i] : [])));
  const sums = startCarrySums({ closing, opening, along, by, kind, optional });

  const tolerance = exactTolerance(agreement.tolerance, kind);
  const hidden = from.personal || to.personal;
  const money = (value: Exact) => (hidden ? null : exactText(value, kind));
  const named = ({ values }: Group) =>
    values.map((value, i) => (plans[by[i] ?? -1]?.column.personal ? null : value));
  const owes = (sum: Exact | null | undefined) => size(sum ?? 0) > tolerance;

  function compare(group: Group, period: number): void {
    const [before, now] = [group.periods.get(period - 1), group.periods.get(period)];
    if (before === undefined || now === undefined) return;
    const [left, right] = [before.closing, now.opening];
    const whole = group.known && sums.isWhole(period - 1) && sums.isWhole(period);
    if (!whole || left === null || right === null) {
      problems.note("not carried", label, now.line);
      return;
    }
    const difference = size(minus(left, right));
    if (difference <= tolerance) return;
    const details = {
      agreement: agreement.label,
      group: named(group),
      from: periodText(period - 1, span),
      to: periodText(period, span),
      first: before.line,
      left: money(left),
      right: money(right),
      difference: money(difference),
      tolerance: exactText(tolerance, kind),
    };
    problems.add(problem("does not carry", details, { line: now.line, column: label }));
  }
  function findGap(group: Group, sorted: readonly number[]): void {
    const missing = missingOf(group, sorted, sums, owes).filter(sums.isWhole);
    const [first] = missing;
    if (first === undefined || !group.known) return;
    const beside = group.periods.get(first - 1) ?? group.periods.get(sorted[0] ?? 0);
    const details = {
      agreement: agreement.label,
      group: named(group),
      missing: periodText(first, span),
      periods: missing.length,
    };
    problems.add(
      problem("period missing", details, {
        column: spanLabel,
        ...(beside && { line: beside.line }),
      }),
    );
  }

  return {
    add: sums.add,
    lost: sums.lost,
    end() {
      for (const group of sums.groups()) {
        const sorted = [...group.periods.keys()].sort((a, b) => a - b);
        findGap(group, sorted);
        for (const p of sorted) compare(group, p);
      }
    },
  };
}

/** Periods a group has no row of: between two of its own, and beyond them while it has a balance and the file goes on. */
function missingOf(
  { periods }: Group,
  sorted: readonly number[],
  sums: CarrySums,
  owes: (sum: Exact | null | undefined) => boolean,
): number[] {
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const from = owes(periods.get(first)?.opening) ? sums.earliest() : first;
  const to = owes(periods.get(last)?.closing) ? sums.latest() : last;
  const missing: number[] = [];
  for (let p = from; p <= to; p++) if (!periods.has(p)) missing.push(p);
  return missing;
}
