import { daysBetween, dueOn } from "#core/arrears/arrears";
import type { Entry } from "#core/catalog";
import { daysIn, isIsoDate } from "#core/check/date";
import { duties } from "#core/law/duty";

/**
 * The draft says “promptly” and gives no number of days. The Regulation on the Disclosure of Government Information
 * (Art. 26) does: 20 working days from when information arises or changes, which are four weeks.
 */
export const promptDays = 28;

/** How old what a dataset shows is, on a day. */
export type Freshness = {
  /** The newest source where rows name theirs, else the day on which the file came. ISO date. */
  on: string;
  from: "source" | "received";
  days: number;
  /** The first day on which it is late. */
  lateFrom: string;
  late: boolean;
};

/** Throws a RangeError where the entry's dates are no dates. */
export function freshnessOf(e: Pick<Entry, "dataset" | "dates">, today: string): Freshness {
  const on = e.dates ? lastDayOf(e.dates.last) : e.dataset.source.received;
  const lateFrom = dueOn(on, promptDays + 1);
  const days = Math.max(0, daysBetween(on, today));
  return {
    on,
    from: e.dates ? "source" : "received",
    days,
    lateFrom,
    late: days > promptDays,
  };
}

/**
 * The last day (an ISO date) on which the next update is in time; null where no article that the dataset cites asks for
 * publication, and of made-up rows, which nobody owes.
 */
export const dueBy = (e: Pick<Entry, "dataset" | "dates">, today: string): string | null =>
  !e.dataset.demonstration && duties.some(({ article }) => e.dataset.articles.includes(article))
    ? dueOn(freshnessOf(e, today).on, promptDays)
    : null;

/** The last day of a year, month or day: what a source dated 2025 may at best be of. */
function lastDayOf(date: string): string {
  if (isIsoDate(date)) return date;
  const [year = "", month = "12"] = date.split("-");
  return `${year}-${month}-${daysIn(Number(year), Number(month))}`;
}
