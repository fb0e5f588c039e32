/** The 0.975 quantile of the normal distribution: 95 % between −z and z. */
const z = 1.959963984540054;

/** Both ends are shares from 0 to 1. */
export type Interval = { readonly low: number; readonly high: number };

/**
 * Wilson score interval at 95 % for n of N (Wilson 1927): where the share of all would lie if the N are a random
 * sample. Null where N is 0. Throws a RangeError for what is no count, and for n > N.
 */
export function wilsonInterval(n: number, of: number): Interval | null {
  for (const [name, count] of Object.entries({ n, of }))
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`${name}: a whole number from 0 expected, not ${count}`);
  if (n > of) throw new RangeError(`n: at most ${of} expected, not ${n}`);
  if (of === 0) return null;
  const share = n / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  // At 0 and N the formula gives exactly 0 and 1; floating point misses them by 1e-17.
  return { low: n === 0 ? 0 : middle - half, high: n === of ? 1 : middle + half };
}
