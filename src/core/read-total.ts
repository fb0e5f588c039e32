import { fenOf } from "#core/amount";
import { excerpt, problem } from "#core/problem";
import type { Problems } from "#core/problem-list";
import type { Plan } from "#core/read-plan";

const far = 2 ** 52;
const exactLength = 13; // fewer than 10¹⁵ fen: exact in a double, and so is a sum up to `far`

const fenExactly = (yuan: string): bigint => {
  const [whole = "", decimals = ""] = yuan.split(".");
  return BigInt(whole + decimals.padEnd(2, "0"));
};

export type Sum = { add: (text: string) => void; value: () => bigint; reset: () => void };

/** An exact sum of amounts (in fen) or counts: in doubles while they are exact, then in a bigint. */
export function startSum(kind: "money" | "count"): Sum {
  let near = 0;
  let total = 0n;
  return {
    add(text) {
      if (text.length > exactLength) total += kind === "money" ? fenExactly(text) : BigInt(text);
      else near += kind === "money" ? fenOf(text) : Number(text);
      if (near > far || near < -far) {
        total += BigInt(near);
        near = 0;
      }
    },
    value: () => total + BigInt(near),
    reset() {
      near = 0;
      total = 0n;
    },
  };
}

/** A sum as it would stand in the file, in yuan or as a count. */
export function sumText(sum: bigint, kind: "money" | "count"): string {
  if (kind === "count") return String(sum);
  const digits = String(sum < 0n ? -sum : sum).padStart(3, "0");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const exactly = (text: string, kind: "money" | "count"): bigint =>
  kind === "money" ? fenExactly(text) : BigInt(text);

type Summed = {
  i: number;
  plan: Plan;
  kind: "money" | "count";
  all: Sum;
  since: Sum;
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
    return [{ i, plan, kind, all: startSum(kind), since: startSum(kind), whole: true }];
  });

  function compareOne({ plan, kind, all, since, whole }: Summed, text: string, line: number): void {
    const reading = text === "" ? "" : plan.read(text);
    const value = typeof reading === "string" ? reading : (reading.value ?? "");
    if (value === "" || !whole) return; // a refused cell is told already; its total cannot be compared
    const total = exactly(value, kind);
    if (total === all.value() || total === since.value()) return;
    const found = plan.column.personal ? null : excerpt(text);
    const sum = plan.column.personal ? null : sumText(all.value(), kind);
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
        s.all.add(text);
        s.since.add(text);
      }
    },
    compare(cells, line) {
      for (const s of summed) {
        compareOne(s, cells[s.plan.at] ?? "", line);
        s.since.reset();
      }
    },
  };
}
