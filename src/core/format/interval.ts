import type { Measure } from "#core/catalog";
import { formatShare } from "#core/format/format";
import { type Interval, wilsonInterval } from "#core/format/wilson";
import type { Lang } from "#core/language";
import type { Metric } from "#core/metric";

/** The 95 % interval of a ratio that is declared to have one; null where its parts are not n of N. */
export function intervalOf(m: Metric, { of, per }: Measure): Interval | null {
  if (m.agg !== "ratio" || !m.interval) return null;
  if (!Number.isSafeInteger(of) || !Number.isSafeInteger(per)) return null;
  const [n, all] = [Number(of), Number(per)];
  return n >= 0 && n <= all ? wilsonInterval(n, all) : null;
}

/** 93.9%–97.4% */
export const formatInterval = ({ low, high }: Interval): string =>
  `${formatShare(low)}–${formatShare(high)}`;

/** The same in words, so that nobody takes it for the value; "" where there is none. */
export function intervalText(interval: Interval | null | undefined, lang: Lang): string {
  if (!interval) return "";
  return `${lang === "zh" ? "95% 区间" : "95% interval"} ${formatInterval(interval)}`;
}
