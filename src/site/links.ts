import type { Lang } from "#core/language";
import { guides } from "#site/guide";
import { strings } from "#site/strings";
import { apiUrl, guideUrl, lawUrl } from "#site/urls";

/** Pages about the site as a whole; each page links to them at its foot. */
export const siteLinks = (lang: Lang): readonly { label: string; href: string }[] => [
  { label: strings[lang].law.nav, href: lawUrl(lang) },
  ...guides.map((guide) => ({
    label: strings[lang].guide[guide].title,
    href: guideUrl(lang, guide),
  })),
  { label: strings[lang].api.nav, href: apiUrl(lang) },
];
