import { visible } from "#core/problem/problem";
import type { Figure, Percent } from "#core/reconcile/figure";
import type { Code, Details, Finding, Named, Place } from "#core/reconcile/finding";

/** One sentence for each kind of finding: a missing one does not compile. */
export type Sentences = {
  readonly [C in Code]: (details: Extract<Finding, { code: C }>) => string;
};

/** A number without what binary fractions add; at most `places` decimals. */
export const digits = (n: number, places = 6): string => String(Number(n.toFixed(places)));

/** A percentage with as many decimals as the one it is compared with, and two at least. */
export function percentLike(n: number, printed: Percent): string {
  const decimals = /\.(\d+)%/.exec(printed.text)?.[1]?.length ?? 0;
  return `${n.toFixed(Math.max(2, decimals))}%`;
}

/** What a printed percentage may stand for. */
export const rangeOf = ({ low, high }: Percent): string =>
  `${digits(Math.max(0, low))}%–${digits(high)}%`;

/** How far two printed numbers may be apart by rounding alone. */
export function tolerance(sum: Figure, whole: Figure): string {
  const isMore = sum.value > whole.value;
  const [upper, lower] = isMore ? [whole, sum] : [sum, whole];
  return digits(upper.high - upper.value + (lower.value - lower.low));
}

/** 5216 + 455 + 261 = 5932; a longer list is shown by its ends. */
export function addition(parts: readonly Named[], sum: Figure): string {
  const texts = parts.map(({ figure }) => figure.text);
  const shown = texts.length > 8 ? [...texts.slice(0, 6), "…", ...texts.slice(-1)] : texts;
  return `${shown.join(" + ")} = ${digits(sum.value)}`;
}

/** A difference without its sign. */
export const difference = (a: number, b: number): string => digits(Math.abs(a - b));

/** n ÷ N in percent for the N that comes nearest to what is printed. */
export function closest({ n, of, percent }: Details["share"]): { whole: Named; computed: number } {
  const all = of.map((whole) => ({ whole, computed: (100 * n.value) / whole.figure.value }));
  all.sort((a, b) => Math.abs(a.computed - percent.value) - Math.abs(b.computed - percent.value));
  const [first] = all;
  if (first === undefined) throw new Error("a share of nothing");
  return first;
}

/** The whole that would make a printed share right. */
export const fittingWhole = ({ n, percent }: Details["share"]): string | undefined =>
  percent.value > 0 ? digits((100 * n.value) / percent.value, 0) : undefined;

/** Where else to look: the line, with the file where it is another. */
export const isElsewhere = (at: Place, from: Place): boolean =>
  at.file !== from.file || at.line !== from.line;
export const name = (text: string): string => visible(text);
