/** The characters that may be an address's sign or open it, or where `unfold` would change the text. */
export const sign = {
  at: 0x40,
  percent: 0x25,
  ampersand: 0x26,
  parenthesis: 0x28,
  semicolon: 0x3b,
  less: 0x3c,
  bracket: 0x5b,
  backslash: 0x5c,
  wideAt: 0xff20,
  smallAt: 0xfe6b,
  wideParenthesis: 0xff08,
  lens: 0x3010,
} as const;

/** The bytes with which they begin. */
const flags = new Uint8Array(256);
/** The last bytes of the Chinese ones. */
const lasts = new Uint8Array(256);
/** Two bytes of which one may begin one: read as one number, bytes are read half as often. */
const pairs = new Uint8Array(0x10000);

const two = new Uint8Array(2);
const asOne = new Uint16Array(two.buffer);
function flagPair(first: number, second: number): void {
  two[0] = first;
  two[1] = second;
  pairs[asOne[0] ?? 0] = 1;
}

for (const code of Object.values(sign)) {
  const [first = 0, second, last] = new TextEncoder().encode(String.fromCharCode(code));
  flags[first] = 1;
  for (let other = 0; other < 256; other++) {
    flagPair(other, first);
    if (second === undefined) flagPair(first, other);
  }
  if (second === undefined || last === undefined) continue;
  flagPair(first, second);
  lasts[last] = 1;
}

/** Whether one may begin at a byte that `nextFlag` found. */
const isLikely = (bytes: Uint8Array, i: number): boolean =>
  (bytes[i] ?? 0) < 0x80 || lasts[bytes[i + 2] ?? 0] === 1;

/** The bytes from an even place in memory on, two by two. */
function inTwos(bytes: Uint8Array): Uint16Array {
  const odd = bytes.byteOffset & 1;
  return new Uint16Array(bytes.buffer, bytes.byteOffset + odd, (bytes.length - odd) >> 1);
}

/** The first flagged byte from `from` on; `to` if there is none. */
function nextFlag(bytes: Uint8Array, twos: Uint16Array, from: number, to: number): number {
  const odd = bytes.byteOffset & 1;
  const isBetween = ((from ^ odd) & 1) === 1;
  if (from >= to || (isBetween && flags[bytes[from] ?? 0] === 1)) return Math.min(from, to);
  let k = (from + Number(isBetween) - odd) >> 1;
  // Four at a time, all of them inside: the loop takes as long as the look.
  const last = (to >> 1) - 4;
  while (
    k < last &&
    ((pairs[twos[k] as number] as number) |
      (pairs[twos[k + 1] as number] as number) |
      (pairs[twos[k + 2] as number] as number) |
      (pairs[twos[k + 3] as number] as number)) ===
      0
  )
    k += 4;
  while (2 * k + 2 < to && pairs[twos[k] ?? 0] === 0) k += 1;
  for (let i = 2 * k + odd; i < to; i++) if (flags[bytes[i] ?? 0] === 1) return i;
  return to;
}

/** Hands over every place between two bytes of UTF-8 where one of the signs may be. */
export function eachFlag(
  bytes: Uint8Array,
  from: number,
  until: number,
  take: (i: number) => void,
): void {
  const to = Math.min(until, bytes.length);
  const twos = inTwos(bytes);
  for (let i = nextFlag(bytes, twos, from, to); i < to; i = nextFlag(bytes, twos, i + 1, to))
    if (isLikely(bytes, i)) take(i);
}
