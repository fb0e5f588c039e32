import type { Lang } from "#core/language";
import { strings } from "#site/strings";
import { lawUrl } from "#site/urls";

/** Pages about the site as a whole; each page links to them at its foot. */
export const siteLinks = (lang: Lang): readonly { label: string; href: string }[] => [
  { label: strings[lang].law.nav, href: lawUrl(lang) },
];
