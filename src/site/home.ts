import type { Lang } from "#core/language";
import { assessed } from "#site/assessment";
import { catalog } from "#site/catalog";
import { strings } from "#site/strings";
import { topicsPublished, topicTitle, topicUrl } from "#site/topic";
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
        ...(hasFees ? [{ label: t.check, href: check }] : []),
        ...topicsPublished().map((id) => ({
          label: topicTitle(id, lang),
          href: topicUrl(lang, id),
        })),
        { label: t.late.nav, href: late },
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
