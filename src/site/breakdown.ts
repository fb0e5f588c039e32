import { formatScore } from "#charts/scores";
import { indicatorsOf } from "#core/assessment/declaration";
import { groupOf, unitsOf } from "#core/assessment/group";
import { punctuation } from "#core/format/punctuation";
import type { Lang } from "#core/language";
import { boardIn, figuresIn, type Now, pillarName, unitName } from "#site/assessment";
import { rowsUrl, said } from "#site/measured";
import { strings } from "#site/strings";

/** An indicator with what it is in each unit of prefecture level: its figure taken apart. */
export type Breakdown = {
  id: string;
  label: string;
  lines: readonly {
    code: string;
    name: string;
    value: string;
    parts: string;
    leftOut: string;
    score: string;
    rows: string | null;
    rowsLabel: string;
  }[];
};

/** Every indicator of each pillar; the pages of the regions have those of the counties. */
export function breakdowns(now: Now, lang: Lang) {
  const t = strings[lang].assess;
  return Object.keys(now.a.pillars).map((pillar) => ({
    pillar,
    name: pillarName(now.a, pillar, lang),
    indicators: indicatorsOf(now.a, pillar).flatMap((id): Breakdown[] => {
      const i = now.a.indicators[id];
      if (!i) return [];
      const lines = [...unitsOf("prefectures"), ...unitsOf("cities")].map((code) => {
        const f = figuresIn(now, now.period, code)[id];
        const { value, parts, interval, leftOut, why } = said(i, f, lang);
        const s = boardIn(now, now.period, groupOf(code) ?? "prefectures").standings[code]?.scores[
          id
        ];
        const name = unitName(code, lang);
        return {
          code,
          name,
          value: why || value,
          parts: [parts, interval].filter(Boolean).join(punctuation[lang].semicolon),
          leftOut,
          score: s === null || s === undefined ? t.noValue : formatScore(s),
          rows: f?.value === null || f === undefined ? null : rowsUrl(i, code, now.period, lang),
          rowsLabel: t.rowsOf(name, i.label[lang]),
        };
      });
      return [{ id, label: i.label[lang], lines }];
    }),
  }));
}
