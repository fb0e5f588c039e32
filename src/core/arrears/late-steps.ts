import {
  type AgeBand,
  ageBand,
  daysBetween,
  dueOn,
  lateInterest,
  overdueDays,
  statutoryRate,
} from "#core/arrears/arrears";
import type { Claim, Debtor } from "#core/arrears/late-claim";
import { formatDate, formatFen, formatNumber } from "#core/format/format";
import type { Lang } from "#core/language";

/** Days from delivery (State Council Order No. 802, Art. 9): without an agreement, and the most a contract may set. */
export const permitted: Readonly<Record<Debtor, { days: number; most: number | null }>> = {
  state: { days: 30, most: 60 },
  large: { days: 60, most: null }, // a contract may say otherwise, within reason
};

/** When the revised regulation came into force. */
const inForce = "2025-06-01";

/** Which period counts: none agreed, as agreed, the most a contract may set, or as agreed though beyond the usual one. */
export type Period = "usual" | "agreed" | "most" | "longer";

export type Settled = Claim & {
  days: number;
  period: Period;
  due: string;
  overdue: number;
  /** Days until the due date; 0 on it and after it. */
  left: number;
  rate: string;
  interestFen: bigint | null;
  band: AgeBand | null;
};

/** The answer to a claim: arithmetic only. */
export function settle(claim: Claim): Settled {
  const { days, period } = periodOf(claim);
  const due = dueOn(claim.start, days);
  const overdue = overdueDays(due, claim.asOf);
  const rate = claim.agreedRate ?? statutoryRate;
  const { unpaidFen } = claim;
  return {
    ...claim,
    days,
    period,
    due,
    overdue,
    left: Math.max(0, daysBetween(claim.asOf, due)),
    rate,
    interestFen:
      unpaidFen === null ? null : lateInterest({ unpaidFen, ratePerDay: rate, days: overdue }),
    band: overdue > 0 ? ageBand(overdue) : null,
  };
}

function periodOf({ debtor, agreedDays }: Claim): { days: number; period: Period } {
  const { days, most } = permitted[debtor];
  if (agreedDays === null) return { days, period: "usual" };
  if (most !== null && agreedDays > most) return { days: most, period: "most" };
  return { days: agreedDays, period: most === null && agreedDays > days ? "longer" : "agreed" };
}

/** The sentences of a slip; {names} are filled in. */
export type Words = Readonly<
  Record<
    | `${Debtor} ${Period}`
    | `from ${Claim["from"]}`
    | "period"
    | "days"
    | "payBy"
    | "dueSum"
    | "overdue"
    | "overdueSum"
    | "notOverdueSum"
    | "interest"
    | "interestSum"
    | "noAmount"
    | "statutory"
    | "agreedRate"
    | "band"
    | "bandDays"
    | "bandWhy"
    | "before"
    | "startExcluded"
    | "calendar"
    | "late"
    | "left"
    | "dueToday",
    string
  >
>;

/** One line of the slip: what it is, its value, the sum it comes from and the rule behind it. */
export type Step = { name: string; value: string; sum: string; rule: string };

export const fill = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** The answer in one sentence. */
export function headline(s: Settled, words: Words): string {
  if (s.overdue > 0) return fill(words.late, { n: s.overdue });
  return s.left > 0 ? fill(words.left, { n: s.left }) : words.dueToday;
}

/** 0.0005 → 0.05 %, digit for digit. */
export function percentOf(rate: string): string {
  const [whole = "", decimals = ""] = rate.split(".");
  const digits = decimals.padEnd(2, "0");
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = digits.slice(2).replace(/0+$/, "");
  return rest ? `${moved}.${rest}%` : `${moved}%`;
}

/** Every step from the start date to the interest, with its arithmetic. */
export function stepsOf(s: Settled, words: Words, lang: Lang): readonly Step[] {
  const [start, due, asOf] = [s.start, s.due, s.asOf].map((day) => formatDate(day, lang));
  const values = {
    start: start ?? "",
    due: due ?? "",
    asOf: asOf ?? "",
    from: words[`from ${s.from}`],
    n: s.days,
    agreed: s.agreedDays ?? "",
    usualDue: formatDate(dueOn(s.start, permitted[s.debtor].days), lang),
    overdue: formatNumber(s.overdue, 0),
    left: s.left,
    rate: percentOf(s.rate),
  };
  const say = (key: keyof Words) => fill(words[key], values);
  const rule = say(`${s.debtor} ${s.period}`);
  const periodRule = s.start < inForce ? `${rule} ${words.before}` : rule;
  const steps: Step[] = [
    { name: words.period, value: say("days"), sum: "", rule: periodRule },
    { name: words.payBy, value: values.due, sum: say("dueSum"), rule: say("startExcluded") },
    {
      name: words.overdue,
      value: fill(words.days, { n: values.overdue }),
      sum: say(s.overdue > 0 ? "overdueSum" : "notOverdueSum"),
      rule: words.calendar,
    },
  ];
  if (s.unpaidFen !== null && s.interestFen !== null) {
    const amount = formatFen(s.unpaidFen, lang);
    const interest = formatFen(s.interestFen, lang);
    steps.push({
      name: words.interest,
      value: interest,
      sum: fill(words.interestSum, { ...values, amount, interest }),
      rule: s.agreedRate === null ? words.statutory : words.agreedRate,
    });
  } else
    steps.push({ name: words.interest, value: "—", sum: words.noAmount, rule: words.statutory });
  if (s.band)
    steps.push({
      name: words.band,
      value: fill(words.bandDays, { n: s.band }),
      sum: "",
      rule: words.bandWhy,
    });
  return steps;
}
