import type { Text } from "#core/language";
import type { Article, Law } from "#core/law";
import type { Where } from "#core/metric";

/**
 * What the gate does before anything is public.
 * - `drop`: the column is not published.
 * - `mask`: a natural person's name in these rows keeps its first and last character (张*三).
 * - `withdraw`: a row whose `until` lies before the day of the build, or whose `status` is one of these, or
 *   that withdrawn.csv lists, leaves; a nameless tombstone (key, month, kind of reason) stays. `names` are the
 *   fields a stale copy in a browser must hide once `until` is over.
 * - `suppress`: a cell is small where one of its `bases` (people counted) lies over 0 and under `under`. Inside each
 *   `within`, small cells become one row, whose `merge` columns say "merged": joined by the next smallest until each
 *   base has none or at least two cells and `under` people in it; where that cannot be, all of `within` is withheld.
 *   Counts are added up, so that every sum over `within` stays exact and no cell can be had from it.
 */
export type Privacy<
  F = string,
  A = Article,
  Date = string,
  Cat = string,
  Count = string,
  Txt = string,
> = {
  because: { article: A } | { law: Law };
} & (
  | { rule: "drop"; field: F }
  | { rule: "mask"; field: Txt; when: Where<Cat> }
  | {
      rule: "withdraw";
      until: Date;
      on: Date;
      status: Where<Cat>;
      reason: Cat;
      names: readonly F[];
    }
  | {
      rule: "suppress";
      within: readonly F[];
      merge: readonly Cat[];
      bases: readonly [Count, ...Count[]];
      under: number;
    }
);

/** The code that stands in the `merge` columns of a row made of small cells. */
export const mergedCode = "merged";

/** Kinds of reason for which a row is no longer published. */
export const withdrawalReasons = {
  expired: { zh: "公示期满", en: "Time of publication over" },
  repaired: { zh: "信用修复", en: "Credit repaired" },
  paid: { zh: "欠款已清偿", en: "Debt paid" },
  error: { zh: "公布有误", en: "Published in error" },
  ordered: { zh: "依有关机关决定", en: "By decision of an authority" },
} as const satisfies Readonly<Record<string, Text>>;

/** What the columns of the file must agree on, besides each being sound. */
export type Agreement<Col = string> = {
  label: Text;
} /** Σ plus − Σ minus = equals, to within a tolerance in the column's unit (yuan, or a count). */ & (
  | {
      rule: "adds up";
      plus: readonly Col[];
      minus?: readonly Col[];
      equals: Col;
      tolerance: number;
    }
  /** The first is at most the second: counts, amounts or dates; a blank is not compared. */
  | { rule: "at most"; least: Col; most: Col }
  /** Σ `closing` of a period = Σ `opening` of the next, inside each `by`. */
  | {
      rule: "carries";
      closing: Col;
      opening: Col;
      along: Col;
      by: readonly Col[];
      tolerance: number;
    }
);
export type AgreementOf<R extends Agreement["rule"]> = Extract<Agreement, { rule: R }>;
