import { eachCandidate } from "#core/sweep/candidate";
import { eachRow } from "#core/sweep/row";
import { eachSign } from "#core/sweep/sign";

/** Bytes that may be somebody's number or address, and must be read with what is around them. */
export type Suspect = { start: number; end: number };

/**
 * Everything in UTF-8, begun between two bytes, that is worth a search, in order. `findPersonal` finds nothing whose
 * last bytes are in none of these. Nearly no text has any, and the rest need not be read further, or even decoded.
 */
export function suspects(bytes: Uint8Array, from = 0, until = bytes.length): Suspect[] {
  const found: Suspect[] = [];
  const take = (start: number, end: number) => found.push({ start, end });
  eachRow(bytes, from, until, (start, end, isPlain) => {
    if (isPlain) eachCandidate(bytes, start, end, take);
    else take(start, end);
  });
  const rows = found.length;
  eachSign(bytes, from, until, take);
  return rows > 0 && rows < found.length ? found.sort((a, b) => a.start - b.start) : found;
}
