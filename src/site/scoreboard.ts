import { changeOptions, signed } from "#charts/change";
import { intervalOptions } from "#charts/intervals";
import { formatScore, scoreTileOptions } from "#charts/scores";
import { widths } from "#charts/style";
import type { Board, Standing } from "#core/assessment/board";
import type { Group } from "#core/assessment/group";
import { formatNumber } from "#core/format/format";
import type { Lang } from "#core/language";
import {
  boardIn,
  figuresIn,
  indexName,
  lackText,
  type Now,
  periodText,
  pillarName,
  rankText,
  shortName,
  unitName,
} from "#site/assessment";
import { strings } from "#site/strings";
import { drawPicture } from "#site/svg";

/** A picture with what it says, how it is read, and the same as a table. */
export type Shown = {
  id: string;
  title: string;
  takeaway: string;
  explained: string;
  wide: string;
  narrow: string;
  head: readonly string[];
  body: readonly { label: string; cells: readonly string[] }[];
};

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

const score = (n: number | null, none: string): string => (n === null ? none : formatScore(n));

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

function orderOf(board: Board): readonly string[] {
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

const both = (
  draw: Parameters<typeof drawPicture>[0],
  alt: string,
  lang: Lang,
  demonstration: boolean,
) => ({
  wide: drawPicture(draw, { alt, lang, width: widths.wide, demonstration }),
  narrow: drawPicture(draw, { alt, lang, width: widths.narrow, demonstration }),
});

/** Where each unit is ranked and how sure that is; null where nobody is. */
export function rankPicture(now: Now, group: Group, lang: Lang): Shown | null {
  const t = strings[lang].assess;
  const board = boardIn(now, now.period, group);
  if (board.ranked.length < 2) return null;
  const units = orderOf(board).map((code) => {
    const { median, low, high, band } = board.standings[code] as Standing; // ranked, so it has all four
    return {
      label: shortName(code, lang),
      median: median ?? 0,
      low: low ?? 0,
      high: high ?? 0,
      band: band ?? 0,
    };
  });
  const alt = t.rankAlt(t.groups[group]);
  return {
    id: `rank-${group}`,
    title: t.rankTitle(t.groups[group]),
    takeaway: t.rankTakeaway(Math.max(...units.map((u) => u.band)), units.length),
    explained: t.rankExplained(formatNumber(now.a.draws.count, 0)),
    ...both(
      (width) => intervalOptions(units, { lang, width }),
      alt,
      lang,
      now.report.demonstration,
    ),
    head: [t.unit, t.band, t.median, t.interval],
    body: units.map((u) => ({
      label: u.label,
      cells: [t.bandOf(u.band), rankText(u.median), t.between(rankText(u.low), rankText(u.high))],
    })),
  };
}

/** The index of every unit of prefecture level; null where none has one. */
export function tilePicture(now: Now, lang: Lang): Shown | null {
  const t = strings[lang].assess;
  const board = boardIn(now, now.period, "prefectures");
  const scores = new Map(
    (["prefectures", "cities"] as const).flatMap((g) =>
      Object.entries(boardIn(now, now.period, g).standings).flatMap(([code, s]) =>
        s.index === null ? [] : [[code, s.index] as const],
      ),
    ),
  );
  if (scores.size === 0) return null;
  const index = indexName(board, lang);
  const sorted = [...scores].sort((a, b) => b[1] - a[1]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const say = (one: readonly [string, number] | undefined) =>
    one ? `${shortName(one[0], lang)} ${formatScore(one[1])}` : "";
  return {
    id: "tiles",
    title: t.tilesTitle(index),
    takeaway: `${say(first)} … ${say(last)}`,
    explained: t.tilesExplained,
    ...both(
      (width) => scoreTileOptions(scores, { metric: index, lang, width }),
      t.tilesAlt,
      lang,
      now.report.demonstration,
    ),
    head: [t.unit, index],
    body: sorted.map(([code, s]) => ({ label: shortName(code, lang), cells: [formatScore(s)] })),
  };
}

/** The index against the same months of the year before; null where there is nothing to compare. */
export function changePicture(now: Now, group: Group, lang: Lang): Shown | null {
  const t = strings[lang].assess;
  const { last } = now;
  if (!last) return null;
  const [board, old] = [boardIn(now, now.period, group), boardIn(now, last, group)];
  const units = board.ranked
    .map((code) => ({
      label: shortName(code, lang),
      now: board.standings[code]?.index ?? 0,
      before: sameParts(board, old) ? (old.standings[code]?.index ?? null) : null,
    }))
    .sort((a, b) => b.now - a.now);
  const moved = units.flatMap((u) => (u.before === null ? [] : [u.now - u.before]));
  if (moved.length === 0) return null;
  const names = { now: now.period.id, before: last.id };
  return {
    id: `change-${group}`,
    title: `${t.groups[group]}${t.colon}${t.changeTitle}`,
    takeaway: t.changeTakeaway(
      moved.filter((m) => m > 0).length,
      moved.filter((m) => m < 0).length,
    ),
    explained: t.changeExplained,
    ...both(
      (width) => changeOptions(units, { lang, width, names }),
      t.changeAlt(t.groups[group]),
      lang,
      now.report.demonstration,
    ),
    head: [t.unit, periodText(last, lang), periodText(now.period, lang), t.change],
    body: units.map((u) => ({
      label: u.label,
      cells: [
        score(u.before, t.noValue),
        formatScore(u.now),
        u.before === null ? "" : signed(u.now - u.before),
      ],
    })),
  };
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
