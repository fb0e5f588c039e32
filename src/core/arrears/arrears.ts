import { isIsoDate } from "#core/check/date";

const dayMs = 86_400_000;

/** Days since 1970-01-01; a day is a day, whatever clock or time zone the reader has. */
function dayNumber(iso: string): number {
  if (!isIsoDate(iso)) throw new RangeError(`a day written YYYY-MM-DD expected, not “${iso}”`);
  return Date.parse(`${iso}T00:00:00Z`) / dayMs;
}

function needCount(n: number, what: string): number {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(`${what}: a whole number from 0 expected, not ${n}`);
  return n;
}

/**
 * The last day on which payment is in time: start + days, calendar days, the day of the start excluded
 * (State Council Order No. 802, Art. 9). Throws a RangeError for what is no day or no count.
 */
export function dueOn(start: string, days: number): string {
  const due = dayNumber(start) + needCount(days, "days");
  return new Date(due * dayMs).toISOString().slice(0, 10);
}

/** Days from one day to another, negative backwards. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Whole days late on `asOf`: max(0, asOf − due); on the due date itself nothing is late. */
export const overdueDays = (due: string, asOf: string): number =>
  Math.max(0, daysBetween(due, asOf));

/** Share of a day where no rate is agreed: 0.05 % (State Council Order No. 802, Art. 17). */
export const statutoryRate = "0.0005";

/**
 * Simple interest in fen: unpaid, undisputed fen × daily rate × days, exact until the end and rounded once,
 * half a fen upwards. The rate is a decimal string (0.0005), since 0.0005 is no binary fraction.
 */
export function lateInterest(of: { unpaidFen: bigint; ratePerDay: string; days: number }): bigint {
  if (of.unpaidFen < 0n) throw new RangeError(`unpaidFen: 0 or more expected, not ${of.unpaidFen}`);
  const match = /^(\d+)(?:\.(\d+))?$/.exec(of.ratePerDay);
  if (!match) throw new RangeError(`ratePerDay: a decimal expected, not “${of.ratePerDay}”`);
  const [, whole = "", decimals = ""] = match;
  const one = 10n ** BigInt(decimals.length);
  const product = of.unpaidFen * BigInt(whole + decimals) * BigInt(needCount(of.days, "days"));
  return (2n * product + one) / (2n * one);
}

export const ageBands = ["≤60", "61–180", "181–365", ">365"] as const;
export type AgeBand = (typeof ageBands)[number];

/** The band of a number of days overdue; the bands are the site's own, not the regulation's. */
export function ageBand(days: number): AgeBand {
  needCount(days, "days");
  if (days <= 60) return "≤60";
  if (days <= 180) return "61–180";
  return days <= 365 ? "181–365" : ">365";
}

type Flow = { opening: number; verifiedNew: number; paid: number };

/**
 * Paid ÷ (opening balance + newly verified) of a period, all in whole fen; null where nothing was owed. More paid than
 * owed gives more than 1: that is for `reconciles` to notice. Throws for negative or broken amounts.
 */
export function clearanceRate({ opening, verifiedNew, paid }: Flow): number | null {
  const owed = needCount(opening, "opening") + needCount(verifiedNew, "verifiedNew");
  return owed === 0 ? null : needCount(paid, "paid") / owed;
}

/** Whether opening + newly verified − paid is the closing balance, to within a tolerance; all in whole fen. */
export function reconciles(flow: Flow & { closing: number }, tolerance: number): boolean {
  for (const [name, fen] of Object.entries({ ...flow, tolerance })) needCount(fen, name);
  const { opening, verifiedNew, paid, closing } = flow;
  return Math.abs(opening + verifiedNew - paid - closing) <= tolerance;
}
