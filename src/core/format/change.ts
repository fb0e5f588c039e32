/** A month (YYYY-MM) and what was measured in it; a ratio has its numerator `of` and denominator `per`. */
export type Month = {
  readonly x: string;
  readonly value: number | null;
  readonly of?: number;
  readonly per?: number;
};

/** Counts change by a share of the earlier count (0.0611 is 6.11 %), ratios by percentage points. */
export type Change =
  | { readonly unit: "share"; readonly by: number }
  | { readonly unit: "points"; readonly by: number };

/** What a month is compared with; null where that month is missing, blank or a count of 0. */
export type Changes = {
  readonly x: string;
  /** 同比: against the same month of last year. */
  readonly yearOnYear: Change | null;
  /** 环比: against the month before. */
  readonly monthOnMonth: Change | null;
};

/** The month that lies `months` before another: 2025-01 is one after 2024-12. */
export function monthsBefore(x: string, months: number): string {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(x);
  if (!match) throw new RangeError(`a month written YYYY-MM expected, not “${x}”`);
  const count = Number(match[1]) * 12 + Number(match[2]) - 1 - months;
  const two = (n: number, digits: number) => String(n).padStart(digits, "0");
  return `${two(Math.floor(count / 12), 4)}-${two((((count % 12) + 12) % 12) + 1, 2)}`;
}

/** The share by which a count changed; null from 0, of which nothing is a share. */
export const relativeChange = (now: number, before: number): number | null =>
  before === 0 ? null : (now - before) / before;

const isRatio = ({ of, per }: Month): boolean => of !== undefined && per !== undefined;

/** The value of a month that can be compared: a ratio of nothing has none. */
const comparable = (month: Month): number | null => (month.per === 0 ? null : month.value);

function changeOf(now: Month, before: Month | undefined): Change | null {
  if (before === undefined) return null;
  const [to, from] = [comparable(now), comparable(before)];
  if (to === null || from === null) return null;
  if (isRatio(now) !== isRatio(before))
    throw new RangeError(`${before.x} and ${now.x}: a count cannot be compared with a ratio`);
  if (isRatio(now)) return { unit: "points", by: (to - from) * 100 };
  const by = relativeChange(to, from);
  return by === null ? null : { unit: "share", by };
}

/**
 * 同比 and 环比 of every month of a series, found by the calendar and never by position: a gap in the series is
 * a gap in the comparison. Throws a RangeError for what is no month and for a month that occurs twice.
 */
export function changes(series: readonly Month[]): readonly Changes[] {
  const monthByName = new Map(series.map((month) => [month.x, month]));
  if (monthByName.size < series.length) throw new RangeError("a month occurs twice");
  return series.map((month) => ({
    x: month.x,
    yearOnYear: changeOf(month, monthByName.get(monthsBefore(month.x, 12))),
    monthOnMonth: changeOf(month, monthByName.get(monthsBefore(month.x, 1))),
  }));
}
