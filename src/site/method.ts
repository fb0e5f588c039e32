import { formatScore } from "#charts/scores";
import { columnsOf } from "#core/assessment/columns";
import { type Indicator, indicatorsOf } from "#core/assessment/declaration";
import { groups } from "#core/assessment/group";
import type { Choice } from "#core/assessment/sensitivity";
import { needField, needMetric } from "#core/dataset";
import { formatCell, formatNumber, measureKind } from "#core/format/format";
import type { Lang } from "#core/language";
import { articles, laws, measures } from "#core/law";
import { boardIn, type Now, pillarName } from "#site/assessment";
import { entryOf, valueText } from "#site/measured";
import { strings } from "#site/strings";

/** An indicator as the page of the method explains it, from the declaration alone. */
export function methodOf(now: Now, lang: Lang) {
  return Object.keys(now.a.pillars).map((pillar) => ({
    pillar,
    name: pillarName(now.a, pillar, lang),
    basis: (now.a.pillars[pillar]?.articles ?? []).map((n) => ({
      name: [measures[lang], strings[lang].article(n)].join(lang === "zh" ? "" : ", "),
      text: articles[n][lang],
    })),
    indicators: indicatorsOf(now.a, pillar).flatMap((id) => {
      const i = now.a.indicators[id];
      return i ? [{ id, label: i.label[lang], facts: factsOf(i, now, lang) }] : [];
    }),
  }));
}

type Fact = { label: string; value: string };

function factsOf(i: Indicator, now: Now, lang: Lang): readonly Fact[] {
  const t = strings[lang].assess;
  const { worst, best, reason } = i.goalposts;
  const value = (n: number) => valueText(i, n, lang);
  const { from, to } = now.a.fixed;
  const cited = [
    ...(now.a.pillars[i.pillar]?.articles ?? []).map((n) => strings[lang].article(n)),
    ...(i.laws ?? []).map((law) => laws[law][lang]),
  ];
  const facts: Fact[] = [
    { label: t.formula, value: formulaOf(i, lang) },
    { label: t.onlyRows, value: onlyOf(i, lang) },
    { label: t.leftOut, value: i.leftOut?.label[lang] ?? "" },
    { label: t.direction, value: t.better[i.better] },
    { label: t.unitLabel, value: unitOf(i, lang) },
    {
      label: t.goalposts,
      value: [t.goalpostsText(value(worst), value(best)), t.fixed(from, to)].join(
        lang === "zh" ? "" : " ",
      ),
    },
    { label: t.reason, value: reason[lang] },
    { label: t.least, value: formatNumber(i.least) },
    { label: t.basis, value: t.list(cited) },
    { label: t.needs, value: i.needs[lang] },
    { label: t.weakness, value: i.weakness[lang] },
  ];
  return facts.filter(({ value }) => value !== "");
}

/** What the metric says of itself. */
function formulaOf(i: Indicator, lang: Lang): string {
  const d = entryOf(i)?.dataset;
  if (!d) return i.metric;
  const m = needMetric(d, i.metric);
  const of = m.agg === "ratio" ? [m.of, m.per].map((id) => needMetric(d, id).label[lang]) : [];
  return m.help?.[lang] ?? (of.length > 0 ? of.join(" ÷ ") : m.label[lang]);
}

/** The conditions on the rows, in the dataset's own words. */
function onlyOf(i: Indicator, lang: Lang): string {
  const d = entryOf(i)?.dataset;
  if (!d) return "";
  const t = strings[lang].assess;
  return t.list(
    (i.where ?? []).map(({ field, is }) => {
      const f = needField(d, field);
      return `${f.label[lang]}${t.colon}${t.list(is.map((code) => formatCell(f, code, lang)))}`;
    }),
  );
}

function unitOf(i: Indicator, lang: Lang): string {
  const d = entryOf(i)?.dataset;
  if (d && measureKind(d, needMetric(d, i.metric)) === "share") return "%";
  return i.unit?.[lang] ?? "";
}

/** How far ranks move for each choice, in each group that is compared. */
export function shiftsOf(now: Now, lang: Lang) {
  return groups
    .map((group) => ({ group, board: boardIn(now, now.period, group) }))
    .filter(({ board }) => board.sensitivity.length > 0)
    .map(({ group, board }) => {
      const columns = columnsOf(now.a, board.compared);
      return {
        group,
        lines: board.sensitivity.map(({ choice, mean, most }) => ({
          choice: choiceText(choice, columns, now, lang),
          mean: mean.toFixed(2),
          most: formatScore(most),
        })),
      };
    });
}

function choiceText(choice: Choice, columns: readonly string[], now: Now, lang: Lang): string {
  const { choices } = strings[lang].assess;
  switch (choice.kind) {
    case "normalisation":
    case "aggregation":
      return choices[choice.to];
    case "weights":
    case "samples":
      return choices[choice.kind];
    case "without":
      return choices.without(now.a.indicators[columns[choice.column] ?? ""]?.label[lang] ?? "");
  }
}
