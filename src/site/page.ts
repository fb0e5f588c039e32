import type { Entry, Row, Tombstone } from "#core/catalog";
import { mayExpire, untilOf } from "#core/gate/withdraw";
import type { Lang } from "#core/language";
import type { Article } from "#core/law";
import type { SearchKind } from "#core/publication/search";
import { catalog, rowsOf } from "#site/catalog";
import { config } from "#site/config";
import { feeName } from "#site/fee";
import { type Recipient, recipientsEntry, recipientsUrl } from "#site/recipient";
import { fullTitle, specialOf } from "#site/special";
import { strings } from "#site/strings";
import { entriesOf, type Topic, topicOf, topicTitle, topicUrl } from "#site/topic";
import { checkUrl, datasetUrl, exploreUrl, home, leadsUrl, rowUrl } from "#site/urls";

/** What the layout needs of every page. */
export type Page = {
  lang: Lang;
  path: string;
  title: string;
  description: string;
  crumbs: readonly { label: string; href: string }[];
  /** Articles of the draft measures it cites; any makes the layout say that they are a draft. */
  articles: readonly Article[];
  demonstration: boolean;
  /** The last day (an ISO date) on which the title may be shown. */
  until?: string | undefined;
  /** The picture that a link to it shows, where it is not that of the home page. */
  picture?: string;
  /** What it is about, where search may find it: never a page whose names may have to leave any day. */
  kind?: SearchKind | undefined;
  /** What it is called among what search found, where the title is more than that. */
  foundAs?: string;
};

/** What most pages about the site itself are. */
export const plain = { crumbs: [], articles: [], demonstration: false } as const;

export const homePage = (lang: Lang): Page => {
  const t = strings[lang];
  const articles = catalog().datasets.flatMap((e) => e.dataset.articles);
  const title = `${config.name[lang]} · ${t.siteLine}`;
  return { ...plain, lang, path: home(lang), title, description: t.front.lead, articles };
};

/** A topic: several datasets that answer one question together. */
export const topicPage = (topic: Topic, lang: Lang): Page => {
  const entries = entriesOf(topic);
  return {
    lang,
    path: topicUrl(lang, topic),
    title: topicTitle(topic, lang),
    description: strings[lang].topic[topic].lead,
    crumbs: [homeCrumb(lang)],
    articles: entries.flatMap((e) => e.dataset.articles),
    demonstration: entries.some((e) => e.dataset.demonstration),
    picture: topic,
    kind: "dataset",
  };
};

export const homeCrumb = (lang: Lang) => ({ label: strings[lang].home, href: home(lang) });

const datasetCrumb = (e: Entry, lang: Lang) => ({
  label: e.dataset.title[lang],
  href: datasetUrl(lang, e.dataset.id),
});

export const datasetPage = (e: Entry, lang: Lang): Page => ({
  lang,
  path: datasetUrl(lang, e.dataset.id),
  title: e.dataset.title[lang],
  description: e.dataset.summary[lang],
  crumbs: [homeCrumb(lang), ...topicCrumb(e, lang)],
  articles: e.dataset.articles,
  demonstration: e.dataset.demonstration,
  picture: e.dataset.id,
  kind: "dataset",
});

const topicCrumb = (e: Entry, lang: Lang) => {
  const topic = topicOf(e.dataset.id);
  return topic ? [{ label: topicTitle(topic, lang), href: topicUrl(lang, topic) }] : [];
};

/** A page below a dataset's own: the explorer, the check, a row. */
const below = (e: Entry, lang: Lang, path: string, title: string, description: string): Page => ({
  ...datasetPage(e, lang),
  path,
  title,
  description,
  crumbs: [...datasetPage(e, lang).crumbs, datasetCrumb(e, lang)],
  kind: undefined,
});

export const explorePage = (e: Entry, lang: Lang): Page =>
  below(
    e,
    lang,
    exploreUrl(lang, e.dataset),
    `${strings[lang].explore} · ${e.dataset.title[lang]}`,
    e.dataset.summary[lang],
  );

export const checkPage = (e: Entry, lang: Lang): Page => ({
  ...below(e, lang, checkUrl(lang), strings[lang].checkTitle, strings[lang].checkLead),
  kind: "guide",
});

export function rowPage(e: Entry, row: Row, lang: Lang): Page {
  const key = String(row[e.dataset.key]);
  const title = fullTitle(e.dataset, row);
  const description = `${title} · ${e.dataset.summary[lang]}`;
  // Two rows may share a name; in a list of search results something must tell them apart.
  const name = specialOf(e.dataset).check ? feeName(e, row, lang) : `${title} · ${key}`;
  const page = below(e, lang, rowUrl(lang, e.dataset.id, key), name, description);
  const office = specialOf(e.dataset).programme ? row["authority"] : null;
  const foundAs = office ? { foundAs: `${title} · ${office}` } : {};
  return { ...page, ...foundAs, until: untilOf(e.dataset, row), kind: rowKind(e) };
}

function rowKind(e: Entry): SearchKind | undefined {
  const { check, programme } = specialOf(e.dataset);
  if (mayExpire(e.dataset)) return undefined;
  return check ? "fee" : programme ? "programme" : "row";
}

/** True where each row has a page of its own. */
export const hasRowPages = (e: Entry): boolean => e.rows.published <= e.dataset.row.pages;

/** What is left of a row that was taken down. */
export const tombstonePage = (e: Entry, tombstone: Tombstone, lang: Lang): Page => {
  const title = `${strings[lang].topic.goneTitle} · ${tombstone.key}`;
  const path = rowUrl(lang, e.dataset.id, tombstone.key);
  return below(e, lang, path, title, strings[lang].topic.goneText);
};

/** The questions worth asking of a dataset's rows. */
export const leadsPage = (e: Entry, lang: Lang): Page =>
  below(
    e,
    lang,
    leadsUrl(lang, e.dataset.id),
    strings[lang].topic.leads,
    strings[lang].topic.leadsLead,
  );

/** Looks an organisation up. */
export function recipientsPage(lang: Lang): Page {
  const found = recipientsEntry();
  const { recipients: title, recipientsLead: description } = strings[lang].topic;
  const path = recipientsUrl(lang);
  const page = found
    ? below(found.entry, lang, path, title, description)
    : { ...plain, lang, path, title, description };
  return { ...page, kind: "guide" };
}

export function recipientPage(e: Entry, recipient: Recipient, lang: Lang): Page {
  const t = strings[lang].topic;
  const page = below(
    e,
    lang,
    `${recipientsUrl(lang)}${recipient.uscc}/`,
    `${t.recipientOf(recipient.name)} · ${recipient.uscc}`,
    `${recipient.name} · ${e.dataset.summary[lang]}`,
  );
  const crumbs = [...page.crumbs, { label: t.recipients, href: recipientsUrl(lang) }];
  const kind = mayExpire(e.dataset) ? undefined : "organisation";
  return { ...page, crumbs, kind, foundAs: `${recipient.name} · ${recipient.uscc}` };
}

/** A row with the ones before and after it, in published order. */
export type Shown = { row: Row; previous: Row | null; next: Row | null };

/** Every row that has a page. */
export function rowsWithNeighbours(e: Entry): readonly Shown[] {
  if (!hasRowPages(e)) return [];
  const rows = rowsOf(e.dataset.id);
  return rows.map((row, i) => ({ row, previous: rows[i - 1] ?? null, next: rows[i + 1] ?? null }));
}
