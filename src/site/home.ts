import type { Entry } from "#core/catalog";
import type { Freshness } from "#core/freshness";
import type { Lang } from "#core/language";
import { assessed } from "#site/assessment";
import { catalog, needEntry } from "#site/catalog";
import { type Figure, headlines } from "#site/figure";
import { freshOf } from "#site/guide";
import { strings } from "#site/strings";
import { places, topicsPublished, topicTitle, topicUrl } from "#site/topic";
import { type Trend, trendsOf } from "#site/trend";
import {
  apiUrl,
  assessmentUrl,
  checkUrl,
  datasetUrl,
  exploreUrl,
  guideUrl,
  lateUrl,
  lawUrl,
  leadsUrl,
} from "#site/urls";

type Link = { label: string; href: string };

/** Days after which a home page that nobody built anew says so (国办秘函〔2019〕19号: two weeks). */
export const homeDays = 14;

const realFirst = (a: Entry, b: Entry): number =>
  Number(a.dataset.demonstration) - Number(b.dataset.demonstration ?? false);

/** Every dataset: real ones first, then as the places of the site are in order. */
export const inOrder = (): readonly Entry[] =>
  places()
    .flatMap(({ ids }) => ids.map(needEntry))
    .toSorted(realFirst);

/** A figure that stands for a place of the site; `fresh` where its rows are real. */
export type Headline = {
  figure: Figure;
  trend: Trend | undefined;
  href: string;
  fresh: Freshness | undefined;
};

/** A figure of each of the first four places: the first headline that has months, else the first of its last dataset. */
export function headlineStrip(lang: Lang): readonly Headline[] {
  const found = places().flatMap((place) => {
    const all = place.ids.map(needEntry).flatMap((entry) => {
      const figures = headlines(entry, lang);
      const trends = trendsOf(
        entry,
        figures.map(({ id }) => id),
        lang,
      );
      return figures.map((figure) => ({ entry, figure, trend: trends.get(figure.id) }));
    });
    const last = place.ids.at(-1);
    const one = all.find(({ trend }) => trend) ?? all.find((f) => f.entry.dataset.id === last);
    return one ? [{ ...one, href: place.path(lang) }] : [];
  });
  return found
    .toSorted((a, b) => realFirst(a.entry, b.entry))
    .slice(0, 4)
    .map(({ entry, ...one }) => ({
      ...one,
      fresh: entry.dataset.demonstration ? undefined : freshOf(entry),
    }));
}

/** Ways into the site for three kinds of readers; each leads only to what is there. */
export function doors(lang: Lang): readonly { title: string; text: string; links: Link[] }[] {
  const t = strings[lang];
  const { front, guide, topic } = t;
  const { datasets } = catalog();
  const real = datasets.find((e) => !e.dataset.demonstration) ?? datasets[0];
  const withLeads = datasets.find((e) => Object.keys(e.leads).length > 0);
  const hasFees = datasets.some((e) => e.dataset.id === "fees");
  const [check, late] = [checkUrl(lang), lateUrl(lang)];
  return [
    {
      title: front.doorPublic,
      text: front.doorPublicText,
      links: [
        ...(hasFees ? [{ label: t.look.check, href: check }] : []),
        ...topicsPublished().map((id) => ({
          label: topicTitle(id, lang),
          href: topicUrl(lang, id),
        })),
        { label: t.look.late, href: late },
        { label: guide.channels.title, href: guideUrl(lang, "channels") },
      ],
    },
    {
      title: front.doorPress,
      text: front.doorPressText,
      links: [
        ...(real ? [{ label: t.explore, href: exploreUrl(lang, real.dataset) }] : []),
        ...(withLeads ? [{ label: topic.leads, href: leadsUrl(lang, withLeads.dataset.id) }] : []),
        { label: guide.methods.title, href: guideUrl(lang, "methods") },
        { label: t.api.nav, href: apiUrl(lang) },
      ],
    },
    {
      title: front.doorOfficial,
      text: front.doorOfficialText,
      links: [
        ...(assessed() ? [{ label: t.assess.nav, href: assessmentUrl(lang) }] : []),
        { label: t.law.nav, href: lawUrl(lang) },
        ...(real ? [{ label: t.source, href: `${datasetUrl(lang, real.dataset.id)}#source` }] : []),
        { label: guide.privacy.title, href: guideUrl(lang, "privacy") },
        { label: guide.corrections.title, href: guideUrl(lang, "corrections") },
      ],
    },
  ];
}
