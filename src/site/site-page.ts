import type { Lang } from "#core/language";
import { articleNumbers } from "#core/law";
import { homeCrumb, type Page, plain } from "#site/page";
import { strings } from "#site/strings";
import { topicsPublished, topicTitle, topicUrl } from "#site/topic";
import { lateUrl, lawUrl, searchUrl } from "#site/urls";

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
