import type { Dataset } from "#core/dataset";
import type { Lang } from "#core/language";
import type { Topic } from "#core/publication/topic";
import { formatAddress } from "#core/query/permalink";
import { everything, type View } from "#core/query/view";

/** Addresses of pages and files of a dataset, relative to the host; every page ends in a slash. */
export const home = (lang: Lang): string => `/${lang}/`;
export const datasetUrl = (lang: Lang, id: string): string => `/${lang}/${id}/`;
export const rowUrl = (lang: Lang, id: string, key: string): string =>
  `/${lang}/${id}/${encodeURIComponent(key)}/`;

export const topicUrl = (lang: Lang, topic: Topic): string => `/${lang}/${topic}/`;

/** Shows each part of a page as it is used, with rows that are published. */
export const componentsUrl = (lang: Lang): string => `/${lang}/components/`;

export function exploreUrl(lang: Lang, d: Dataset, view?: View): string {
  const query = view ? formatAddress(d, view) : "";
  return `/${lang}/${d.id}/explore/${query ? `?${query}` : ""}`;
}

/** A file under /data/. */
export const fileUrl = (id: string, name: string): string => `/data/${id}/${name}`;

/** The explorer, asked for one document number. */
export const documentUrl = (lang: Lang, d: Dataset, document: string): string =>
  exploreUrl(lang, d, { ...everything, text: document });
