import type { Gap } from "#core/sweep/digit-run";

export const isMobile = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits);

/** How people write a mobile number apart; other splits are lists of numbers, ranges and dates. */
const written = /^(?:3-4-4|3-8|3-3-5|1(?:-1){10})$/;
const lessUsual = /^(?:4-3-4|7-4|5-6|1-10)$/;

/** Whether the parts, all of them with one kind of gap between, are a mobile number. A line breaks anywhere. */
export function isMobileShape(parts: readonly string[], gap: Gap): boolean {
  if (!isMobile(parts.join(""))) return false;
  const shape = parts.map((p) => p.length).join("-");
  if (gap === "line") return parts.length === 2 || written.test(shape);
  if (gap === "dot") return /^(?:3-4-4|1(?:-1){10})$/.test(shape);
  if (written.test(shape)) return true;
  return gap === "space" && lessUsual.test(shape) && !/^19\d\d$/.test(parts[0] ?? "");
}

const areaCode = /^0(?:10|2\d|[3-9]\d\d)$/;
const local = /^[2-8]\d{6,7}$/;

/** A fixed number as area code and subscriber, out of its parts; an extension is left off. */
export function fixedNumber(parts: readonly string[]): string | undefined {
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return /^0(?:10|2\d)[2-8]\d{7}$|^0[3-9]\d\d[2-8]\d{6,7}$/.exec(first)?.[0];
  if (!areaCode.test(first)) return undefined;
  const [one = "", two = ""] = rest;
  if (local.test(one) && (rest.length === 1 || (rest.length === 2 && two.length < 6)))
    return first + one;
  return rest.length === 2 &&
    /^[34]-4$/.test(`${one.length}-${two.length}`) &&
    local.test(one + two)
    ? first + one + two
    : undefined;
}
