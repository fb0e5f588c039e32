// A second derivation of the draws, from the words of the method and nothing of the code: whole numbers are BigInt,
// values are plain objects, nothing is shared or reused.

const word = 2n ** 32n;
const wrap = (n: bigint) => ((n % word) + word) % word;
const rotate = (x: bigint, by: bigint) => wrap((x << by) | (x >> (32n - by)));

function* splitMix(seed: bigint): Generator<bigint> {
  let state = wrap(seed);
  for (;;) {
    state = wrap(state + 0x9e3779b9n);
    let z = state;
    z = wrap((z ^ (z >> 16n)) * 0x21f0aaadn);
    z = wrap((z ^ (z >> 15n)) * 0x735a2d97n);
    yield z ^ (z >> 15n);
  }
}

export function* uniforms(seed: number): Generator<number> {
  const mixed = splitMix(BigInt(seed));
  let [s0, s1, s2, s3] = [0, 1, 2, 3].map(() => mixed.next().value as bigint) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  for (;;) {
    yield Number(wrap(rotate(wrap(s1 * 5n), 7n) * 9n)) / 2 ** 32;
    const t = wrap(s1 << 9n);
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotate(s3, 11n);
  }
}

export type Value = { x: number; low?: number; high?: number } | null;
export type Given = {
  /** For each indicator its pillar, goalposts, and a value for each unit. */
  indicators: { pillar: number; worst: number; best: number; values: Value[] }[];
  units: number;
  shares: number[];
};

/** The ranks of each draw, unit by unit. */
export function drawnRanks(given: Given, count: number, seed: number): number[][] {
  const stream = uniforms(seed);
  const next = () => stream.next().value as number;
  return Array.from({ length: count }, () => {
    const how = ["goalposts", "z", "rank"][Math.floor(next() * 3)];
    const mean = ["geometric", "arithmetic"][Math.floor(next() * 2)];
    const without = Math.floor(next() * (given.indicators.length + 1)) - 1;
    const all = given.shares.reduce((a, b) => a + b, 0);
    const cuts = Array.from({ length: all - 1 }, next).sort((a, b) => a - b);
    const ends = given.shares.map((_, p) => given.shares.slice(0, p + 1).reduce((a, b) => a + b));
    const at = (end: number) => (end === 0 ? 0 : end === all ? 1 : (cuts[end - 1] as number));
    const weights = ends.map((end, p) => at(end) - at(end - (given.shares[p] as number)));
    const scores = given.indicators.map(({ values, worst, best }) => {
      const isSample = values.some((v) => v?.low !== undefined);
      const xs = values.map((v) => {
        if (!isSample) return v?.x ?? null;
        const u = next();
        return v ? (v.low as number) + u * ((v.high as number) - (v.low as number)) : null;
      });
      return normalised(xs, worst, best, how as string);
    });
    const index = Array.from({ length: given.units }, (_, u) => {
      const pillars = given.shares.map((_, p) => {
        const own = scores.flatMap((s, k) =>
          k !== without && given.indicators[k]?.pillar === p && s[u] !== null
            ? [s[u] as number]
            : [],
        );
        return own.reduce((a, b) => a + b, 0) / own.length;
      });
      return mean === "geometric"
        ? pillars.reduce((product, s, p) => product * s ** (weights[p] as number), 1)
        : pillars.reduce((sum, s, p) => sum + s * (weights[p] as number), 0);
    });
    return index.map(
      (own, u) =>
        1 +
        index.filter((other) => other > own).length +
        index.filter((other, v) => other === own && v !== u).length / 2,
    );
  });
}

function normalised(xs: (number | null)[], worst: number, best: number, how: string) {
  const there = xs.filter((x) => x !== null);
  const clip = (s: number) => Math.min(100, Math.max(0, s));
  const sign = best > worst ? 1 : -1;
  const mean = there.reduce((a, b) => a + b, 0) / there.length;
  const sd = Math.sqrt(there.reduce((a, x) => a + (x - mean) ** 2, 0) / there.length);
  return xs.map((x) => {
    if (x === null) return null;
    if (how === "goalposts") return clip(((x - worst) / (best - worst)) * 100);
    if (how === "z") return clip(50 + 10 * sign * (sd > 0 ? (x - mean) / sd : 0));
    if (there.length === 1) return 50;
    const behind = there.filter((y) => sign * y < sign * x).length;
    const equal = there.filter((y) => y === x).length - 1;
    return ((behind + equal / 2) / (there.length - 1)) * 100;
  });
}
