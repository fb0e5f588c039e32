import type { Entry } from "#core/catalog";
import { type CreditorScope, creditorNames, creditorScope, withoutCreditors } from "#core/creditor";
import { populationOf, populations } from "#core/format/population";
import type { Lang } from "#core/language";
import { type Figure, figure, figures } from "#site/figure";
import { type Trend, trendsOf } from "#site/trend";

/** A figure of one population, with how it moved where it has months. */
export type CreditorFigure = Figure & { trend: Trend | undefined };

/** The figures of several datasets side by side: a line for each population of creditors, a column for each figure. */
export type CreditorTable = {
  groups: readonly { title: string; span: number }[];
  heads: readonly string[];
  rows: readonly { name: string; whole: string; figures: readonly CreditorFigure[] }[];
};

const isScope = (code: string | null): code is CreditorScope =>
  code !== null && code in creditorNames;

/** Each dataset's figures, or those of them named, by population: told apart by line, so never taken together. */
export function creditorTable(
  parts: readonly { title: string; entry: Entry; metrics: readonly string[] }[],
  lang: Lang,
): CreditorTable {
  const figuresOf = (scope: CreditorScope) =>
    parts.map(({ entry, metrics }) => {
      const own = metrics.filter((id) => populationOf(entry.dataset, id) === scope);
      const trends = trendsOf(entry, own, lang);
      return own.map((id) => {
        const found = figure(entry, id, lang);
        const label = withoutCreditors(found.label, scope, lang);
        return { ...found, label, trend: trends.get(id) };
      });
    });
  const scopes = parts[0] ? populations(parts[0].entry.dataset).filter(isScope) : [];
  const rows = scopes.map((scope) => ({ scope, byPart: figuresOf(scope) }));
  const first = rows[0]?.byPart ?? [];
  return {
    groups: parts.map(({ title }, i) => ({ title, span: first[i]?.length ?? 0 })),
    heads: first.flat().map(({ label }) => label),
    rows: rows.map(({ scope, byPart }) => ({
      name: creditorNames[scope][lang],
      whole: creditorScope.codes[scope][lang],
      figures: byPart.flat(),
    })),
  };
}

/** All figures of a dataset that keeps populations of creditors apart; null of any other. */
export const apartTable = (entry: Entry, lang: Lang): CreditorTable | null =>
  entry.dataset.apart === "creditor_scope"
    ? creditorTable([{ title: "", entry, metrics: figures(entry, lang).map(({ id }) => id) }], lang)
    : null;
