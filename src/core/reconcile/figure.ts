/** A count as printed and the counts it may stand for: 9.67万 is 96,650 to 96,800, rounded or cut off. */
export type Figure = { text: string; value: number; low: number; high: number };
/** A percentage as printed (without sign) and what it may stand for. */
export type Percent = { text: string; value: number; low: number; high: number };

/** Counts up to here are exact in all sums and quotients below. */
const most = 1e12;
/** What binary fractions may miss of a decimal. */
const epsilon = 1e-9;

/** Rounded: half a unit of the last digit either way; cut off: up to a whole unit more. */
const within = (value: number, unit: number) => ({
  value,
  low: value - unit / 2,
  high: value + unit,
});

const exact = (text: string, value: number): Figure => ({ text, value, low: value, high: value });
const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const plain = (text: string) => text.normalize("NFKC").replace(/[\s,]+/gu, "");

/** A number with its decimals and unit; null where it is only near, undefined where it is no count. */
export function readFigure(written: string): Figure | null | undefined {
  const text = plain(written);
  const match =
    /^(近|约|大约|超|超过|逾|不足)?(\d{1,12})(?:\.(\d{1,6}))?(余|多)?(万|亿)?(余|多)?(?:件|个|起|次|条|宗|人次|单|人|户)?$/u.exec(
      text,
    );
  if (match === null) return undefined;
  const [, near, whole = "", decimals = "", before, scale = "", after] = match;
  if (near !== undefined || before !== undefined || after !== undefined) return null;
  const factor = scales[scale] ?? 1;
  const value = Math.round(Number(`${whole}.${decimals || 0}`) * factor * 1e6) / 1e6;
  if (value > most) return undefined;
  if (factor === 1) return Number.isInteger(value) ? exact(text, value) : undefined;
  return { text, ...within(value, factor / 10 ** decimals.length) };
}

/** A percentage with its sign; undefined where the text is none. */
export function readPercent(written: string): Percent | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,6}))?%$/.exec(plain(written));
  if (match === null) return undefined;
  const [text, whole = "", decimals = ""] = match;
  return { text, ...within(Number(`${whole}.${decimals || 0}`), 10 ** -decimals.length) };
}

export const isExact = ({ low, high }: Figure): boolean => low === high;

/** Whether two printed numbers may be the same one. */
export const overlap = (a: Figure, b: Figure): boolean =>
  a.low <= b.high + epsilon && b.low <= a.high + epsilon;

/** The sum of printed numbers, with its sum of tolerances. */
export const sumOf = (figures: readonly Figure[]): Figure => ({
  text: figures.map(({ text }) => text).join(" + "),
  value: figures.reduce((sum, { value }) => sum + value, 0),
  low: figures.reduce((sum, { low }) => sum + low, 0),
  high: figures.reduce((sum, { high }) => sum + high, 0),
});

/** Whether n of N can be printed as this percentage. */
export const isShareOf = (percent: Percent, n: Figure, of: Figure): boolean =>
  of.high > 0 &&
  (100 * n.low) / of.high <= percent.high + epsilon &&
  (100 * n.high) / Math.max(of.low, epsilon) >= percent.low - epsilon;

/** The change from one count to another in percent, negative where it fell; null from nothing. */
export const percentChange = (now: number, before: number): number | null =>
  before === 0 ? null : ((now - before) / before) * 100;

/** Whether a change, printed as a percentage with a direction, is that from `before` to `now`. */
export function isChange(percent: Percent, fall: boolean, now: Figure, before: number): boolean {
  const ends = [now.low, now.high].map((n) => percentChange(n, before));
  if (ends.includes(null)) return false;
  const sizes = ends.map((change) => (fall ? -1 : 1) * (change ?? 0));
  return (
    Math.min(...sizes) <= percent.high + epsilon && Math.max(...sizes) >= percent.low - epsilon
  );
}

/**
 * The whole numbers next to the base that a change would need, where no whole number would do: 770 after a rise of
 * 8.06 % would need 712.57 before. Null where one would do, or nothing can be said.
 */
export function neighboursOfBase(percent: Percent, fall: boolean, now: number): number[] | null {
  const sign = fall ? -1 : 1;
  if (now === 0 || (fall && percent.high >= 100)) return null;
  const bases = [percent.low, percent.high].map((size) => now / (1 + (sign * size) / 100));
  const [low, high] = [Math.min(...bases), Math.max(...bases)];
  if (Math.ceil(low - epsilon) <= Math.floor(high + epsilon)) return null;
  return [Math.floor(low), Math.ceil(high)].filter((base) => base > 0);
}
