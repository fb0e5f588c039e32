import { type Exact, exactOf, plus, type Summable } from "#core/check/exact";
import type { RowRead } from "#core/check/read-plan";
import { copyOf } from "#core/problem/problem";

/** Sums of a group in a period; null where a cell that belongs to one is blank or was refused. */
export type Sums = { line: number; opening: Exact | null; closing: Exact | null };
export type Group = {
  /** The group's value of each `by`. */
  values: readonly string[];
  /** By the period's number: of two in a row the second is 1 more. */
  periods: ReadonlyMap<number, Sums>;
  /** Whether each row of it says which period it is of. */
  known: boolean;
};

/** Months and years as whole numbers. */
const numberOf = (period: string): number =>
  period.length === 4
    ? Number(period)
    : Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1;

/** The period with this number. */
export const periodText = (period: number, kind: string): string =>
  kind === "year"
    ? String(period)
    : `${Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, "0")}`;

/** Positions of the columns in a row. */
export type Columns = {
  closing: number;
  opening: number;
  along: number;
  by: readonly number[];
  kind: Summable;
  /** Those that may be blank. */
  optional: ReadonlySet<number>;
};

export type CarrySums = {
  add: (row: RowRead) => void;
  lost: () => void;
  groups: () => Iterable<Group>;
  /** Whether every row that belongs to a period is known to be of its group. */
  isWhole: (period: number) => boolean;
  earliest: () => number;
  latest: () => number;
};

/** Adds up opening and closing balances: one pair of sums for each group and period, however many rows. */
export function startCarrySums(columns: Columns): CarrySums {
  const { closing, opening, along, by, kind, optional } = columns;
  const groups = new Map<string, Group & { periods: Map<number, Sums> }>();
  const broken = new Set<number>(); // periods with a row whose group is not known
  let lost = false;
  let [earliest, latest] = [Number.MAX_SAFE_INTEGER, 0];

  const isKnown = (i: number, { cells, refused }: RowRead) =>
    cells[i] === "" ? optional.has(i) && !refused(i) : true;

  function groupOf(cells: readonly string[]) {
    let key = "";
    for (const i of by) key += `${cells[i]}\u001f`;
    const before = groups.get(key);
    if (before !== undefined) return before;
    const values = by.map((i) => copyOf(cells[i] ?? ""));
    const group = { values, periods: new Map<number, Sums>(), known: true };
    groups.set(copyOf(key), group);
    return group;
  }

  const added = (sum: Exact | null, text = "") =>
    sum === null || text === "" ? null : plus(sum, exactOf(text, kind));

  return {
    add(row) {
      const { cells, line } = row;
      const period = cells[along] === "" ? undefined : numberOf(cells[along] ?? "");
      if (period !== undefined) {
        earliest = Math.min(earliest, period);
        latest = Math.max(latest, period);
      }
      if (!by.every((i) => isKnown(i, row))) {
        if (period === undefined) lost = true;
        else broken.add(period);
        return;
      }
      const group = groupOf(cells);
      if (period === undefined) {
        group.known = false;
        return;
      }
      let sums = group.periods.get(period);
      if (sums === undefined) {
        sums = { line, opening: 0, closing: 0 };
        group.periods.set(period, sums);
      }
      sums.opening = added(sums.opening, cells[opening]);
      sums.closing = added(sums.closing, cells[closing]);
    },
    lost() {
      lost = true;
    },
    groups: () => groups.values(),
    isWhole: (period) => !lost && !broken.has(period),
    earliest: () => earliest,
    latest: () => latest,
  };
}
