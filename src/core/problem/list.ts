import type { Text } from "#core/language";
import {
  type Details,
  type Note,
  type Place,
  type Problem,
  problem,
  type Severity,
} from "#core/problem/problem";

/** How many problems of one kind in one column are kept one by one; the rest is counted. */
export const keptInDetail = 1000;

type Tally = { line: number; count: number };
type PlainNote = { [N in Note]: keyof Details[N] extends never ? N : never }[Note];

const order: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, error: 2 };

/** Notices, then warnings, then errors, so that the last lines on a screen are what must be done. */
export const bySeverity = (a: Problem, b: Problem): number => order[a.severity] - order[b.severity];

export type Problems = {
  add: (p: Problem) => void;
  note: (note: PlainNote, column: Text | undefined, line: number, count?: number) => void;
  /** Errors so far. */
  errors: () => number;
  /** By severity, then by line. */
  all: () => Problem[];
};

/** Collects problems in bounded memory: notices are tallied by kind and column, the others kept up to a limit. */
export function startProblems(): Problems {
  const kept: Problem[] = [];
  const seen = new Map<string, { first: Problem; count: number }>();
  const notices = new Map<Text | undefined, Map<PlainNote, Tally>>();

  let errors = 0;

  return {
    add(p) {
      if (p.severity === "error") errors += 1;
      const kind = `${p.code} ${p.column?.zh ?? ""} ${"agreement" in p ? p.agreement.zh : ""}`;
      const before = seen.get(kind);
      if (before === undefined) seen.set(kind, { first: p, count: 1 });
      else before.count += 1;
      if ((before?.count ?? 1) <= keptInDetail) kept.push(p);
    },
    note(note, column, line, count = 1) {
      let tallies = notices.get(column);
      if (tallies === undefined) {
        tallies = new Map();
        notices.set(column, tallies);
      }
      const tally = tallies.get(note);
      if (tally === undefined) tallies.set(note, { line, count });
      else tally.count += count;
    },
    errors: () => errors,
    all() {
      const told = [...notices].flatMap(([column, tallies]) =>
        [...tallies].map(([note, { line, count }]) => {
          const place: Place = { line, count, ...(column && { column }) };
          return problem(note, {} as Details[PlainNote], place); // plain notes have no details
        }),
      );
      const more = [...seen.values()]
        .filter(({ count }) => count > keptInDetail)
        .map(({ first: { severity, column }, count }) => {
          const rest = problem(
            "more of these",
            { more: count - keptInDetail },
            column && { column },
          );
          return { ...rest, severity };
        });
      const line = (p: Problem) => p.line ?? (p.code === "more of these" ? Number.MAX_VALUE : 0);
      return [...told, ...kept, ...more].sort((a, b) => bySeverity(a, b) || line(a) - line(b));
    },
  };
}
