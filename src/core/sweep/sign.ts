import { escapeAt, foldedEnd, isEscape } from "#core/sweep/folded";
import { isSpelledAt } from "#core/sweep/mailbox";
import { unfold } from "#core/sweep/unfold";
import { codeOf, readCharacter, widthOf } from "#core/sweep/utf8";

type Take = (start: number, end: number) => void;

/** The characters that may be an address's sign or open it, or where `unfold` would change the text. */
const at = 0x40;
const [percent, ampersand, parenthesis, semicolon, less, bracket, backslash] = [
  0x25, 0x26, 0x28, 0x3b, 0x3c, 0x5b, 0x5c,
] as const;
const [wideAt, smallAt, wideParenthesis, lens] = [0xff20, 0xfe6b, 0xff08, 0x3010] as const;

/** Their bytes in UTF-8, of the Chinese ones the first. */
const flags = new Uint8Array(256);
for (const byte of [at, percent, ampersand, parenthesis, semicolon, less, bracket, backslash])
  flags[byte] = 1;
for (const code of [wideAt, smallAt, wideParenthesis, lens]) flags[0xe0 | (code >> 12)] = 1;

/** The same of two bytes in either order: what reads them as one number reads half as often. */
const pairs = Uint8Array.from({ length: 0x10000 }, (_, two) =>
  Math.max(flags[two & 0xff] ?? 0, flags[two >> 8] ?? 0),
);

/** The first flagged byte of some; `to` if there is none. */
function nextFlag(bytes: Uint8Array, from: number, to: number): number {
  const known = flags;
  for (let i = from; i < to; i++) if (known[bytes[i] ?? 0] === 1) return i;
  return to;
}

/** The first of some pairs that has a flag; `to` if there is none. */
function nextPair(twos: Uint16Array, from: number, to: number): number {
  const known = pairs;
  for (let i = from; i < to; i++) if (known[twos[i] ?? 0] === 1) return i;
  return to;
}

const isSpace = (byte: number) => byte === 32 || (byte > 8 && byte < 14);
const isAlphanumeric = (byte: number) =>
  (byte > 47 && byte < 58) || ((byte | 32) > 96 && (byte | 32) < 123);
const characterOf = (byte: number): string => String.fromCharCode(byte);

/** The most bytes between a mailbox's sign and either end of it. */
const longestSide = 400;

/** Whether a name can stand before the sign at `i`. */
function isNameBefore(bytes: Uint8Array, i: number): boolean {
  let last = i - 1;
  while (last > i - longestSide && isSpace(bytes[last] ?? 0)) last -= 1;
  const byte = bytes[last] ?? 0;
  // A tag or an entity may end here.
  return byte > 0x7f || isAlphanumeric(byte) || "._%+->;".includes(characterOf(byte));
}

/** Whether the name of a host can stand at `i`, behind the sign. */
function isHost(bytes: Uint8Array, i: number): boolean {
  let first = i;
  while (first < i + longestSide && isSpace(bytes[first] ?? 0)) first += 1;
  let hasPoint = false;
  for (let k = first; k < bytes.length && k < first + longestSide; k++) {
    const byte = bytes[k] ?? 0;
    if (byte > 0x7f || "<%&\\".includes(characterOf(byte))) return true;
    if (byte === 46) hasPoint ||= k > first;
    else if (!isAlphanumeric(byte) && byte !== 45) return hasPoint;
  }
  return hasPoint;
}

/** Only what is no ideograph is asked for. */
const isBlank = (code: number): boolean =>
  (code < 0x3001 || code === 0xfeff) && /\s/.test(String.fromCharCode(code));
const isLetter = (byte: number | undefined, letter: number) => ((byte ?? 0) | 32) === letter;
const longestAt = 48;

/** Whether what spells the sign follows an opening bracket; the bracket is at `i`, and `next` behind it. */
function isOpening(bytes: Uint8Array, i: number, next: number): boolean {
  const character = readCharacter(bytes, next);
  const a = isBlank(codeOf(character)) ? next + widthOf(character) : next;
  if (!isLetter(bytes[a], 97) || !isLetter(bytes[a + 1], 116)) return false;
  return isSpelledAt(unfold(new TextDecoder().decode(bytes.subarray(i, i + longestAt))));
}

const dataUrl = new TextEncoder().encode(";base64,");

/** Where the text in base64 ends whose mark begins at `i`; 0 if there is none. */
function base64End(bytes: Uint8Array, i: number): number {
  for (let k = 0; k < dataUrl.length; k++) if (bytes[i + k] !== dataUrl[k]) return 0;
  let end = i + dataUrl.length;
  while (isAlphanumeric(bytes[end] ?? 0) || bytes[end] === 43 || bytes[end] === 47) end += 1;
  return end;
}

/** Where that ends which the sign at `i` makes worth a search; 0 if nothing does. */
function signEnd(bytes: Uint8Array, i: number): number {
  const character = readCharacter(bytes, i);
  const end = i + widthOf(character);
  switch (codeOf(character)) {
    case at:
    case wideAt:
    case smallAt:
      return isNameBefore(bytes, i) && isHost(bytes, end) ? end : 0;
    case bracket:
    case parenthesis:
    case lens:
    case wideParenthesis:
      return isOpening(bytes, i, end) ? end : 0;
    case semicolon:
      return base64End(bytes, i);
    case less:
      return foldedEnd(bytes, i);
  }
  return 0;
}

/** Hands over every flagged byte. */
function eachFlag(bytes: Uint8Array, from: number, until: number, take: (i: number) => void): void {
  const odd = bytes.byteOffset & 1;
  const twos = new Uint16Array(bytes.buffer, bytes.byteOffset + odd, (bytes.length - odd) >> 1);
  const [first, last] = [(from - odd + 1) >> 1, (until - odd) >> 1];
  const ofSome = (start: number, end: number) => {
    for (let i = nextFlag(bytes, start, end); i < end; i = nextFlag(bytes, i + 1, end)) take(i);
  };
  ofSome(from, Math.min(until, 2 * first + odd));
  for (let k = nextPair(twos, first, last); k < last; k = nextPair(twos, k + 1, last))
    ofSome(2 * k + odd, 2 * k + odd + 2);
  ofSome(Math.max(2 * first, 2 * last) + odd, until);
}

/** Hands over every place, begun between two bytes of UTF-8, that may be an address or be written in another way. */
export function eachSign(bytes: Uint8Array, from: number, until: number, take: Take): void {
  let told = from; // the end of what was taken, or of an escape that was read
  eachFlag(bytes, from, Math.min(until, bytes.length), (i) => {
    let end = 0;
    if (isEscape(bytes, i)) {
      if (i < told) return;
      const { length, plain } = escapeAt(bytes, i);
      told = i + length;
      if (/[@＠﹫[【(（]/.test(plain)) end = told;
      else if (plain !== "") end = foldedEnd(bytes, i);
    } else end = signEnd(bytes, i);
    if (end === 0) return;
    take(i, end);
    if (bytes[i] !== semicolon) told = Math.max(told, end);
  });
}
