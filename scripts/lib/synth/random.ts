/** A seeded generator; the same numbers on every machine, since nothing but whole-number arithmetic makes them. */
export type Random = {
  /** From 0 up to and without 1. */
  next: () => number;
  /** A whole number from 0 up to and without n. */
  below: (n: number) => number;
  /** A whole number from least to most, both included. */
  between: (least: number, most: number) => number;
  chance: (p: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
  /** Mean 0, deviation 1, never beyond 4.3: the sum of six even numbers, which takes no logarithm. */
  normal: () => number;
  /** How many of n happen, each with probability p. */
  of: (n: number, p: number) => number;
};

/** Mixes 32 bits so that near numbers end far apart (the finish of MurmurHash3). */
export function mixed(n: number): number {
  let h = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32 bits for a seed and a name. */
export function hashOf(seed: number, name: string): number {
  let h = mixed(seed);
  for (let i = 0; i < name.length; i++) h = mixed(h ^ Math.imul(name.charCodeAt(i), 0x9e3779b1));
  return h;
}

/** sfc32, started from a seed and the name of what it is for, so that no table depends on another's draws. */
export function startRandom(seed: number, name: string): Random {
  let a = hashOf(seed, name);
  let b = mixed(a ^ 0x9e3779b9);
  let c = mixed(b ^ Math.floor(seed / 2 ** 32));
  let counter = 1;

  function bits(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let i = 0; i < 12; i++) bits();

  const next = () => bits() / 2 ** 32;
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (p) => next() < p,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new RangeError("nothing to pick from");
      return from[below(from.length)] as T; // an index in range
    },
    normal() {
      let sum = 0;
      for (let i = 0; i < 3; i++) {
        const two = bits();
        sum += (two & 0xffff) + (two >>> 16);
      }
      return (sum / 0x10000 - 3) * Math.SQRT2;
    },
    of(n, p) {
      let happened = 0;
      for (let i = 0; i < n; i++) if (next() < p) happened += 1;
      return happened;
    },
  };
}

const slotCount = 1 << 12;

/** Turns a number from 0 to 1 into an index, as often as its weight says; in constant time, to 1/4096. */
export function startWeighted(weights: readonly number[]): (u: number) => number {
  const all = weights.reduce((sum, w) => sum + w, 0);
  const slots = new Uint16Array(slotCount);
  let index = 0;
  let sum = weights[0] ?? 0;
  for (let slot = 0; slot < slotCount; slot++) {
    while (index < weights.length - 1 && (slot + 0.5) / slotCount >= sum / all) {
      index += 1;
      sum += weights[index] ?? 0;
    }
    slots[slot] = index;
  }
  return (u) => slots[Math.floor(u * slotCount)] ?? 0;
}
