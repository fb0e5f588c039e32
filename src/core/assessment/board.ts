import { matrixOf } from "#core/assessment/columns";
import { type Assessment, indicatorsOf } from "#core/assessment/declaration";
import type { Figures } from "#core/assessment/figure";
import { atGoalposts } from "#core/assessment/normalise";
import { rankingOf } from "#core/assessment/ranking";
import { type Shift, sensitivity } from "#core/assessment/sensitivity";

/** What a unit reaches; `index` is null for one that is not ranked. */
export type Standing = {
  /** Score of each indicator and pillar from 0 to 100; null without data. */
  scores: Readonly<Record<string, number | null>>;
  pillars: Readonly<Record<string, number | null>>;
  /** Pillars compared that this unit lacks: the reason why it is not ranked. */
  missing: readonly string[];
  index: number | null;
  rank: number | null;
  median: number | null;
  low: number | null;
  high: number | null;
  band: number | null;
};

/** A peer group in a period. */
export type Board = {
  /** Pillars in which enough units have data; the comparison is of these alone, and partial where they are not all. */
  compared: readonly string[];
  isPartial: boolean;
  /** The units ranked, in the order of the matrix; empty where there is no comparison. */
  ranked: readonly string[];
  standings: Readonly<Record<string, Standing>>;
  sensitivity: readonly Shift[];
};

/** The least of `all` that is enough. */
export const leastOf = (all: number, { parts, of }: Assessment["enough"]): number =>
  Math.ceil((all * parts) / of);

/** Scores of a unit's figures against the goalposts, and of its pillars: nothing is filled in for what is missing. */
export function scoresOf(a: Assessment, figures: Figures): Pick<Standing, "scores" | "pillars"> {
  const scores = Object.fromEntries(
    Object.entries(a.indicators).map(([id, i]) => {
      const value = figures[id]?.value ?? null;
      return [id, value === null ? null : atGoalposts(value, i.goalposts)];
    }),
  );
  const pillars = Object.fromEntries(
    Object.keys(a.pillars).map((p) => {
      const ids = indicatorsOf(a, p);
      const there = ids.flatMap((id) => scores[id] ?? []);
      const isEnough = there.length >= leastOf(ids.length, a.enough);
      return [p, isEnough ? there.reduce((sum, s) => sum + s, 0) / there.length : null];
    }),
  );
  return { scores, pillars };
}

/** Compares the units of a peer group. */
export function boardOf(a: Assessment, figuresByUnit: Readonly<Record<string, Figures>>): Board {
  const units = Object.keys(figuresByUnit);
  const scored = Object.entries(figuresByUnit).map(([code, f]) => ({ code, ...scoresOf(a, f) }));
  const all = Object.keys(a.pillars);
  const known = all.filter(
    (p) =>
      scored.filter((s) => s.pillars[p] !== null).length >= Math.min(a.leastUnits, units.length),
  );
  const compared = known.length >= leastOf(all.length, a.enough) ? known : [];
  const missingOf = (s: (typeof scored)[number]) => compared.filter((p) => s.pillars[p] === null);
  const ranked =
    compared.length > 0 ? scored.filter((s) => missingOf(s).length === 0).map((s) => s.code) : [];
  const m = matrixOf(a, compared, ranked, figuresByUnit);
  const weights = compared.map(() => 1);
  const isRanked = ranked.length > 1;
  const ranking = isRanked ? rankingOf(m, weights, a.draws) : null;
  const standings = scored.map(({ code, scores, pillars }, i): [string, Standing] => {
    const u = ranked.indexOf(code);
    const own = { scores, pillars, missing: scored[i] ? missingOf(scored[i]) : [] };
    if (u < 0)
      return [
        code,
        { ...own, index: null, rank: null, median: null, low: null, high: null, band: null },
      ];
    const { median, low, high } = ranking?.intervals[u] ?? { median: null, low: null, high: null };
    const [index, rank] = [ranking?.index[u] ?? null, ranking?.ranks[u] ?? null];
    return [code, { ...own, index, rank, median, low, high, band: ranking?.bands[u] ?? null }];
  });
  return {
    compared,
    isPartial: compared.length < all.length,
    ranked,
    standings: Object.fromEntries(standings),
    sensitivity: isRanked ? sensitivity(m, weights, a.draws) : [],
  };
}
