import { fenOf } from "#core/check/amount";

/** A whole number of fen or things, never rounded: a double while that is exact, then a bigint. */
export type Exact = number | bigint;
/** Kinds of columns that are added up. */
export type Summable = "money" | "count";
export const isSummable = (kind: string): kind is Summable => kind === "money" || kind === "count";

const far = 2 ** 52;
const exactLength = 13; // fewer than 10¹⁵ fen: exact in a double, and so is a sum up to `far`

const fenExactly = (yuan: string): bigint => {
  const [whole = "", decimals = ""] = yuan.split(".");
  return BigInt(whole + decimals.padEnd(2, "0"));
};

/** The normalised text of a cell: yuan in fen, or a count. */
export function exactOf(text: string, kind: Summable): Exact {
  if (text.length > exactLength) return kind === "money" ? fenExactly(text) : BigInt(text);
  return kind === "money" ? fenOf(text) : Number(text);
}

export function plus(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum <= far && sum >= -far) return sum;
  }
  return BigInt(a) + BigInt(b);
}

export const minus = (a: Exact, b: Exact): Exact => plus(a, -b);

export const size = (a: Exact): Exact => (a < 0 ? -a : a);

/** As it would stand in a file, in yuan or as a count. */
export function exactText(value: Exact, kind: Summable): string {
  if (kind === "count") return String(value);
  const digits = String(size(value)).padStart(3, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A tolerance in the column's unit, in the same whole numbers. */
export const exactTolerance = (tolerance: number, kind: Summable): number =>
  kind === "money" ? Math.round(tolerance * 100) : Math.floor(tolerance);
