import { type Figure, isShareOf, overlap, type Percent, sumOf } from "#core/reconcile/figure";
import {
  type Details,
  type Finding,
  finding,
  grouped,
  groupOf,
  type Named,
  type Total,
} from "#core/reconcile/finding";
import type { NoteCount } from "#core/reconcile/note";

type Part = Total & { figure: Figure };

/** 诉求分类:投诉 is the part 投诉 of 诉求分类; a metric without a colon is a whole. */
function split(metric: string): { group: string; part: string } | undefined {
  const [, group = "", part = ""] = /^([^:：]+)[:：](.+)$/u.exec(metric) ?? [];
  return part === "" ? undefined : { group: group.trim(), part: part.trim() };
}

const isPart = (total: Total): total is Part => total.figure !== null;
const namedTotal = (total: Part): Named => ({
  name: split(total.metric)?.part ?? total.metric,
  figure: total.figure,
  file: total.file,
  line: total.line,
});

/** The whole that a figure is nearest to. */
export const nearest = (wholes: readonly Named[], value: number): Named | undefined =>
  wholes.toSorted((a, b) => Math.abs(a.figure.value - value) - Math.abs(b.figure.value - value))[0];

/** Whether a list of parts claims to be complete: it has a rest, or its printed shares add up to 100 %. */
function isComplete(parts: readonly Part[]): boolean {
  if (parts.some(({ metric }) => /其他|其它/u.test(metric))) return true;
  const shares = parts.flatMap(({ note }) => note.share ?? []);
  const [low, high] = [
    shares.reduce((sum, share) => sum + share.low, 0),
    shares.reduce((sum, share) => sum + share.high, 0),
  ];
  return shares.length === parts.length && low <= 100 && 100 <= high;
}

function* checkBreakdown(group: string, rows: readonly Total[], wholes: readonly Named[]) {
  const parts = rows.filter(isPart);
  const [first] = parts;
  const sum = sumOf(parts.map(({ figure }) => figure));
  const whole = nearest(wholes, sum.value);
  if (first === undefined || whole === undefined || parts.length < 2) return;
  if (parts.length < rows.length || wholes.some(({ figure }) => overlap(figure, sum))) return;
  const listed = isComplete(parts);
  const sure = listed || wholes.every(({ figure }) => sum.low > figure.high);
  const details = { group, parts: parts.map(namedTotal), sum, whole, listed };
  yield finding("parts", first, "value", details, sure ? "contradiction" : "question");
}

/** A share of a part that fits neither a whole nor the sum of the parts. */
function* checkShare(row: Total, wholes: readonly Named[], siblings: readonly Total[]) {
  const { note, figure } = row;
  if (note.share === undefined || figure === null) return;
  const { share } = note;
  const sum = sumOf(siblings.filter(isPart).map((part) => part.figure));
  const of = siblings.length > 1 ? [...wholes, { ...row, name: "", figure: sum }] : wholes;
  const possible = of.filter((whole) => whole.figure.high >= figure.low);
  if (possible.length === 0 || possible.some((whole) => isShareOf(share, figure, whole.figure)))
    return;
  const name = split(row.metric)?.part ?? row.metric;
  const shown = wholes.length > 0 ? wholes : possible;
  yield finding("share", row, "note", { name, n: figure, of: shown, percent: share });
}

const pairs: readonly (readonly [RegExp, RegExp])[] = [
  [/^已办(?:结)?$/u, /^(?:在办|未办结?)$/u],
  [/^已解决$/u, /^未解决$/u],
  [/^按期(?:办结|完成)?$/u, /^逾期(?:办结|完成)?$/u],
  [/^(?:直接答复|直接办结|直办)$/u, /^(?:转办|转派|派单)$/u],
  [/^满意$/u, /^不满意$/u],
];

/** 已办 and 在办 make up what they are two halves of. */
function* checkPairs(row: Total, own: readonly Named[]) {
  const { counts } = row.note;
  const at = (count: NoteCount): Named => ({ ...count, file: row.file, line: row.line });
  for (const [one, other] of pairs) {
    const [a, b] = [counts.find((c) => one.test(c.name)), counts.find((c) => other.test(c.name))];
    if (a === undefined || b === undefined) continue;
    const sum = sumOf([a.figure, b.figure]);
    const before = counts[counts.indexOf(a) - 1];
    const parent =
      before?.sentence === a.sentence && b.sentence === a.sentence ? before : undefined;
    const wholes = [...counts.filter((c) => c !== a && c !== b).map(at), ...own];
    const whole = parent ? at(parent) : nearest(wholes, sum.value);
    if (whole === undefined || wholes.some(({ figure }) => overlap(figure, sum))) continue;
    const sure = parent !== undefined || wholes.every(({ figure }) => sum.low > figure.high);
    const details = {
      group: `${a.name}、${b.name}`,
      parts: [at(a), at(b)],
      sum,
      whole,
      listed: true,
    };
    yield finding("parts", row, "note", details, sure ? "contradiction" : "question");
  }
}

/** Rates and shares printed in a note, against the counts printed beside them. */
function* checkRates(row: Total, own: readonly Named[]) {
  const { note, file, line } = row;
  const printed: Named[] = note.counts.map((count) => ({ ...count, file, line }));
  const rates = [...note.rates];
  if (row.percent) rates.push({ name: row.metric, percent: row.percent });
  const shares = note.counts.flatMap(({ share, name }) =>
    share ? [{ name, percent: share }] : [],
  );
  if (note.share) shares.push({ name: row.metric, percent: note.share });
  for (const { name, percent } of [...rates, ...shares])
    if (percent.low > 100)
      yield finding("over 100", row, row.percent === percent ? "value" : "note", { name, percent });

  const check = (name: string, n: Figure, percent: Percent): Details["share"] | undefined => {
    const of = [...own, ...printed].filter(({ figure }) => figure !== n && figure.high >= n.low);
    if (percent.low > 100 || of.length === 0) return undefined;
    return of.some(({ figure }) => isShareOf(percent, n, figure))
      ? undefined
      : { name, n, of, percent };
  };
  for (const { name, figure, share } of note.counts) {
    const details = share && check(name, figure, share);
    if (details) yield finding("share", row, "note", details);
  }
  for (const { name, percent } of rates) {
    const what = name.replace(/率$/u, "");
    const n = [...printed, ...own].find((c) => c.name === what || c.name === `已${what}`);
    const details = n && check(name, n.figure, percent);
    if (details) yield finding("share", row, row.percent === percent ? "value" : "note", details);
  }
}

function* checkMonths(row: Total) {
  const { months } = row.note;
  if (months === undefined || months.title === months.text) return;
  const [title, text] = months.said;
  yield finding("months", row, "note", { title, text, period: row.period });
}

/** What the totals of each place and period say against each other. */
export function* checkTotals(totals: readonly Total[]): Generator<Finding> {
  for (const rows of grouped(totals, groupOf).values()) {
    const whole = rows.filter(({ metric }) => split(metric) === undefined);
    const wholes = whole.filter(isPart).map(namedTotal);
    const parts = rows.filter(({ metric }) => split(metric) !== undefined);
    const groups = grouped(parts, ({ metric }) => split(metric)?.group ?? "");
    for (const [group, members] of groups) {
      yield* checkBreakdown(group, members, wholes);
      for (const row of members) yield* checkShare(row, wholes, members);
    }
    for (const row of rows) {
      if (split(row.metric) === undefined) {
        const others = wholes.filter(({ file, line }) => file !== row.file || line !== row.line);
        yield* checkShare(row, others, []);
      }
      const own = wholes;
      yield* checkPairs(row, own);
      yield* checkRates(row, own);
      yield* checkMonths(row);
    }
  }
}

/** The wholes of each place and period, which the units' figures are held against. */
export function wholesOf(totals: readonly Total[]): ReadonlyMap<string, readonly Named[]> {
  const wholes = totals.filter(({ metric }) => split(metric) === undefined).filter(isPart);
  return new Map(
    [...grouped(wholes, groupOf)].map(([group, rows]) => [group, rows.map(namedTotal)]),
  );
}
