import type { Entry } from "#core/catalog";
import { type Freshness, freshnessOf } from "#core/freshness";
import type { Article } from "#core/law";
import { type Duty, duties, systems } from "#core/law/duty";
import { catalog } from "#site/catalog";

/** How far a duty is met here: by real rows, by real rows that are late, by made-up rows only, or not at all. */
export const standings = ["met", "late", "demonstration", "none"] as const;
export type Standing = (typeof standings)[number];

/** A dataset that cites the article, and how fresh it is. */
export type Shown = { entry: Entry; fresh: Freshness };
export type Answer = { duty: Duty; shown: readonly Shown[]; standing: Standing };

/** What is published under an article: the datasets that cite it, real ones first. */
function shownUnder(article: Article): readonly Shown[] {
  const { datasets, today } = catalog();
  return datasets
    .filter((e) => e.dataset.articles.includes(article))
    .toSorted((a, b) => Number(a.dataset.demonstration) - Number(b.dataset.demonstration))
    .map((entry) => ({ entry, fresh: freshnessOf(entry, today) }));
}

export function standingOf(shown: readonly Shown[]): Standing {
  const real = shown.filter(({ entry }) => !entry.dataset.demonstration);
  if (shown.length === 0) return "none";
  if (real.length === 0) return "demonstration";
  return real.some(({ fresh }) => fresh.late) ? "late" : "met";
}

const answer = (duty: Duty): Answer => {
  const shown = shownUnder(duty.article);
  return { duty, shown, standing: standingOf(shown) };
};

/** Every duty to publish, and what answers it. */
export const answers = (): readonly Answer[] => duties.map(answer);

/** Systems without a duty to publish, and what the site shows of them. */
export const systemAnswers = (): readonly Answer[] => systems.map(answer);

/** Duties answered by real rows, out of all. */
export function coverage() {
  const all = answers();
  const count = (...of: readonly Standing[]) =>
    all.filter(({ standing }) => of.includes(standing)).length;
  return {
    of: count("met", "late"),
    per: all.length,
    late: count("late"),
    demonstration: count("demonstration"),
    none: count("none"),
  };
}

/** What the draft asks to be public and no dataset shows. */
export const notPublished = (): readonly Duty[] =>
  answers().flatMap(({ duty, standing }) => (standing === "none" ? [duty] : []));
