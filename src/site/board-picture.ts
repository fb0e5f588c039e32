import { changeOptions, signed } from "#charts/change";
import { intervalOptions } from "#charts/intervals";
import { formatScore, scoreTileOptions } from "#charts/scores";
import { widths } from "#charts/style";
import type { Standing } from "#core/assessment/board";
import type { Group } from "#core/assessment/group";
import { formatNumber } from "#core/format/format";
import type { Lang } from "#core/language";
import { boardIn, indexName, type Now, periodText, rankText, shortName } from "#site/assessment";
import { orderOf, sameParts, score } from "#site/scoreboard";
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
