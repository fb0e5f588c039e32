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

const [zero, nine, point, tab, newline, carriage] = [48, 57, 46, 9, 10, 13] as const;
const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;
const is = (i: number, digit: number): boolean => digits[i] === zero + digit;

/** Whether the first `n` digits, in so many groups as it is written in, can be somebody's number. */
function isNumber(n: number, groups: number): boolean {
  switch (n) {
    case 11:
      return (groups < 4 || groups === 11) && is(0, 1) && isMobile(written(n));
    case 16:
    case 17:
    case 19:
      return (groups < 6 || groups > 15) && !is(0, 0) && !is(0, 1) && isCard(written(n), true);
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

/** Whether a group of `n` digits can be the code of the country or of an area, before a group of so many. */
function isPrefix(n: number, next: number): boolean {
  const country = n === 4 && is(0, 0) && is(1, 0) ? 2 : 0;
  if (n === country + 2 && is(country, 8) && is(country + 1, 6))
    return next === 2 || next === 3 || (next > 8 && next < 12);
  if ((n !== 3 && n !== 4) || !is(0, 0) || is(1, 0)) return false;
  const start = (digits[n] ?? 0) - zero;
  return start > 1 && start < 9 && (next === 3 || next === 4 || next === 7 || next === 8);
}

/** Whether a group of digits is behind the point of a number, or before the point of one that has cents. */
function isFraction(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start - 1] === point && isDigit(bytes[start - 2] ?? 0)) return true;
  if (bytes[end] !== point) return false;
  let cents = end + 1;
  while (isDigit(bytes[cents] ?? 0)) cents += 1;
  const count = cents - end - 1;
  return count > 0 && count < 5 && !(count === 1 && bytes[end + 1] === zero);
}

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
  let [count, first, groups] = [0, 0, 0];
  for (let i = start; i < end; ) {
    while (i < end && isDigit(bytes[i] ?? 0)) {
      if (count <= glued) digits[count++] = bytes[i] ?? 0;
      i += 1;
    }
    groups += 1;
    if (groups === 1) {
      first = count;
      // An identity number is none even then.
      if (count > 9 && (count === 18 || count === glued || !isFraction(bytes, start, i)))
        if (isNumber(count, groups) || isGroup(count)) return i;
    } else if (isNumber(count, groups) || (groups === 2 && isPrefix(first, count - first)))
      return i;
    if (count > longest) return 0;
    const next = gapEnd(bytes, i, end);
    if (next < 0) return 0;
    if (count === 17 && next === end && isX(codeOf(readCharacter(bytes, end)))) {
      digits[count] = 88; // X
      return isNumber(18, groups) ? end + 1 : 0;
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
