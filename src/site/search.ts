import type { Lang } from "#core/language";
import { searchFolder, searchKinds } from "#core/publication/search";
import { catalog } from "#site/catalog";
import { siteLinks } from "#site/links";
import { strings } from "#site/strings";
import { places } from "#site/topic";
import { exploreUrl } from "#site/urls";

const debtorsId = "arrears-cases";

/** What the search page tells its element. */
export function searchConfig(lang: Lang) {
  const { kinds, island, demonstration } = strings[lang].search;
  return {
    script: `${searchFolder}pagefind.js`,
    kinds: searchKinds.map((kind) => ({ kind, label: kinds[kind] })),
    strings: { ...island, demonstration },
  };
}

/** Where to go without a script. */
export const searchPlaces = (lang: Lang) => [
  ...places().map((p) => ({ label: p.title[lang], href: p.path(lang) })),
  ...siteLinks(lang),
];

/** Where names are looked for that search leaves out, where there are any. */
export function debtorsUrl(lang: Lang): string | null {
  const entry = catalog().datasets.find((e) => e.dataset.id === debtorsId);
  return entry ? exploreUrl(lang, entry.dataset) : null;
}
