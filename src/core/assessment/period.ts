/** Months that are measured together: from January to the last month that every dataset reaches; `id` is the year. */
export type Period = { id: string; from: string; to: string };

/** First and last month (2026-04) of which a dataset has rows. */
export type Span = { first: string; last: string };

/**
 * The same months of every year, so that an unfinished year is compared with the same part of the year before. A year
 * is left out whose start no dataset reaches back to. The newest is last.
 */
export function periodsOf(spans: readonly Span[]): readonly Period[] {
  if (spans.length === 0) return [];
  const end = spans.map(({ last }) => last).sort()[0] ?? "";
  const month = end.slice(5);
  const first = Math.min(...spans.map((s) => Number(s.first.slice(0, 4))));
  const years = Array.from({ length: Number(end.slice(0, 4)) - first + 1 }, (_, i) => first + i);
  return years
    .map((y) => ({ id: String(y), from: `${y}-01`, to: `${y}-${month}` }))
    .filter((p) => spans.some((s) => reachesBack(s, p)));
}

/** True where a dataset has the period from its start on: else a value would be of a part of it only. */
export const reachesBack = ({ first }: Span, { from }: Period): boolean => first <= from;

/** Every month of a period. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const last = Number(to.slice(5));
  return Array.from(
    { length: last },
    (_, i) => `${from.slice(0, 5)}${String(i + 1).padStart(2, "0")}`,
  );
}
