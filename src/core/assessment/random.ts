/** Numbers from 0 up to and without 1, the same for the same seed on every machine. */
export type Uniform = () => number;

/** Spreads a seed over 32 bits; each call gives the next number (SplitMix32). */
function startMixer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}

const turn = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** The 32-bit numbers of xoshiro128** 1.1 (Blackman and Vigna 2018) from a state of four. */
export function startBits(s: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = s;
  return () => {
    const bits = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = turn(d, 11);
    return bits;
  };
}

/** A stream of its own for each seed. */
export function startUniform(seed: number): Uniform {
  const mix = startMixer(seed);
  const bits = startBits([mix(), mix(), mix(), mix()]);
  return () => bits() / 2 ** 32;
}
