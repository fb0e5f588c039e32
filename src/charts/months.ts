import type { Bar } from "#charts/parts";
import type { Cell } from "#core/catalog";

/** Months counted from the year 0. */
export function monthNumber(x: Cell): number {
  const [year = 0, month = 1] = String(x).split("-").map(Number);
  return year * 12 + month - 1;
}

/** 2026-04 */
export const monthName = (n: number): string =>
  `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;

/** Every month from the first to the last, with its bar where there is one. */
export function monthSpan(
  bars: readonly Bar[],
): readonly { month: number; bar: Bar | undefined }[] {
  const barByMonth = new Map(bars.map((bar) => [monthNumber(bar.x), bar]));
  if (barByMonth.size === 0) return [];
  const first = Math.min(...barByMonth.keys());
  return Array.from({ length: Math.max(...barByMonth.keys()) - first + 1 }, (_, i) => ({
    month: first + i,
    bar: barByMonth.get(first + i),
  }));
}
