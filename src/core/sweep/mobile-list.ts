import type { Group } from "#core/sweep/digit-run";
import { isMobile } from "#core/sweep/phone";

/** So many mobile numbers one after the other are a list of them, whatever is before and behind. */
const fewest = 4;

/** Whether the groups from `i` on are written as a mobile number is: 138 0013 8000. */
const isShaped = (groups: readonly Group[], i: number): boolean =>
  groups[i]?.digits.length === 3 &&
  groups[i + 1]?.digits.length === 4 &&
  groups[i + 2]?.digits.length === 4;

type Mobile = readonly [first: Group, last: Group, value: string];

/** The mobile number that the groups from `i` on are. */
function mobileAt(groups: readonly Group[], i: number): Mobile | undefined {
  const [a, b, c] = isShaped(groups, i) ? groups.slice(i, i + 3) : [];
  const value = a && b && c ? a.digits + b.digits + c.digits : "";
  return a && c && isMobile(value) ? [a, c, value] : undefined;
}

/**
 * Mobile numbers of three groups each, all groups with the same gap between: each that a list of nothing else has, and
 * of other groups those of which several follow each other, for a list may be cut anywhere.
 */
export function mobilesIn(groups: readonly Group[]): readonly Mobile[] {
  const isList =
    groups.length % 3 === 0 && groups.every((_, i) => i % 3 > 0 || isShaped(groups, i));
  const found: Mobile[] = [];
  for (let i = 0; i < groups.length; ) {
    const row: Mobile[] = [];
    for (let one = mobileAt(groups, i); one; one = mobileAt(groups, i)) {
      row.push(one);
      i += 3;
    }
    if (isList || row.length >= fewest) found.push(...row);
    i += isList ? 3 : 1;
  }
  return found;
}
