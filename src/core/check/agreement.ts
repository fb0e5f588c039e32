import { type Carry, startCarry } from "#core/check/carry";
import {
  type Exact,
  exactOf,
  exactText,
  exactTolerance,
  isSummable,
  minus,
  plus,
  size,
} from "#core/check/exact";
import { type Plan, positionOf, type RowRead } from "#core/check/read-plan";
import type { Problems } from "#core/problem/list";
import { type Problem, problem } from "#core/problem/problem";
import type { Agreement, AgreementOf } from "#core/rule";

export type Agreements = {
  /** Whether the row agrees with itself; what is blank or was refused is not compared. */
  add: (row: RowRead) => boolean;
  /** A record that could not be read: what it would have added to a sum is not known. */
  lost: () => void;
  end: () => void;
};
type RowRule = (row: RowRead) => Problem | undefined;

/** Holds the rows of a file to what its columns must agree on. */
export function startAgreements(
  agreements: readonly Agreement[],
  plans: readonly Plan[],
  problems: Problems,
): Agreements {
  const rules: RowRule[] = [];
  const carries: Carry[] = [];
  for (const a of agreements) {
    const carry = a.rule === "carries" ? startCarry(a, plans, problems) : undefined;
    if (carry) carries.push(carry);
    const rule = rowRule(a, plans);
    if (rule) rules.push(rule);
  }
  return {
    add(row) {
      let agrees = true;
      for (const rule of rules) {
        const p = rule(row);
        if (p === undefined) continue;
        problems.add(p);
        agrees = false;
      }
      for (const carry of carries) carry.add(row);
      return agrees;
    },
    lost() {
      for (const carry of carries) carry.lost();
    },
    end() {
      for (const carry of carries) carry.end();
    },
  };
}

/** What an agreement asks of each row; undefined where it asks nothing, or the file lacks a column for it. */
function rowRule(a: Agreement, plans: readonly Plan[]): RowRule | undefined {
  switch (a.rule) {
    case "adds up":
      return addsUp(a, plans);
    case "at most":
      return atMost(a, plans);
    case "carries":
      return undefined;
  }
}

function addsUp(a: AgreementOf<"adds up">, plans: readonly Plan[]): RowRule | undefined {
  const of = (names: readonly string[]) => names.map((name) => positionOf(name, plans));
  const [added, taken, [result = -1]] = [of(a.plus), of(a.minus ?? []), of([a.equals])];
  const all = [...added, ...taken, result];
  const column = plans[result]?.column;
  if (!column || !isSummable(column.kind) || all.includes(-1)) return undefined;
  const { kind, label } = column;
  const tolerance = exactTolerance(a.tolerance, kind);
  const hidden = all.some((i) => plans[i]?.column.personal);
  const text = (value: Exact) => (hidden ? null : exactText(value, kind));

  return ({ cells, line }) => {
    for (const i of all) if (cells[i] === "") return undefined; // blank, or refused
    let left: Exact = 0;
    for (const i of added) left = plus(left, exactOf(cells[i] ?? "", kind));
    for (const i of taken) left = minus(left, exactOf(cells[i] ?? "", kind));
    const right = exactOf(cells[result] ?? "", kind);
    const difference = size(minus(left, right));
    if (difference <= tolerance) return undefined;
    const terms = [...added.map((i) => `+ ${cells[i]}`), ...taken.map((i) => `− ${cells[i]}`)];
    const details = {
      agreement: a.label,
      terms: hidden ? null : terms.join(" ").slice(2),
      left: text(left),
      right: text(right),
      difference: text(difference),
      tolerance: exactText(tolerance, kind),
    };
    return problem("sum differs", details, { line, column: label });
  };
}

function atMost(a: AgreementOf<"at most">, plans: readonly Plan[]): RowRule | undefined {
  const [least, most] = [positionOf(a.least, plans), positionOf(a.most, plans)];
  const [column, other] = [plans[least]?.column, plans[most]?.column];
  if (!column || !other) return undefined;
  const { kind } = column;
  const hidden = column.personal || other.personal;
  const more = isSummable(kind)
    ? (l: string, r: string) => exactOf(l, kind) > exactOf(r, kind)
    : kind === "share"
      ? (l: string, r: string) => Number(l) > Number(r)
      : comesAfter;

  return ({ cells, line }) => {
    const [l, r] = [cells[least] ?? "", cells[most] ?? ""];
    if (l === "" || r === "" || !more(l, r)) return undefined;
    const by = isSummable(kind)
      ? exactText(minus(exactOf(l, kind), exactOf(r, kind)), kind)
      : undefined;
    const details = {
      agreement: a.label,
      left: hidden ? null : l,
      right: hidden ? null : r,
      most: other.label,
      ...(by !== undefined && { difference: hidden ? null : by }),
    };
    return problem("not at most", details, { line, column: column.label });
  };
}

/** Whether a date certainly lies after another: a year or a month says nothing about the days in it. */
export function comesAfter(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}
