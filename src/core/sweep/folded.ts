import { sign } from "#core/sweep/flag";
import { counts, ends, fewest, isX, leaves, roles } from "#core/sweep/role";
import { isUnnoticed, readEscape } from "#core/sweep/unfold";
import { characterStart, codeOf, readCharacter, widthOf } from "#core/sweep/utf8";

/*
 * Rows of digits that go on behind a tag or are partly written as escapes: what `unfold` makes one, seen in the bytes.
 */

/** Past this a row is not followed, but taken to be one. */
const farthest = 2048;
/** The bytes of the longest tag or comment that `unfold` removes. */
const longestTag = 2100;
/** The bytes of the longest escape with a name, and of as many of %41 as are read at once. */
const [longestName, longestRow] = [16, 192] as const;

const { percent, ampersand, less, backslash } = sign;
const [bang, hash, slash, greater] = [33, 35, 47, 62] as const;

const isWord = (byte: number) => (byte | 32) > 96 && (byte | 32) < 123;

/** Bytes as characters, which for ASCII they are. */
function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}

/** Where the tag or comment ends that begins at `i`, if its reader does not notice it; otherwise 0. */
function tagEnd(bytes: Uint8Array, i: number): number {
  let at = i + (bytes[i + 1] === slash ? 2 : 1);
  const isComment = bytes[at] === bang;
  const from = at;
  while (at < from + 7 && isWord(bytes[at] ?? 0)) at += 1;
  if (!isComment && !isUnnoticed(asciiOf(bytes, from, at))) return 0;
  const last = Math.min(bytes.length, i + longestTag);
  for (; at < last; at++) {
    const byte = bytes[at];
    if (byte === greater) return at + 1;
    if (byte === less && !isComment) return 0;
  }
  return 0;
}

const isDigit = (byte: number) => byte > 47 && byte < 58;
const isHex = (byte: number) => isDigit(byte) || ((byte | 32) > 96 && (byte | 32) < 103);

/** Whether an escape can begin at `i`. */
export function isEscape(bytes: Uint8Array, i: number): boolean {
  const next = bytes[i + 1] ?? 0;
  switch (bytes[i]) {
    case percent:
      return isHex(next) && isHex(bytes[i + 2] ?? 0);
    case ampersand:
      return next === hash || isWord(next);
    case backslash:
      return isWord(next) && "nrux".includes(String.fromCharCode(next | 32));
  }
  return false;
}

/** Where the escape at `i` ends at the latest. */
function latestEnd(bytes: Uint8Array, i: number): number {
  if (bytes[i] !== percent) return i + longestName;
  let end = i + 3;
  while (end < i + longestRow && bytes[end] === percent && isEscape(bytes, end)) end += 3;
  return end;
}

/** The escape at `i`: its bytes, and what it says; nothing where it is none. */
export function escapeAt(bytes: Uint8Array, i: number): { length: number; plain: string } {
  const text = asciiOf(bytes, i, latestEnd(bytes, i));
  const found = readEscape(text);
  if (found?.plain) return { length: found.length, plain: found.plain };
  // A longer row of bytes may be cut off in the middle of a character.
  for (let fewer = 3; fewer < 12 && text.length === longestRow; fewer += 3) {
    const { plain } = readEscape(text.slice(0, -fewer)) ?? {};
    if (plain) return { length: longestRow - fewer, plain };
  }
  return { length: 0, plain: "" };
}

/** Digits of the row that ends before `i`, as far as it has neither tags nor escapes. */
function digitsBefore(bytes: Uint8Array, i: number): number {
  const from = Math.max(0, i - farthest / 4);
  let digits = 0;
  for (let at = i; at > from; ) {
    at = characterStart(bytes, at - 1, from);
    const role = roles[codeOf(readCharacter(bytes, at))];
    if (role === ends) break;
    if (role === counts) digits += 1;
  }
  return digits;
}

/** Where a row has its tenth digit or a later one behind the tag or escape at `i`; 0 if it has too few. */
export function foldedEnd(bytes: Uint8Array, i: number): number {
  let digits = digitsBefore(bytes, i);
  if (digits === 0 && bytes[i] === less) return 0;
  for (let at = i; at < bytes.length; ) {
    if (at - i > farthest) return at;
    if (bytes[at] === less) {
      at = tagEnd(bytes, at);
      if (at === 0) return 0;
      continue;
    }
    const { length, plain } = isEscape(bytes, at) ? escapeAt(bytes, at) : { length: 0, plain: "" };
    const character = readCharacter(bytes, at);
    const text = plain || String.fromCharCode(codeOf(character));
    at += length || widthOf(character);
    for (const c of text) {
      const code = c.charCodeAt(0);
      if (roles[code] === leaves) continue;
      digits = roles[code] === ends && !isX(code) ? 0 : digits + 1;
      if (digits >= fewest) return at;
    }
    // Digits behind an escape look as if its own went on.
    if (digits === 0 && (length === 0 || !isDigit(bytes[at] ?? 0))) return 0;
  }
  return 0;
}
