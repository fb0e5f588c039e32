import { formatScore } from "#charts/scores";
import type { Board, Standing } from "#core/assessment/board";
import type { Group } from "#core/assessment/group";
import type { Lang } from "#core/language";
import {
  boardIn,
  figuresIn,
  lackText,
  type Now,
  periodText,
  pillarName,
  rankText,
  unitName,
} from "#site/assessment";
import { strings } from "#site/strings";

/** A line of the scoreboard. */
export type Line = {
  code: string;
  name: string;
  band: string;
  pillars: readonly { name: string; score: string }[];
  index: string;
  median: string;
  interval: string;
};

/** A score, or what stands for none. */
export const score = (n: number | null, none: string): string =>
  n === null ? none : formatScore(n);

/** The units with a rank, the best first; where nobody is ranked, those with a score in a pillar. */
export function linesOf(now: Now, group: Group, lang: Lang): readonly Line[] {
  const t = strings[lang].assess;
  const board = boardIn(now, now.period, group);
  return orderOf(board).map((code): Line => {
    const s = board.standings[code] as Standing; // its own key
    return {
      code,
      name: unitName(code, lang),
      band: s.band === null ? "" : String(s.band),
      pillars: Object.keys(now.a.pillars).map((p) => ({
        name: pillarName(now.a, p, lang),
        score: score(s.pillars[p] ?? null, t.noValue),
      })),
      index: score(s.index, t.noValue),
      median: s.median === null ? "" : rankText(s.median),
      interval:
        s.low === null || s.high === null ? "" : t.between(rankText(s.low), rankText(s.high)),
    };
  });
}

/** Units as the scoreboard lists them. */
export function orderOf(board: Board): readonly string[] {
  const at = (code: string) => board.standings[code];
  if (board.ranked.length > 0)
    return [...board.ranked].sort(
      (a, b) =>
        (at(a)?.median ?? 0) - (at(b)?.median ?? 0) ||
        (at(b)?.index ?? 0) - (at(a)?.index ?? 0) ||
        a.localeCompare(b, "en"),
    );
  return Object.entries(board.standings)
    .filter(([, s]) => Object.values(s.pillars).some((p) => p !== null))
    .map(([code]) => code);
}

/** The units that are not ranked in a group that is compared, each with the reason. */
export function unrankedOf(now: Now, group: Group, lang: Lang) {
  const board = boardIn(now, now.period, group);
  return Object.entries(board.standings)
    .filter(([, s]) => s.missing.length > 0)
    .map(([code, s]) => {
      const figures = figuresIn(now, now.period, code);
      const why = s.missing.map((p) => lackText(now, p, figures, lang));
      return { code, name: unitName(code, lang), why: why.join(strings[lang].assess.whySeparator) };
    });
}

/** Two indices are of the same kind only where they are made of the same pillars. */
export const sameParts = (a: Board, b: Board): boolean =>
  a.compared.length > 0 && a.compared.join() === b.compared.join();

/** The index of each unit in each period, as far as it is of the same pillars as now. */
export function yearsOf(now: Now, group: Group, lang: Lang) {
  const t = strings[lang].assess;
  const board = boardIn(now, now.period, group);
  const periods = now.report.periods.filter((p) => sameParts(board, boardIn(now, p, group)));
  return {
    head: [t.unit, ...periods.map((p) => periodText(p, lang))],
    body: board.ranked.map((code) => ({
      label: unitName(code, lang),
      cells: periods.map((p) =>
        score(boardIn(now, p, group).standings[code]?.index ?? null, t.noValue),
      ),
    })),
  };
}
