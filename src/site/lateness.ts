import { formatDate } from "#core/format/format";
import type { Lang } from "#core/language";
import { figuresIn, type Now } from "#site/assessment";
import { catalog, needEntry } from "#site/catalog";
import { strings } from "#site/strings";

/** Days after its end by which a month should be published: the month that follows. */
const grace = 31;
const day = 86_400_000;

/** What a unit should have published and has not, or later than others; one sentence that all is there where it is. */
export function lateness(now: Now, code: string, lang: Lang): readonly string[] {
  const lines = datasetsOf(now).flatMap(({ id, pillar }) => {
    const articles = now.a.pillars[pillar]?.articles ?? [];
    const t = strings[lang].assess;
    const duty = t.duty(t.list(articles.map(String)));
    return now.report.spans[id]
      ? reports(now, code, id, duty, lang)
      : list(now, code, id, duty, lang);
  });
  return lines.length > 0 ? lines : [strings[lang].assess.missingNone];
}

/** The datasets of the assessment, each with the pillar of its first indicator. */
function datasetsOf({ a }: Now): readonly { id: string; pillar: string }[] {
  const published = new Set(catalog().datasets.map((e) => e.dataset.id));
  const all = Object.values(a.context).concat(Object.values(a.indicators));
  const first = new Map(all.toReversed().map(({ dataset, pillar }) => [dataset, pillar]));
  return [...first].map(([id, pillar]) => ({ id, pillar })).filter(({ id }) => published.has(id));
}

/** A dataset that grows from month to month. */
function reports(now: Now, code: string, id: string, duty: string, lang: Lang): string[] {
  const t = strings[lang].assess;
  const { title, fields } = needEntry(id).dataset;
  const [own, span] = [now.report.reported[id]?.[code], now.report.spans[id]];
  if (!own || !span) return [t.never(title[lang], duty)];
  // Awards come when there are some; only what is counted month by month can lack a month.
  if (!Object.values(fields).some((f) => f.kind === "month")) return [];
  const month = (iso: string) => formatDate(iso, lang);
  const { today } = catalog();
  const days = Math.floor((Date.parse(today) - Date.parse(afterMonth(span.last))) / day) + 1;
  return [
    ...(own.missing.length > 0 ? [t.gaps(title[lang], t.list(own.missing.map(month)))] : []),
    ...(own.last < span.last
      ? [t.behindOthers(title[lang], month(own.last), month(span.last))]
      : []),
    ...(days > grace
      ? [t.stale(title[lang], month(span.last), formatDate(today, lang), String(days))]
      : []),
  ];
}

/** A list that stays until it is replaced: whether it is there, and whole. */
function list(now: Now, code: string, id: string, duty: string, lang: Lang): string[] {
  const t = strings[lang].assess;
  const title = needEntry(id).dataset.title[lang];
  const figures = figuresIn(now, now.period, code);
  const there = (all: Readonly<Record<string, { dataset: string }>>) =>
    Object.entries(all).some(([key, m]) => m.dataset === id && figures[key]?.value);
  if (!there(now.a.context)) return [t.never(title, duty)];
  return there(now.a.indicators) ? [] : [t.noWhole(title, duty)];
}

/** The first day after a month. */
function afterMonth(month: string): string {
  const [year = 0, m = 0] = month.split("-").map(Number);
  return m === 12 ? `${year + 1}-01-01` : `${year}-${String(m + 1).padStart(2, "0")}-01`;
}
