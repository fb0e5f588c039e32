import { type Exact, exactOf, exactText, plus, type Summable } from "#core/check/exact";
import type { Plan } from "#core/check/read-plan";
import type { Problems } from "#core/problem/list";
import { excerpt, problem } from "#core/problem/problem";

type Summed = {
  i: number;
  plan: Plan;
  kind: Summable;
  all: Exact;
  since: Exact;
  whole: boolean;
};

export type Totals = {
  add: (cells: readonly string[], refused: (i: number) => boolean) => void;
  /** Compares a row of totals with the sum of all rows, or of those since the last such row. */
  compare: (cells: readonly string[], line: number) => void;
};

/** Sums the money and count columns of a file, to compare them with its rows of totals. */
export function startTotals(plans: readonly Plan[], problems: Problems): Totals {
  const summed = plans.flatMap((plan, i): Summed[] => {
    const { kind } = plan.column;
    if (plan.at < 0 || (kind !== "money" && kind !== "count")) return [];
    return [{ i, plan, kind, all: 0, since: 0, whole: true }];
  });

  function compareOne({ plan, kind, all, since, whole }: Summed, text: string, line: number): void {
    const reading = text === "" ? "" : plan.read(text);
    const value = typeof reading === "string" ? reading : (reading.value ?? "");
    if (value === "" || !whole) return; // a refused cell is told already; its total cannot be compared
    const total = BigInt(exactOf(value, kind));
    if (total === BigInt(all) || total === BigInt(since)) return;
    const found = plan.column.personal ? null : excerpt(text);
    const sum = plan.column.personal ? null : exactText(all, kind);
    const details = { sum, found };
    problems.add(problem("total differs", details, { line, column: plan.column.label }));
  }

  return {
    add(cells, refused) {
      for (const s of summed) {
        const text = cells[s.i] ?? "";
        if (text === "") {
          if (refused(s.i)) s.whole = false;
          continue;
        }
        const value = exactOf(text, s.kind);
        s.all = plus(s.all, value);
        s.since = plus(s.since, value);
      }
    },
    compare(cells, line) {
      for (const s of summed) {
        compareOne(s, cells[s.plan.at] ?? "", line);
        s.since = 0;
      }
    },
  };
}
