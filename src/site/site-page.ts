import type { Lang } from "#core/language";
import { type Article, articleNumbers } from "#core/law";
import type { Guide } from "#site/guide";
import { homeCrumb, type Page, plain } from "#site/page";
import { strings } from "#site/strings";
import { topicsPublished, topicTitle, topicUrl } from "#site/topic";
import { apiUrl, componentsUrl, guidesUrl, guideUrl, lateUrl, lawUrl, searchUrl } from "#site/urls";

/** The late-payment calculator; it stands on no dataset. */
export const latePage = (lang: Lang): Page => ({
  ...plain,
  lang,
  path: lateUrl(lang),
  title: strings[lang].late.title,
  description: strings[lang].late.lead,
  crumbs: topicsPublished().includes("arrears")
    ? [homeCrumb(lang), { label: topicTitle("arrears", lang), href: topicUrl(lang, "arrears") }]
    : [homeCrumb(lang)],
  articles: [53, 54],
  kind: "guide",
});

/** The draft measures, held against the site. */
export const lawPage = (lang: Lang): Page => {
  const { title, lead: description } = strings[lang].law;
  const crumbs = [homeCrumb(lang)];
  return {
    ...plain,
    lang,
    path: lawUrl(lang),
    title,
    description,
    crumbs,
    articles: articleNumbers,
  };
};

/** Searches the whole site. */
export const searchPage = (lang: Lang): Page => {
  const { title, lead: description } = strings[lang].search;
  return { ...plain, lang, path: searchUrl(lang), title, description, crumbs: [homeCrumb(lang)] };
};

/** Every component in every state, with both banners above. */
export const componentsPage = (lang: Lang): Page => {
  const { title, lead: description } = strings[lang].components;
  const page = { ...plain, lang, path: componentsUrl(lang), title, description };
  return { ...page, crumbs: [homeCrumb(lang)], articles: [4], demonstration: true };
};

/** The list of guides. */
export const guidesPage = (lang: Lang): Page => {
  const { title, lead: description } = strings[lang].guide;
  return { ...plain, lang, path: guidesUrl(lang), title, description, crumbs: [homeCrumb(lang)] };
};

/** The articles of the draft that a guide names. */
const articlesIn: Partial<Record<Guide, readonly Article[]>> = {
  privacy: [45],
  channels: [10, 44, 50, 56],
};

export const guidePage = (guide: Guide, lang: Lang): Page => {
  const { title, lead: description } = strings[lang].guide[guide];
  const crumbs = [homeCrumb(lang), { label: strings[lang].guide.title, href: guidesUrl(lang) }];
  const path = guideUrl(lang, guide);
  const articles = articlesIn[guide] ?? [];
  return { ...plain, lang, path, title, description, crumbs, articles, kind: "guide" };
};

/** What programs read. */
export const apiPage = (lang: Lang): Page => {
  const { title, lead: description } = strings[lang].api;
  const page = { ...plain, lang, path: apiUrl(lang), title, description };
  return { ...page, crumbs: [homeCrumb(lang)], kind: "guide" };
};
