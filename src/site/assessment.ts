import type { Board, Standing } from "#core/assessment/board";
import { type Assessment, indicatorsOf } from "#core/assessment/declaration";
import type { Figures } from "#core/assessment/figure";
import type { Group } from "#core/assessment/group";
import type { Period } from "#core/assessment/period";
import { before, latest, type Report } from "#core/assessment/report";
import type { Lang } from "#core/language";
import { regionByCode } from "#core/region/region";
import { reportOf } from "#site/catalog";
import { whyText } from "#site/measured";
import { strings } from "#site/strings";

/** The newest period of the assessment beside the one before, in words too. */
export type Now = {
  report: Report;
  a: Assessment;
  period: Period;
  last: Period | undefined;
};

/** What the pages of the assessment stand on; null where none is declared or nothing could be measured. */
export function assessed(): Now | null {
  const report = reportOf();
  const period = report ? latest(report) : undefined;
  if (!report || !period) return null;
  return { report, a: report.declaration, period, last: before(report) };
}

/** The same for pages that exist only where there is an assessment. */
export function needAssessed(): Now {
  const now = assessed();
  if (!now) throw new Error("build/assessment is missing; run compile again");
  return now;
}

export function boardIn({ report }: Now, period: Period, group: Group): Board {
  const board = report.boards[period.id]?.[group];
  if (!board) throw new Error(`the assessment has no ${group} in ${period.id}`);
  return board;
}

export const figuresIn = ({ report }: Now, period: Period, unit: string): Figures =>
  report.figures[period.id]?.[unit] ?? {};

export function standingIn(now: Now, period: Period, group: Group, unit: string): Standing {
  const standing = boardIn(now, period, group).standings[unit];
  if (!standing) throw new Error(`the assessment has no ${unit}`);
  return standing;
}

export const periodText = ({ from, to }: Period, lang: Lang): string =>
  strings[lang].assess.period(from, to);

/** A unit's name; at prefecture level the one that fits a picture. */
export const unitName = (code: string, lang: Lang): string =>
  regionByCode[code]?.name[lang] ?? code;
export const shortName = (code: string, lang: Lang): string =>
  regionByCode[code]?.short?.[lang] ?? unitName(code, lang);

export const pillarName = (a: Assessment, pillar: string, lang: Lang): string =>
  a.pillars[pillar]?.label[lang] ?? pillar;

/** What the index is called: partial where not all pillars are compared. */
export const indexName = (board: Board, lang: Lang): string =>
  board.isPartial ? strings[lang].assess.partial : strings[lang].assess.index;

/** Whether a group is compared in part, and what is left out; null where it is whole or not compared at all. */
export function partialText(now: Now, board: Board, lang: Lang): string | null {
  const t = strings[lang].assess;
  if (!board.isPartial || board.compared.length === 0) return null;
  const names = board.compared.map((p) => pillarName(now.a, p, lang));
  const lower = (s: string) => (lang === "zh" ? s : s.toLowerCase());
  return t.partialText(t.list(names.map(lower)), t.list(lacking(now, board, lang)));
}

/** The pillars that a group is not compared in, each with how many units have it. */
export function lacking(now: Now, board: Board, lang: Lang): readonly string[] {
  const all = Object.values(board.standings);
  return Object.keys(now.a.pillars)
    .filter((p) => !board.compared.includes(p))
    .map((p) => {
      const have = all.filter((s) => s.pillars[p] !== null).length;
      return strings[lang].assess.lackPillar(pillarName(now.a, p, lang), have, all.length);
    });
}

/** Why a unit lacks a pillar: how many of its indicators have data, and what is the matter with the others. */
export function lackText(now: Now, pillar: string, figures: Figures, lang: Lang): string {
  const t = strings[lang].assess;
  const ids = indicatorsOf(now.a, pillar);
  const there = ids.filter((id) => figures[id]?.value !== null).length;
  const whys = ids.flatMap((id) => {
    const [i, f] = [now.a.indicators[id], figures[id]];
    return i && f?.why ? [`${i.label[lang]}${t.colon}${whyText(i, f, lang)}`] : [];
  });
  return t.pillarLack(
    pillarName(now.a, pillar, lang),
    there,
    ids.length,
    whys.join(t.whySeparator),
  );
}

/** A rank or a half: 3, 3.5 */
export const rankText = (rank: number): string => String(rank);

/** The middle of numbers; null of none. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
