import { isIsoDate } from "#core/check/date";

/** Days since 1970-01-01. */
export type Day = number;

const dayMs = 86_400_000;
const first = Date.parse("2018-01-01T00:00:00Z") / dayMs;
const last = Date.parse("2032-12-31T00:00:00Z") / dayMs;
const texts = Array.from({ length: last - first + 1 }, (_, i) =>
  new Date((first + i) * dayMs).toISOString().slice(0, 10),
);

/** The day of a date written YYYY-MM-DD. */
export function dayOf(iso: string): Day {
  if (!isIsoDate(iso)) throw new RangeError(`a day written YYYY-MM-DD expected, not “${iso}”`);
  return Date.parse(`${iso}T00:00:00Z`) / dayMs;
}

/** The day as YYYY-MM-DD, and a blank for none; within the years that the made-up data speaks of. */
export function isoOf(day: Day | undefined): string {
  if (day === undefined) return "";
  const text = texts[day - first];
  if (text === undefined) throw new RangeError(`day ${day} lies outside the calendar`);
  return text;
}

/** 1970-01-01 was a Thursday. */
export const isWeekend = (day: Day): boolean => (day + 4) % 7 === 6 || (day + 4) % 7 === 0;

/** The months from one to another, both included, as YYYY-MM. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split("-").map(Number);
  for (;;) {
    const text = `${year}-${String(month).padStart(2, "0")}`;
    if (text > to) return months;
    months.push(text);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** The file is as of this day: nothing in it has happened later. */
export const asOf: Day = dayOf("2026-10-31");
