import { formatScore } from "#charts/scores";
import type { Figure } from "#core/assessment/figure";
import type { Group } from "#core/assessment/group";
import type { Lang } from "#core/language";
import {
  boardIn,
  figuresIn,
  indexName,
  lackText,
  type Now,
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

/** The indicators whose score moved most against the same months of last year. */
export function movesText(unit: Unit): readonly string[] {
  const { now, group, code, lang } = unit;
  const t = strings[lang].assess;
  if (!now.last) return [t.movedNone];
  const [to, from] = [now.period, now.last].map((p) => standingIn(now, p, group, code).scores);
  const moves = Object.entries(now.a.indicators).flatMap(([id, i]) => {
    const [a, b] = [to?.[id] ?? null, from?.[id] ?? null];
    return a === null || b === null ? [] : [{ id, i, by: a - b }];
  });
  const sorted = moves.sort((a, b) => b.by - a.by);
  const [up, down] = [sorted[0], sorted.at(-1)];
  const by = (m: (typeof moves)[number]) =>
    changeText(m.i, figureIn(unit, m.id), figureBefore(unit, m.id), lang);
  return [
    ...(up && up.by > 0 ? [t.movedUp(up.i.label[lang], by(up))] : []),
    ...(down && down.by < 0 ? [t.movedDown(down.i.label[lang], by(down))] : []),
    ...(moves.length === 0 ? [t.movedNone] : []),
  ];
}
