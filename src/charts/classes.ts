/** Values of about the same number of places, drawn alike. */
export type Class = { low: number; high: number; shade: Shade };

/** 1 is next to the page's own colour, 5 the furthest from it. */
export type Shade = 1 | 2 | 3 | 4 | 5;

const shadesByCount: readonly (readonly Shade[])[] = [
  [],
  [3],
  [2, 4],
  [1, 3, 5],
  [1, 2, 4, 5],
  [1, 2, 3, 4, 5],
];

/** At most five classes from the lowest to the highest, as even as equal values let them be. */
export function classesOf(values: readonly number[]): readonly Class[] {
  const sorted = [...values].sort((a, b) => a - b);
  const fifth = (value: number) => Math.floor((sorted.indexOf(value) * 5) / sorted.length);
  const groups = [...Map.groupBy(sorted, fifth).values()];
  return groups.map((group, i) => ({
    low: group[0] ?? 0,
    high: group.at(-1) ?? 0,
    shade: shadesByCount[groups.length]?.[i] ?? 3,
  }));
}
