import { signed } from "#charts/change";
import { formatScore } from "#charts/scores";
import { stripPicture } from "#charts/strip";
import type { Board } from "#core/assessment/board";
import { indicatorsOf, type Measured } from "#core/assessment/declaration";
import { type Group, groupOf, unitsOf } from "#core/assessment/group";
import type { Lang } from "#core/language";
import {
  boardIn,
  figuresIn,
  indexName,
  lackText,
  medianOf,
  type Now,
  needAssessed,
  pillarName,
  standingIn,
  unitName,
} from "#site/assessment";
import {
  changeText,
  labelOf,
  rowsUrl,
  type Said,
  said,
  targetText,
  valueText,
} from "#site/measured";
import { sameParts } from "#site/scoreboard";
import {
  figureBefore,
  figureIn,
  movesText,
  placeOf,
  standingText,
  type Unit,
} from "#site/standing";
import { strings } from "#site/strings";

/** A line of a brief: this year, last year, the change, and the median of the peers. */
export type BriefLine = {
  id: string;
  label: string;
  pillar: string;
  now: Said;
  last: string;
  change: string;
  peers: string;
  score: string;
  strip: string;
  /** "" where no target is set. */
  target: string;
  rows: string | null;
};

/** Everything a region's page says of its standing. */
export type Brief = {
  code: string;
  name: string;
  group: Group;
  /** Its rank and index; null where it has none. */
  place: ReturnType<typeof placeOf>;
  short: readonly string[];
  pillars: readonly { name: string; now: string; last: string; change: string; peers: string }[];
  /** Why pillars have no line; "" where all have one. */
  lacking: string;
  indicators: readonly BriefLine[];
  context: readonly BriefLine[];
  /** What could be said of neither year: a sentence for each reason, in place of empty lines. */
  folded: readonly string[];
};

/** What the peers of a unit have, computed once for all pages of a group. */
type Peers = { scores: readonly number[]; score: number | null; value: number | null };
const known = new Map<string, Peers>();

function peersOf(now: Now, group: Group, id: string): Peers {
  const key = `${group} ${id}`;
  const found = known.get(key);
  if (found) return found;
  const board = boardIn(now, now.period, group);
  const scores = unitsOf(group).flatMap((u) => board.standings[u]?.scores[id] ?? []);
  const values = unitsOf(group).flatMap((u) => figuresIn(now, now.period, u)[id]?.value ?? []);
  const peers = { scores, score: medianOf(scores), value: medianOf(values) };
  known.set(key, peers);
  return peers;
}

export function briefOf(code: string, lang: Lang): Brief {
  const now = needAssessed();
  const group = groupOf(code);
  if (!group) throw new Error(`${code} has no peers`);
  const unit = { now, group, code, lang };
  const indicators = Object.keys(now.a.pillars).flatMap((p) =>
    indicatorsOf(now.a, p).flatMap((id) => {
      const i = now.a.indicators[id];
      return i ? [lineOf(unit, id, i)] : [];
    }),
  );
  const none = strings[lang].assess.noValue;
  const isBlank = (line: BriefLine) => line.now.why !== "" && line.last === none;
  const byWhy = Map.groupBy(indicators.filter(isBlank), ({ now: { why } }) => why);
  return {
    code,
    name: unitName(code, lang),
    group,
    place: placeOf(unit),
    short: [standingText(unit), ...movesText(unit)],
    pillars: pillarLines(unit).filter(({ now, last }) => now !== none || last !== none),
    lacking: lackingText(unit),
    indicators: indicators.filter((line) => !isBlank(line)),
    context: Object.entries(now.a.context).map(([id, m]) => lineOf(unit, id, m)),
    folded: [...byWhy].map(([why, lines]) =>
      strings[lang].assess.noData(
        lines.map(({ label }) => label),
        why,
      ),
    ),
  };
}

function lineOf(unit: Unit, id: string, m: Measured): BriefLine {
  const { now, group, code, lang } = unit;
  const t = strings[lang].assess;
  const [f, old] = [figureIn(unit, id), figureBefore(unit, id)];
  const peers = peersOf(now, group, id);
  const own = standingIn(now, now.period, group, code).scores[id] ?? null;
  const score = own === null ? t.noValue : formatScore(own);
  const median = peers.score === null ? t.noValue : formatScore(peers.score);
  const i = now.a.indicators[id];
  const isScored = i !== undefined && peers.scores.length > 0;
  return {
    id,
    label: labelOf(m, lang),
    pillar: pillarName(now.a, m.pillar, lang),
    now: said(m, f, lang),
    last: said(m, old, lang).value,
    change: changeText(m, f, old, lang),
    peers: peers.value === null ? t.noValue : valueText(m, peers.value, lang),
    score,
    strip: isScored ? stripPicture(peers.scores, peers.score, own, t.placeAlt(score, median)) : "",
    target: i ? targetText(i, f?.value, now.report.targets[code]?.[id]?.[now.period.id], lang) : "",
    rows: f?.value === null || f === undefined ? null : rowsUrl(m, code, now.period, lang),
  };
}

function lackingText({ now, group, code, lang }: Unit): string {
  const t = strings[lang].assess;
  const [own, old] = [now.period, now.last].map(
    (p) => p && standingIn(now, p, group, code).pillars,
  );
  const figures = figuresIn(now, now.period, code);
  const lacks = Object.entries(own ?? {}).filter(([p, score]) => score === null && !old?.[p]);
  const why = lacks.map(([p]) => lackText(now, p, figures, lang));
  return why.length > 0 ? `${why.join(t.whySeparator)}${strings[lang].look.stop}` : "";
}

function pillarLines({ now, group, code, lang }: Unit): Brief["pillars"] {
  const t = strings[lang].assess;
  const say = (n: number | null) => (n === null ? t.noValue : formatScore(n));
  const board = boardIn(now, now.period, group);
  const old = now.last && boardIn(now, now.last, group);
  const own = standingIn(now, now.period, group, code);
  const line = (
    name: string,
    of: (b: Board, unit: string) => number | null,
    isSame: boolean,
  ): Brief["pillars"][number] => {
    const [to, from] = [of(board, code), old && isSame ? of(old, code) : null];
    return {
      name,
      now: say(to),
      last: say(from),
      change: to === null || from === null ? "" : signed(to - from),
      peers: say(medianOf(unitsOf(group).flatMap((u) => of(board, u) ?? []))),
    };
  };
  return [
    ...Object.keys(own.pillars).map((p) =>
      line(pillarName(now.a, p, lang), (b, u) => b.standings[u]?.pillars[p] ?? null, true),
    ),
    ...(board.ranked.length > 0
      ? [
          line(
            indexName(board, lang),
            (b, u) => b.standings[u]?.index ?? null,
            old !== undefined && sameParts(board, old),
          ),
        ]
      : []),
  ];
}
