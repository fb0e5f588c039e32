import { rankStripPicture } from "#charts/rank-strip";
import type { Figures } from "#core/assessment/figure";
import type { Group } from "#core/assessment/group";
import type { Lang } from "#core/language";
import { boardIn, figuresIn, type Now, pillarName, shortName } from "#site/assessment";
import { linesOf } from "#site/scoreboard";
import { strings } from "#site/strings";

/** The groups of prefecture level that are compared: those whose weights a reader may set. */
const weighable: readonly Group[] = ["prefectures", "cities"];

/** The groups that are compared, in the pillars of the first of them. */
export function weighed(now: Now): readonly Group[] {
  const compared = (g: Group) => boardIn(now, now.period, g).compared.join();
  const there = weighable.filter((g) => boardIn(now, now.period, g).ranked.length > 1);
  return there.filter((g) => compared(g) === compared(there[0] ?? g));
}

/** What the element is told. */
export function weightsConfig(now: Now, lang: Lang) {
  const t = strings[lang].assess;
  return {
    assessment: now.a,
    groups: weighed(now).map((id) => {
      const { compared, ranked } = boardIn(now, now.period, id);
      const figures = Object.fromEntries(ranked.map((u) => [u, numbersOf(now, u, compared)]));
      return {
        id,
        compared,
        units: ranked.map((code) => ({ code, name: shortName(code, lang) })),
        figures,
      };
    }),
    words: t.weighing,
  };
}

/** Of each figure what ranks are made of. */
function numbersOf(now: Now, unit: string, compared: readonly string[]): Figures {
  const all = figuresIn(now, now.period, unit);
  return Object.fromEntries(
    Object.entries(now.a.indicators).flatMap(([id, i]) => {
      const f = all[id];
      if (!f || !compared.includes(i.pillar)) return [];
      const { value, interval } = f;
      return [[id, interval ? { value, interval } : { value }]];
    }),
  );
}

/** The pillars of the sliders; one that is not compared has none. */
export function slidersOf(now: Now, lang: Lang) {
  const compared = boardIn(now, now.period, weighed(now)[0] ?? "prefectures").compared;
  return Object.keys(now.a.pillars).map((id) => ({
    id,
    name: pillarName(now.a, id, lang),
    isCompared: compared.includes(id),
  }));
}

/** The published ranks, with their pictures, as the page has them before anyone moves a slider. */
export function weighedLines(now: Now, group: Group, lang: Lang) {
  const { ranked, standings } = boardIn(now, now.period, group);
  return linesOf(now, group, lang).map((line) => {
    const s = standings[line.code];
    const rank = { median: s?.median ?? 1, low: s?.low ?? 1, high: s?.high ?? 1 };
    const strip = rankStripPicture(rank, ranked.length);
    return { ...line, name: shortName(line.code, lang), strip };
  });
}
