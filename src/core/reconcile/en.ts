import type { Place } from "#core/reconcile/finding";
import type { Kind } from "#core/reconcile/note";
import { columnLabel } from "#core/reconcile/read";
import {
  addition,
  closest,
  difference,
  digits,
  fittingWhole,
  isElsewhere,
  name,
  percentLike,
  rangeOf,
  type Sentences,
  tolerance,
} from "#core/reconcile/say";

const q = (text: string) => `“${name(columnLabel(text).en)}”`;
const seen = (at: Place, from: Place) => {
  if (!isElsewhere(at, from)) return "";
  return at.file === from.file ? ` (line ${at.line})` : ` (${at.file}:${at.line})`;
};
const kinds: Readonly<Record<Kind, string>> = {
  year: "year on year (同比)",
  month: "month on month (环比)",
};
const earlier: Readonly<Record<Kind, string>> = {
  year: "the same period of last year",
  month: "the period before",
};
const way = (fall: boolean) => (fall ? "down" : "up");
const only = "rounded or cut off it stands for";

/** Every finding in English. */
export const en: Sentences = {
  parts: (f) => {
    const { group, parts, sum, whole, listed, severity } = f;
    const more = sum.value > whole.figure.value;
    const ask =
      severity === "question"
        ? more
          ? "Ask which total the parts are of, or whether one is wrong."
          : "Ask whether only some of the parts are listed."
        : more && !listed
          ? "Ask whether one case counts in several parts, or the two figures count different things."
          : "Ask which figure is wrong, or whether parts overlap or are missing.";
    return `Expected the parts of ${q(group)} to add up to ${q(whole.name)}, ${whole.figure.text}${seen(whole, f)}; found ${addition(parts, sum)}, ${difference(sum.value, whole.figure.value)} too ${more ? "many" : "few"}, tolerance ${tolerance(sum, whole.figure)}. ${ask}`;
  },
  share: (f) => {
    const { whole, computed } = closest(f);
    const others = f.of.length > 1 ? `Nor does it fit ${f.of.length - 1} other figures. ` : "";
    const fitting = fittingWhole(f);
    const would = fitting ? `If the percentage is right, it is of about ${fitting}. ` : "";
    const label = whole.name === "" ? "the sum of the parts" : q(whole.name);
    return `Expected ${q(f.name)} to be ${f.n.text} ÷ ${digits(whole.figure.value)} = ${percentLike(computed, f.percent)} of ${label}${seen(whole, f)}; found ${f.percent.text}, off by ${difference(Number(computed.toFixed(2)), f.percent.value)} percentage points, where ${only} ${rangeOf(f.percent)}. ${others}${would}Ask which of the three is wrong, or what the percentage is of.`;
  },
  "over 100": ({ name: n, percent }) =>
    `Expected ${q(n)} to be at most 100%; found ${percent.text}, ${digits(percent.value - 100)} percentage points too much, tolerance ${digits(percent.value - percent.low)}. Ask for numerator and denominator.`,
  "change kind": ({ now, base, computed, printed }) => {
    const [said, real] =
      printed.kind === "year" ? (["year", "month"] as const) : (["month", "year"] as const);
    return `Expected a change ${kinds[said]} to be against ${earlier[said]}; found ${way(printed.fall)} ${printed.percent.text}, while against ${earlier[real]} (${now.text} − ${digits(base)}) ÷ ${digits(base)} = ${percentLike(computed, printed.percent)}, within the ${rangeOf(printed.percent)} ${only}, so it is ${kinds[real]}. Ask whether it should say so, and for the figure of ${earlier[said]}.`;
  },
  change: ({ name: n, now, base, computed, printed }) =>
    `Expected ${q(n)} to change ${kinds[printed.kind]} by (${now.text} − ${digits(base)}) ÷ ${digits(base)} = ${percentLike(computed, printed.percent)}; found ${way(printed.fall)} ${printed.percent.text}, off by ${difference(Number(computed.toFixed(2)), (printed.fall ? -1 : 1) * printed.percent.value)} percentage points, where ${only} ${rangeOf(printed.percent)}. Ask which of the three is wrong.`,
  "change base": ({ name: n, now, printed, needed, near }) =>
    `${q(n)} ${now.text}, ${way(printed.fall)} ${printed.percent.text} ${kinds[printed.kind]}: expected a whole number in ${earlier[printed.kind]}; found ${now.text} ÷ ${digits(1 + ((printed.fall ? -1 : 1) * printed.percent.value) / 100)} = ${needed.toFixed(2)}, while ${near.map(({ base, percent }) => `${base} gives ${percentLike(Math.abs(percent), printed.percent)}`).join(" and ")}, and ${only} ${rangeOf(printed.percent)}. Ask for the figure of ${earlier[printed.kind]}, and which is wrong.`,
  delta: (f) => {
    const expected = f.before.figure.value + f.by;
    return `Expected ${q(f.name)} to be ${f.before.figure.text} of ${earlier[f.kind]}${seen(f.before, f)} ${f.by < 0 ? "less" : "plus"} ${Math.abs(f.by)}, ${digits(expected)}; found ${f.now.text}, off by ${difference(f.now.value, expected)}, tolerance ${digits(f.now.high - f.now.value + f.before.figure.high - f.before.figure.value)}. Ask which of the three is wrong.`;
  },
  "part over whole": ({ name: n, part, whole }) =>
    `Expected this figure of ${q(n)} to be at most the ${whole.figure.text} received; found ${part.text}, ${difference(part.value, whole.figure.value)} too many, tolerance ${tolerance(part, whole.figure)}. Ask whether the two count different things.`,
  satisfaction: ({ name: n, unsatisfied, received, percent }) =>
    `Expected the satisfaction of ${q(n)} to be at most (${received.text} − ${unsatisfied.text}) ÷ ${received.text} = ${percentLike(100 - (100 * unsatisfied.value) / received.value, percent)}, since ${unsatisfied.text} were unsatisfied; found ${percent.text}, where ${only} ${rangeOf(percent)}. Ask how many answered, and whether the unsatisfied are among them.`,
  units: (f) =>
    `Expected the units to add up to at most ${q(f.whole.name)}, ${f.whole.figure.text}${seen(f.whole, f)}; found ${addition(f.units, f.sum)}, ${difference(f.sum.value, f.whole.figure.value)} too many, tolerance ${tolerance(f.sum, f.whole.figure)}. Ask whether a case handled by several units counts several times, or the two figures count different things.`,
  months: ({ title, text, period }) =>
    `Expected title and text to name one month; found ${q(title)} in the title and ${q(text)} in the text, typed here as ${name(period)}. Ask which month the figures are of.`,
};
