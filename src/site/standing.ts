import { signed } from "#charts/change";
import { formatScore } from "#charts/scores";
import { stripPicture } from "#charts/strip";
import type { Figure } from "#core/assessment/figure";
import type { Group } from "#core/assessment/group";
import type { Lang } from "#core/language";
import {
  boardIn,
  figuresIn,
  indexName,
  lackText,
  medianOf,
  type Now,
  pillarName,
  rankText,
  standingIn,
} from "#site/assessment";
import { changeText } from "#site/measured";
import { strings } from "#site/strings";

/** A unit among its peers, in a language. */
export type Unit = { now: Now; group: Group; code: string; lang: Lang };

/** A figure of the newest period, and of the one before. */
export const figureIn = ({ now, code }: Unit, id: string): Figure | undefined =>
  figuresIn(now, now.period, code)[id];
export const figureBefore = ({ now, code }: Unit, id: string): Figure | undefined =>
  now.last && figuresIn(now, now.last, code)[id];

/** The index and rank of a unit in a sentence, or why it has none. */
export function standingText({ now, group, code, lang }: Unit): string {
  const t = strings[lang].assess;
  const board = boardIn(now, now.period, group);
  const s = standingIn(now, now.period, group, code);
  if (board.ranked.length === 0) return t.shortNoComparison(t.groups[group]);
  if (s.index === null || s.median === null || s.low === null || s.high === null) {
    const figures = figuresIn(now, now.period, code);
    return t.shortUnranked(
      s.missing.map((p) => lackText(now, p, figures, lang)).join(t.whySeparator),
    );
  }
  return t.shortRanked(
    indexName(board, lang),
    formatScore(s.index),
    t.groupUnit[group],
    board.ranked.length,
    rankText(s.median),
    t.between(rankText(s.low), rankText(s.high)),
  );
}

/** Where a unit stands among those with a rank, as numbers in words; null of one that has none. */
export function placeOf({ now, group, code, lang }: Unit) {
  const t = strings[lang].assess;
  const board = boardIn(now, now.period, group);
  const s = standingIn(now, now.period, group, code);
  if (s.index === null || s.median === null || s.low === null || s.high === null) return null;
  const indices = board.ranked.flatMap((unit) => board.standings[unit]?.index ?? []);
  const median = medianOf(indices);
  return {
    rank: t.rankOf(rankText(s.median), String(board.ranked.length)),
    interval: t.rankRange(t.between(rankText(s.low), rankText(s.high))),
    index: t.indexOf(indexName(board, lang), formatScore(s.index)),
    strip: stripPicture(
      indices,
      median,
      s.index,
      t.placeAlt(formatScore(s.index), median === null ? t.noValue : formatScore(median)),
    ),
  };
}

type Move = { label: string; by: number; value: string };

/** What rose and what fell most; a pillar or an indicator that did not move is no news. */
function ends(moves: readonly Move[]): { up: Move | undefined; down: Move | undefined } {
  const sorted = moves.toSorted((a, b) => b.by - a.by);
  const [up, down] = [sorted[0], sorted.at(-1)];
  return { up: up && up.by > 0 ? up : undefined, down: down && down.by < 0 ? down : undefined };
}

/**
 * What moved most against the same months of last year, by score: the pillars first, then the indicators, each of those
 * with its own value beside, which may have moved by little where its goalposts are close.
 */
export function movesText(unit: Unit): readonly string[] {
  const { now, group, code, lang } = unit;
  const t = strings[lang].assess;
  if (!now.last) return [t.movedNone];
  const [to, from] = [now.period, now.last].map((p) => standingIn(now, p, group, code));
  const moved = (a: number | null | undefined, b: number | null | undefined) =>
    a === null || a === undefined || b === null || b === undefined ? [] : [a - b];
  const pillars = Object.keys(now.a.pillars).flatMap((p): Move[] =>
    moved(to?.pillars[p], from?.pillars[p]).map((by) => ({
      label: pillarName(now.a, p, lang),
      by,
      value: "",
    })),
  );
  const indicators = Object.entries(now.a.indicators).flatMap(([id, i]): Move[] =>
    moved(to?.scores[id], from?.scores[id]).map((by) => ({
      label: i.label[lang],
      by,
      value: changeText(i, figureIn(unit, id), figureBefore(unit, id), lang),
    })),
  );
  if (indicators.length === 0) return [t.movedNone];
  const say = ({ label, by, value }: Move) => t.moved(label, signed(by), value);
  const sentence = (moves: readonly Move[], words: typeof t.movedPillars) => {
    const { up, down } = ends(moves);
    const text = words(up && say(up), down && say(down));
    return text ? [text] : [];
  };
  return [...sentence(pillars, t.movedPillars), ...sentence(indicators, t.movedIndicators)];
}
