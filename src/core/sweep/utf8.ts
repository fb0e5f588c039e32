/** What stands for bytes that are no character: past the last that means anything here. */
const replacement = (0xfffd << 2) | 1;

/**
 * The character at byte `i`: its code times four and how many bytes it has, in one number, so that nothing is
 * allocated for it. Bytes that are no character, or one past U+FFFF, are replacements of one byte each.
 */
export function readCharacter(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return (lead << 2) | 1;
  const b = (bytes[i + 1] ?? 0) ^ 0x80;
  if (lead < 0xc0 || lead > 0xef || b > 0x3f) return replacement;
  if (lead < 0xe0) return ((lead & 31) << 8) | (b << 2) | 2;
  const c = (bytes[i + 2] ?? 0) ^ 0x80;
  return c > 0x3f ? replacement : ((lead & 15) << 14) | (b << 8) | (c << 2) | 3;
}

/** Of what `readCharacter` reads. */
export const codeOf = (character: number): number => character >> 2;
export const widthOf = (character: number): number => character & 3;

/** Where the character begins that the byte at `i` is part of, not before `from`. */
export function characterStart(bytes: Uint8Array, i: number, from: number): number {
  if (((bytes[i] ?? 0) & 0xc0) !== 0x80 || i <= from) return i;
  if (((bytes[i - 1] ?? 0) & 0xc0) !== 0x80 || i - 1 <= from) return i - 1;
  return i - 2;
}
