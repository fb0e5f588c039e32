import type { Entry, Row } from "#core/catalog";
import type { Lang } from "#core/language";
import type { Article } from "#core/law";
import { catalog, rowsOf } from "#site/catalog";
import { config } from "#site/config";
import { fullTitle } from "#site/special";
import { strings } from "#site/strings";
import { checkUrl, datasetUrl, exploreUrl, home, lateUrl, rowUrl } from "#site/urls";

/** What the layout needs of every page. */
export type Page = {
  lang: Lang;
  path: string;
  title: string;
  description: string;
  crumbs: readonly { label: string; href: string }[];
  /** Articles of the draft measures it cites; any makes the layout say that they are a draft. */
  articles: readonly Article[];
  demonstration: boolean;
};

const plain = { crumbs: [], articles: [], demonstration: false } as const;

export const homePage = (lang: Lang): Page => {
  const t = strings[lang];
  const articles = catalog().datasets.flatMap((e) => e.dataset.articles);
  const title = `${config.name[lang]} · ${t.siteLine}`;
  return { ...plain, lang, path: home(lang), title, description: t.homeLead, articles };
};

const homeCrumb = (lang: Lang) => ({ label: strings[lang].home, href: home(lang) });

const datasetCrumb = (e: Entry, lang: Lang) => ({
  label: e.dataset.title[lang],
  href: datasetUrl(lang, e.dataset.id),
});

export const datasetPage = (e: Entry, lang: Lang): Page => ({
  lang,
  path: datasetUrl(lang, e.dataset.id),
  title: e.dataset.title[lang],
  description: e.dataset.summary[lang],
  crumbs: [homeCrumb(lang)],
  articles: e.dataset.articles,
  demonstration: e.dataset.demonstration,
});

/** A page below a dataset's own: the explorer, the check, a row. */
const below = (e: Entry, lang: Lang, path: string, title: string, description: string): Page => ({
  ...datasetPage(e, lang),
  path,
  title,
  description,
  crumbs: [homeCrumb(lang), datasetCrumb(e, lang)],
});

export const explorePage = (e: Entry, lang: Lang): Page =>
  below(
    e,
    lang,
    exploreUrl(lang, e.dataset),
    `${strings[lang].explore} · ${e.dataset.title[lang]}`,
    e.dataset.summary[lang],
  );

export const checkPage = (e: Entry, lang: Lang): Page =>
  below(e, lang, checkUrl(lang), strings[lang].checkTitle, strings[lang].checkLead);

/** The late-payment calculator; it stands on no dataset. */
export const latePage = (lang: Lang): Page => ({
  ...plain,
  lang,
  path: lateUrl(lang),
  title: strings[lang].late.title,
  description: strings[lang].late.lead,
  crumbs: [homeCrumb(lang)],
  articles: [53, 54],
});

export function rowPage(e: Entry, row: Row, lang: Lang): Page {
  const key = String(row[e.dataset.key]);
  const title = fullTitle(e.dataset, row);
  const description = `${title} · ${e.dataset.summary[lang]}`;
  // Two charges may share a name; the key tells them apart in a list of search results.
  return below(e, lang, rowUrl(lang, e.dataset.id, key), `${title} · ${key}`, description);
}

/** True where each row has a page of its own. */
export const hasRowPages = (e: Entry): boolean => e.rows.published <= e.dataset.row.pages;

/** Every row that has a page, with the ones before and after it, in published order. */
export function rowsWithNeighbours(
  e: Entry,
): readonly { row: Row; previous: Row | null; next: Row | null }[] {
  if (!hasRowPages(e)) return [];
  const rows = rowsOf(e.dataset.id);
  return rows.map((row, i) => ({ row, previous: rows[i - 1] ?? null, next: rows[i + 1] ?? null }));
}
