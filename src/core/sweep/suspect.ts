import { classOf, digit, letter, numeral, other } from "#core/sweep/character";

/*
 * A text can hold something of a person only where ten digits follow each other with nothing but gaps between, or
 * where it has the sign of an address or of something written in another way. Nearly no text does; the rest need not
 * be read further, or even decoded.
 */

/** What a character does to the digits before it: ends their row, is one more, leaves it open. */
const [ends, counts, leaves] = [0, 1, 2];
/** To be looked at whatever is around it; or it may be, with what follows it. */
const [calls, tag, opening, gapOpening] = [3, 4, 5, 6];

const roleOf = (code: number): number => {
  const c = classOf(code);
  const sign = String.fromCharCode(code);
  if ("@＠﹫%&\\;".includes(sign)) return calls;
  if (sign === "<") return tag;
  if ("[【".includes(sign)) return opening;
  if ("(（".includes(sign)) return gapOpening;
  if (c === digit || c === numeral || "xXＸｘ".includes(sign)) return counts;
  return sign === "\t" || (c !== other && c !== letter) ? leaves : ends;
};
const roles = Uint8Array.from({ length: 0x10000 }, (_, code) => roleOf(code));

const enough = 10;

/** Past the last character of any text. */
const replacement = 0xfffd;

const isPart = (byte: number | undefined): byte is number => ((byte ?? 0) & 0xc0) === 0x80;

/** What may follow the < of a tag or comment. */
const isTagName = (byte = 0) =>
  byte === 33 || byte === 47 || (byte < 0x80 && classOf(byte) === letter);

/** Whether "at" follows, behind a space or not. */
function isSpelledAt(bytes: Uint8Array, from: number): boolean {
  for (let i = from; i < from + 4; i++)
    if (((bytes[i] ?? 0) | 32) === 97 && ((bytes[i + 1] ?? 0) | 32) === 116) return true;
  return false;
}

/** Where in UTF-8 the next place worth a search is, and where the row of digits begins that it is in; undefined: nowhere. */
export function nextSuspect(
  bytes: Uint8Array,
  from = 0,
  to = bytes.length,
): { at: number; start: number } | undefined {
  let row = 0;
  let start = from;
  for (let i = from; i < to; ) {
    const lead = bytes[i] ?? 0;
    let code = lead;
    let next = i + 1;
    if (lead > 0x7f) {
      code = replacement;
      const [b, c] = [bytes[i + 1], bytes[i + 2]];
      if (lead > 0xdf && lead < 0xf0 && isPart(b) && isPart(c)) {
        code = ((lead & 15) << 12) | ((b & 63) << 6) | (c & 63);
        next = i + 3;
      } else if (lead > 0xbf && lead < 0xe0 && isPart(b)) {
        code = ((lead & 31) << 6) | (b & 63);
        next = i + 2;
      }
    }
    const role = roles[code];
    if (role === ends) row = 0;
    else if (role === counts) {
      if (row === 0) start = i;
      row += 1;
      if (row === enough) return { at: i, start };
    } else if (role !== leaves) {
      const found =
        role === calls || (role === tag ? isTagName(bytes[next]) : isSpelledAt(bytes, next));
      if (found) return { at: i, start: row === 0 ? i : start };
      if (role !== gapOpening) row = 0;
    }
    i = next;
  }
  return undefined;
}
