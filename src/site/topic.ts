import type { Lang, Text } from "#core/language";
import { topicUrl } from "#core/publication/address";
import { type Topic, topics, topicsOf } from "#core/publication/topic";
import { catalog, needEntry } from "#site/catalog";
import { strings } from "#site/strings";

export { type Topic, topicUrl };

/** The topics all of whose datasets are published. */
export const topicsPublished = (): readonly Topic[] => {
  const ids = catalog().datasets.map((e) => e.dataset.id);
  return (Object.keys(topics) as Topic[]).filter((t) => topics[t].every((id) => ids.includes(id)));
};

export const topicOf = (id: string): Topic | undefined =>
  topicsOf(id).find((t) => topicsPublished().includes(t));

export const entriesOf = (topic: Topic) => topics[topic].map(needEntry);

export const topicTitle = (topic: Topic, lang: Lang): string => strings[lang].topic[topic].title;

/** What readers look for first; whatever else is published follows. */
const first = ["fees", "subsidy-programmes", "arrears-cases", "complaints"];

const byInterest = (a: string, b: string): number => {
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  return rank(a) - rank(b);
};

/** What stands in the navigation and on the home page: topics, and the datasets that belong to none. */
export type Place = {
  id: string;
  title: Text;
  path: (lang: Lang) => string;
  ids: readonly string[];
};

export function places(): readonly Place[] {
  const listed = new Set<Topic>();
  const entries = catalog().datasets.toSorted((a, b) => byInterest(a.dataset.id, b.dataset.id));
  return entries.flatMap((e): Place[] => {
    const { id, title } = e.dataset;
    const topic = topicOf(id);
    if (!topic) return [{ id, title, path: (lang) => `/${lang}/${id}/`, ids: [id] }];
    if (listed.has(topic)) return [];
    listed.add(topic);
    const words = { zh: topicTitle(topic, "zh"), en: topicTitle(topic, "en") };
    return [{ id: topic, title: words, path: (lang) => topicUrl(lang, topic), ids: topics[topic] }];
  });
}
