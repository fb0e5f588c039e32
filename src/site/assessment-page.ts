import type { Lang } from "#core/language";
import type { SearchKind } from "#core/publication/search";
import { needAssessed, periodText, unitName } from "#site/assessment";
import { homeCrumb, type Page } from "#site/page";
import { strings } from "#site/strings";
import {
  assessmentPicture,
  assessmentUrl,
  methodUrl,
  regionsUrl,
  regionUrl,
  weightsUrl,
} from "#site/urls";

/** A page of the assessment; `demonstration` where made-up rows stand behind it. */
const assessmentPages = (
  lang: Lang,
  path: string,
  title: string,
  description: string,
  kind: SearchKind,
): Page => {
  const now = needAssessed();
  const articles = [4, ...Object.values(now.a.pillars).flatMap((p) => p.articles)] as const;
  const { demonstration } = now.report;
  const crumbs = [homeCrumb(lang)];
  const picture = assessmentPicture;
  return { lang, path, title, description, crumbs, articles, demonstration, picture, kind };
};

export const assessmentPage = (lang: Lang): Page => {
  const { title, lead } = strings[lang].assess;
  return assessmentPages(lang, assessmentUrl(lang), title, lead, "dataset");
};

const assessmentCrumb = (lang: Lang) => ({
  label: strings[lang].assess.nav,
  href: assessmentUrl(lang),
});

export const methodPage = (lang: Lang): Page => {
  const { methodTitle, methodLead } = strings[lang].assess;
  const page = assessmentPages(lang, methodUrl(lang), methodTitle, methodLead, "guide");
  return { ...page, crumbs: [...page.crumbs, assessmentCrumb(lang)] };
};

export const weightsPage = (lang: Lang): Page => {
  const { weights, weightsLead } = strings[lang].assess;
  const page = assessmentPages(lang, weightsUrl(lang), weights, weightsLead, "guide");
  return { ...page, crumbs: [...page.crumbs, assessmentCrumb(lang)] };
};

export const regionsPage = (lang: Lang): Page => {
  const { regions, regionsLead } = strings[lang].assess;
  const page = assessmentPages(lang, regionsUrl(lang), regions, regionsLead, "guide");
  return { ...page, crumbs: [...page.crumbs, assessmentCrumb(lang)] };
};

/** The brief of one region. Two regions may bear one name; the code tells them apart. */
export const regionPage = (code: string, lang: Lang): Page => {
  const t = strings[lang].assess;
  const now = needAssessed();
  const name = unitName(code, lang);
  const description = t.briefLead(name, periodText(now.period, lang));
  const title = `${t.briefTitle(name)} · ${code}`;
  const page = assessmentPages(lang, regionUrl(lang, code), title, description, "region");
  const up = { label: t.regions, href: regionsUrl(lang) };
  return { ...page, crumbs: [...page.crumbs, assessmentCrumb(lang), up] };
};
