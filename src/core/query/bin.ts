import { name } from "#core/query/sql";

/** Stands for everything under 0 as the lower end of a class. */
export const underZero = -1e15;

/**
 * The lower ends of the classes of an amount (yuan) or a count: under 0, then 0, 1, 2, 5, 10, 20, 50 … up to 500 billion.
 * The same for every dataset, so that two histograms can be laid side by side and a link keeps its meaning.
 */
export const binEdges: readonly number[] = [
  underZero,
  0,
  ...Array.from({ length: 12 }, (_, power) => [1, 2, 5].map((n) => n * 10 ** power)).flat(),
];

/** The lower end of the class that a number is in: 15,000 is in that of 10,000. */
export function binOf(n: number): number {
  let [low, high] = [0, binEdges.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((binEdges[middle] ?? Number.POSITIVE_INFINITY) <= n) low = middle;
    else high = middle;
  }
  return binEdges[low] ?? underZero;
}

/** Where a class ends, itself not in it; null where it has no end. */
export const binEnd = (lower: number): number | null =>
  binEdges[binEdges.indexOf(lower) + 1] ?? null;

/** `binOf` of a column in DuckDB's SQL; `unit` is what the column counts one by: 100 where it holds fen. */
export function binSql(field: string, unit: number): string {
  const whens = [...binEdges]
    .reverse()
    .map((edge) => (edge === underZero ? `ELSE ${edge}` : `WHEN c >= ${edge * unit} THEN ${edge}`));
  const bin = `CASE WHEN c IS NULL THEN NULL ${whens.join(" ")} END`;
  return bin.replaceAll(/\bc\b/g, name(field));
}
