import * as role from "#core/sweep/role";
import * as utf8 from "#core/sweep/utf8";

/** Takes a row of digits: its first byte, the byte behind it, and whether it is all ASCII. */
export type TakeRow = (start: number, end: number, isPlain: boolean) => void;

// Asked for each character: names of this module are found faster than those of another.
const { counts, ends, fewest, roles } = role;
const { characterStart, codeOf, readCharacter, widthOf } = utf8;

const wide = 3;
/** The role of an ASCII byte, or that it is part of a character that must be read. */
const kinds = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 ? (roles[byte] ?? ends) : wide,
);

/** The bytes of the shortest row: ten digits are a number only with a gap between. */
const shortest = fewest + 1;

/**
 * Where the tenth digit is read of the next row that has as many; the length if none has. The next byte to be read is
 * the first at which the row could be long enough: what ends a row is mostly found there, and what is before it never
 * read.
 */
function nextTenth(bytes: Uint8Array, from: number): number {
  const length = bytes.length;
  let next = from;
  let digits = 0; // of the row that is open at `next`
  let open = from; // where it may begin at the earliest
  for (;;) {
    let i = Math.max(open + shortest, next + fewest - digits) - 1;
    if (i >= length) return length;
    let end = i + 1;
    let more = 0;
    for (;;) {
      let kind = kinds[bytes[i] ?? 0] ?? ends;
      let after = i + 1;
      if (kind === wide) {
        i = characterStart(bytes, i, next);
        const character = readCharacter(bytes, i);
        kind = roles[codeOf(character)] ?? ends;
        after = i + widthOf(character);
        if (after > end) end = after;
      }
      if (kind === ends) {
        digits = more;
        open = after;
        break;
      }
      if (kind === counts) more += 1;
      i -= 1;
      if (i < next) {
        digits += more;
        break;
      }
    }
    next = end;
    if (digits >= fewest) return end - 1;
  }
}

/** Where the row begins that the byte at `i` is in, not before `from`. */
function rowStart(bytes: Uint8Array, i: number, from: number): number {
  let start = i;
  while (start > from) {
    const at = characterStart(bytes, start - 1, from);
    if (roles[codeOf(readCharacter(bytes, at))] === ends) break;
    start = at;
  }
  return start;
}

/** Where the row ends that goes on at `i`. */
function rowEnd(bytes: Uint8Array, i: number): number {
  let end = i;
  while (end < bytes.length) {
    const character = readCharacter(bytes, end);
    if (roles[codeOf(character)] === ends) break;
    end += widthOf(character);
  }
  return end;
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] ?? 0) > 0x7f) return false;
  return true;
}

/** Hands over every row of ten digits or more, with nothing but gaps between, that begins between two bytes of UTF-8. */
export function eachRow(bytes: Uint8Array, from: number, until: number, take: TakeRow): void {
  let at = nextTenth(bytes, from);
  while (at < bytes.length) {
    const start = rowStart(bytes, at + 1, from);
    if (start >= until) return;
    const end = rowEnd(bytes, at + 1);
    take(start, end, isAscii(bytes, start, end));
    at = nextTenth(bytes, end);
  }
}
