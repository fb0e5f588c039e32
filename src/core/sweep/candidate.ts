import { isCard } from "#core/sweep/bank-card";
import { isIdentity, isOldIdentity, mayBeIdentity } from "#core/sweep/identity";
import { fixedNumber, isMobile } from "#core/sweep/phone";
import { isX } from "#core/sweep/role";
import { codeOf, readCharacter } from "#core/sweep/utf8";

/** As many digits as the longest number has, and as an identity and a mobile number written as one have. */
const [longest, glued] = [19, 29] as const;

/** The digits from a group's first on, over gaps, until they are too many; one list for all, so that none is made. */
const digits = new Uint8Array(glued + 2);
const written = (n: number): string => String.fromCharCode(...digits.subarray(0, n));

const [zero, nine, tab, newline, carriage] = [48, 57, 9, 10, 13] as const;
const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;
const is = (i: number, digit: number): boolean => digits[i] === zero + digit;

/** Whether the first `n` digits, be they one group or several, can be somebody's number. */
function isNumber(n: number): boolean {
  switch (n) {
    case 11:
      return is(0, 1) && isMobile(written(n));
    case 16:
    case 17:
    case 19:
      return !is(0, 0) && !is(0, 1) && isCard(written(n), true);
    case 18:
      return mayBeIdentity(digits) && isIdentity(written(n));
  }
  return false;
}

/** Whether one group of `n` digits can be what is only written as one: with a country or area code, or without a check. */
function isGroup(n: number): boolean {
  switch (n) {
    case 10:
    case 11:
    case 12:
      return is(0, 0) && fixedNumber([written(n)]) !== undefined;
    case 13:
      return is(0, 8) && is(1, 6) && is(2, 1);
    case 15:
      return (is(0, 0) && is(1, 0) && is(2, 8)) || (!is(0, 0) && isOldIdentity(written(n)));
    case glued:
      return true;
  }
  return false;
}

/** Whether a group of `n` digits can be the area code, or that of the country, of the numbers after it. */
const isPrefix = (n: number): boolean => {
  if (n > 4) return false;
  if (is(0, 8) && is(1, 6)) return n === 2;
  return is(0, 0) && n > 2 && (!is(1, 0) || (is(2, 8) && is(3, 6)));
};

/** Where the gap ends that begins at `i`: at a digit, or at `end`; -1 if none is so wide. */
function gapEnd(bytes: Uint8Array, i: number, end: number): number {
  let isBroken = false;
  for (let at = i; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (isDigit(byte)) return at;
    isBroken ||= byte === newline || byte === carriage;
    if (byte === tab && !isBroken) return -1;
    if (at - i >= (isBroken ? 80 : 4)) return -1;
  }
  return end;
}

/** The end of what can be a number and begins with the group at `start`; 0 if nothing can. */
function numberEnd(bytes: Uint8Array, start: number, end: number): number {
  let [count, first] = [0, 0];
  for (let i = start; i < end; ) {
    const from = count;
    while (i < end && isDigit(bytes[i] ?? 0)) {
      if (count <= glued) digits[count++] = bytes[i] ?? 0;
      i += 1;
    }
    if (isNumber(count)) return i;
    if (from === 0) {
      first = count;
      if (isGroup(count)) return i;
    } else if (from === first && isPrefix(first)) return i;
    if (count > longest) return 0;
    const next = gapEnd(bytes, i, end);
    if (next < 0) return 0;
    if (count === 17 && next === end && isX(codeOf(readCharacter(bytes, end)))) {
      digits[count] = 88; // X
      return isNumber(18) ? end + 1 : 0;
    }
    i = next;
  }
  return 0;
}

/** Hands over what of a row of ASCII digits and gaps can be somebody's number, whatever is around it; mostly nothing. */
export function eachCandidate(
  bytes: Uint8Array,
  start: number,
  end: number,
  take: (start: number, end: number) => void,
): void {
  for (let i = start; i < end; ) {
    if (isDigit(bytes[i] ?? 0)) {
      const to = numberEnd(bytes, i, end);
      if (to > 0) take(i, to);
      while (i < end && isDigit(bytes[i] ?? 0)) i += 1;
    } else i += 1;
  }
}
