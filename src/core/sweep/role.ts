import { classOf, digit, letter, numeral, other } from "#core/sweep/character";

/**
 * What a character does to a row of digits: ends it, is one more, leaves it open. An X ends it, for where an identity
 * number has one, 17 digits stand before it.
 */
export const ends = 0;
export const counts = 1;
export const leaves = 2;

const tab = 9; // between a line's end and the next digit
const read = (code: number): number => {
  const c = classOf(code);
  if (c === digit || c === numeral) return counts;
  return code === tab || (c !== other && c !== letter) ? leaves : ends;
};

/** The role of each character up to U+FFFF; no other has one. */
export const roles = Uint8Array.from({ length: 0x10000 }, (_, code) => read(code));

/** Fewer digits than these, in one row, are nobody's. */
export const fewest = 10;

export const isX = (code: number): boolean =>
  (code | 32) === 120 || code === 0xff38 || code === 0xff58;
