import type { Figure, Percent } from "#core/reconcile/figure";
import type { Kind, Note } from "#core/reconcile/note";

/** Where a row stands; `line` counts from 1, the header included. */
export type Place = { file: string; line: number };
type Row = Place & { place: string; period: string; note: Note };

/** A figure of a report. Null where it is only near (近90万): nothing follows from it. */
export type Total = Row & { metric: string; figure: Figure | null; percent: Percent | undefined };

export const counts = ["received", "on_time", "overdue", "open", "unsatisfied"] as const;
export const rates = [
  "close_rate",
  "satisfaction_rate",
  "on_time_feedback_rate",
  "callback_rate",
] as const;
/** One unit's line of a report. */
export type Unit = Row & { unit: string } & {
  [C in (typeof counts)[number]]: Figure | null;
} & { [R in (typeof rates)[number]]: Percent | null };

/** A name, a figure and where it was printed. */
export type Named = { name: string; figure: Figure } & Place;
type Base = { name: string; now: Figure; base: number; computed: number };
type Printed = { kind: Kind; percent: Percent; fall: boolean };

/** Every kind of finding and the numbers its sentence needs. */
export type Details = {
  /** Parts of a breakdown, or of a pair such as 按期 and 逾期, against their whole. */
  parts: { group: string; parts: readonly Named[]; sum: Figure; whole: Named; listed: boolean };
  /** A printed share or rate against n ÷ N; `of` is what fits best. */
  share: { name: string; n: Figure; of: readonly Named[]; percent: Percent };
  "over 100": { name: string; percent: Percent };
  /** 同比 that is 环比, or the reverse; `printed.kind` is what the report calls it. */
  "change kind": Base & { printed: Printed };
  change: Base & { printed: Printed };
  /** No whole number before would give the change. */
  "change base": { name: string; now: Figure; printed: Printed; needed: number; near: Near };
  delta: { name: string; now: Figure; before: Named; kind: Kind; by: number };
  "part over whole": { name: string; part: Figure; whole: Named };
  /** Unsatisfied answers leave less room for satisfaction than is printed. */
  satisfaction: { name: string; unsatisfied: Figure; received: Figure; percent: Percent };
  units: { units: readonly Named[]; sum: Figure; whole: Named };
  months: { title: string; text: string; period: string };
};
export type Near = readonly { base: number; percent: number }[];
export type Code = keyof Details;

/** What does not hang together (`contradiction`), or may only be incomplete (`question`). */
export type Finding = {
  [C in Code]: { code: C; severity: "contradiction" | "question"; column: string } & Place & {
      place: string;
      period: string;
    } & Details[C];
}[Code];

export function finding<C extends Code>(
  code: C,
  row: Row,
  column: string,
  details: Details[C],
  severity: Finding["severity"] = "contradiction",
): Finding {
  const { file, line, place, period } = row;
  return { code, severity, file, line, column, place, period, ...details } as Finding; // the union is distributed over C
}

/** The same place and period: remarks in brackets and spaces aside. */
export const groupOf = ({ place, period }: { place: string; period: string }): string =>
  [place, period].map((text) => text.normalize("NFKC").replace(/\([^()]*\)|\s+/gu, "")).join("\n");

/** Rows by what they have in common, in the order of the first of each. */
export function grouped<R>(
  rows: readonly R[],
  keyOf: (row: R) => string,
): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
