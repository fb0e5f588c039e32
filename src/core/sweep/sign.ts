import { eachFlag, sign } from "#core/sweep/flag";
import { escapeAt, foldedEnd, isEscape } from "#core/sweep/folded";
import { isSpelledAt } from "#core/sweep/mailbox";
import { unfold } from "#core/sweep/unfold";
import { codeOf, readCharacter, widthOf } from "#core/sweep/utf8";

type Take = (start: number, end: number) => void;

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
  const first = bytes[next] ?? 0;
  if (first > 0xe3 && first !== 0xef) return false; // an ideograph, as nearly always
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
    case sign.at:
    case sign.wideAt:
    case sign.smallAt:
      return isNameBefore(bytes, i) && isHost(bytes, end) ? end : 0;
    case sign.bracket:
    case sign.parenthesis:
    case sign.lens:
    case sign.wideParenthesis:
      return isOpening(bytes, i, end) ? end : 0;
    case sign.semicolon:
      return base64End(bytes, i);
    case sign.less:
      return foldedEnd(bytes, i);
  }
  return 0;
}

/** Hands over every place, begun between two bytes of UTF-8, that may be an address or be written in another way. */
export function eachSign(bytes: Uint8Array, from: number, until: number, take: Take): void {
  let told = from; // the end of what was taken, or of an escape that was read
  eachFlag(bytes, from, until, (i) => {
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
    if (bytes[i] !== sign.semicolon) told = Math.max(told, end);
  });
}
