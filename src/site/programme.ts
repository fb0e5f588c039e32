import type { Row } from "#core/catalog";
import { formatDate, formatNumber } from "#core/format/format";
import type { Lang } from "#core/language";
import { everything } from "#core/query/view";
import { catalog, groupsOf } from "#site/catalog";
import { figure } from "#site/figure";
import { strings } from "#site/strings";
import { exploreUrl } from "#site/urls";

const awardsId = "subsidy-awards";

/** Text of numbered steps, one a line, without their numbers: a list numbers them itself. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\n|；(?=\s*\d)|(?<=[。；;])\s*(?=\d+[.、．])/)
    .map((line) => line.replace(/^\s*\d+\s*[.、．)）]\s*/, "").trim())
    .filter(Boolean);

/** Paid out without an application. */
export const isAutomatic = (programme: Row): boolean => programme["channel"] === "免申即享";

/** What a programme's page says of the awards: figures, and the largest. Null where no list is published. */
export function awardsOf(programme: Row, lang: Lang) {
  const awards = catalog().datasets.find((e) => e.dataset.id === awardsId);
  const group = awards?.dataset.groups?.find((g) => g.by === "prog_id");
  if (!awards || !group) return null;
  const found = groupsOf(awardsId, "prog_id")[String(programme["prog_id"])];
  if (!found) return null;
  const count = found.figures["awards"]?.value ?? 0;
  const figureById = Object.fromEntries(
    group.of.map((m) => [m, figure(awards, m, lang, found.figures[m] ?? { value: null })]),
  );
  return {
    entry: awards,
    figureById,
    figures: Object.values(figureById),
    rows: found.rows,
    count: formatNumber(count, 0),
    /** In yuan. */
    paid: found.figures["paid"]?.value ?? 0,
    explore: exploreUrl(lang, awards.dataset, {
      ...everything,
      choices: { programme: [programme["name"] ?? null] },
    }),
  };
}

/** The months or days in which one may apply, in words. */
export function periodOf(row: Row, today: string, lang: Lang): string {
  const t = strings[lang].topic;
  const [open, close] = [row["apply_open"], row["apply_close"]].map((v) => (v ? String(v) : ""));
  const say = (iso: string | undefined) => formatDate(iso ?? "", lang);
  const period =
    open && close
      ? t.until(say(open), say(close))
      : open
        ? t.from(say(open))
        : close
          ? t.before(say(close))
          : t.always;
  const over = close && close < today;
  return over ? t.isClosed(period) : period;
}

/** A programme with its awards; those are null where no list is published. */
export type WithAwards = { row: Row; awards: ReturnType<typeof awardsOf> };

export const withAwards = (programmes: readonly Row[], lang: Lang): readonly WithAwards[] =>
  programmes.map((row) => ({ row, awards: awardsOf(row, lang) }));

/** Those that paid most first. */
export const bySize = (all: readonly WithAwards[]): readonly WithAwards[] =>
  all.toSorted((a, b) => (b.awards?.paid ?? 0) - (a.awards?.paid ?? 0));
