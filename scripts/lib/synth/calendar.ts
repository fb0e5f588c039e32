import { asOf, type Day, dayOf, isoOf, isWeekend } from "./day.ts";

const from = dayOf("2023-01-03");

/** Little in January and February, a bump at midyear, and much in December, before the budget lapses. */
const months = [0.5, 0.4, 0.9, 1, 1, 1.3, 0.9, 0.9, 1.1, 0.9, 1.3, 2.3] as const;
const years: Readonly<Record<string, number>> = {
  "2023": 1,
  "2024": 1.15,
  "2025": 1.3,
  "2026": 1.4,
};

function weightOf(day: Day): number {
  const iso = isoOf(day);
  const holiday = iso.slice(5) >= "10-01" && iso.slice(5) <= "10-07";
  if (isWeekend(day) || holiday) return 0;
  return (months[Number(iso.slice(5, 7)) - 1] ?? 1) * (years[iso.slice(0, 4)] ?? 1);
}

/** The days on which awards are approved, as `rows` of them in order: one day after the other, in flat memory. */
export function* approvalDays(rows: number): Generator<Day> {
  let all = 0;
  for (let day = from; day <= asOf; day++) all += weightOf(day);
  let sum = 0;
  let done = 0;
  for (let day = from; day <= asOf; day++) {
    sum += weightOf(day);
    const until = day === asOf ? rows : Math.round((sum / all) * rows);
    for (; done < until; done++) yield day;
  }
}
