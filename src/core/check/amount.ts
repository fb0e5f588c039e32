import { halfWidth, type Reading, refuse } from "#core/check/parse";
import type { Note } from "#core/problem/problem";

/** How many places to the left a number's unit moves the point: 元 0, 万元 4, 亿元 8. */
export type Scale = 0 | 4 | 8;

export function scaleOf(unit: string): Scale {
  if (unit.startsWith("万")) return 4;
  return unit.startsWith("亿") ? 8 : 0;
}

const digits = String.raw`0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+`;
const plain = new RegExp(`^([-−]?)[¥]?(${digits})(?:\\.(\\d+))?(万元|亿元|元|万|亿)?$`, "u");

/** Whole and decimal digits in yuan, to the fen; undefined where it is more precise than that. */
function inYuan(whole: string, decimals: string, scale: Scale): string | undefined {
  const moved = decimals.padEnd(scale, "0");
  const yuan = (whole.replaceAll(",", "") + moved.slice(0, scale)).replace(/^0+(?=\d)/, "");
  const fen = moved.slice(scale).replace(/0+$/, "");
  if (fen.length > 2) return undefined;
  return fen === "" ? yuan : `${yuan}.${fen.padEnd(2, "0")}`;
}

const longestYuan = 16; // DECIMAL(18,2)

/** Whether the text is already a decimal string of yuan: digits, and at most two after the point. */
function isYuan(text: string): boolean {
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let point = text.length;
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 46 && point === text.length) point = i;
    else if (c < 48 || c > 57) return false;
  }
  const decimals = text.length - point - 1;
  if (decimals === 0 || decimals > 2 || point === start) return false;
  if (text.charCodeAt(start) === 48 && point - start > 1) return false; // 007
  return point - start <= longestYuan;
}

/** Reads a money cell in a column whose bare numbers are in yuan, 万元 or 亿元. */
export function readYuan(text: string, scale: Scale = 0): Reading {
  if (scale === 0 && isYuan(text)) return text;
  const notes: Note[] = [];
  const compact = halfWidth(text, notes);
  const match = plain.exec(compact.replace(/\s+(?=[万亿元])|(?<=¥)\s+/gu, ""));
  if (match === null) return refuse({ code: "not an amount" });
  const [, sign = "", whole = "", decimals = "", unit = ""] = match;
  const own = unit === "" ? scale : scaleOf(unit);
  if (whole.includes(",")) notes.push("thousands");
  if (unit === "元" || compact.includes("¥")) notes.push("yuan sign");
  if (own === 4) notes.push("times 10000");
  if (own === 8) notes.push("times 100000000");
  const yuan = inYuan(whole, decimals, own);
  if (yuan === undefined) return refuse({ code: "more than fen" });
  if (yuan.replace(/\..*/, "").length > longestYuan) return refuse({ code: "too large" });
  if (notes.length === 0 && decimals.length > 2) notes.push("zero decimals");
  return { value: sign === "" ? yuan : `-${yuan}`, notes };
}

/** Yuan as a decimal string with at most two decimals, from what a person writes: 12.5万, 1,200元, １２００. */
export function parseYuan(text: string): string | undefined {
  const reading = readYuan(text.trim());
  return typeof reading === "string" ? reading : reading.value;
}

/** A money value in fen, exact for as long as the sum of such values stays below 2⁵³. */
export const fenOf = (yuan: string): number => Math.round(Number(yuan) * 100);

const one = `(?:人民币|¥)?(${digits})(?:\\.(\\d+))?(万元|亿元|元|万|亿)?`;
// What may follow or precede an amount: the thing counted, and nothing that sets a condition.
const per = String.raw`(?:[/每][^\d,，;；。、:：()%]{0,20})?`;
const single = new RegExp(`^(?:每\\p{Script=Han}{1,10})?${one}${per}$`, "u");
const range = new RegExp(`^${one}(?:-|~|至|到|—|–)+${one}${per}$`, "u");
const conditional =
  /[加增超减免起限约余内外退返折半]|至[少多]|以[上下]|[不最][低高超少]|参照|面议/u;

/**
 * Least and greatest amount in yuan of a standard written as prose, only where its wording leaves no doubt:
 * 20, 20元/台, 每平方米600元, 10-20元/人次. A bare number is in the scale of the column.
 */
export function amountRange(
  text: string,
  scale: Scale = 0,
): { least: string; greatest: string } | undefined {
  if (/[²³¹⁰-₟①-⓿]/u.test(text)) return undefined; // a footnote, not a digit
  const compact = text.normalize("NFKC").replace(/\s+/gu, "");
  if (conditional.test(compact)) return undefined;
  const same = single.exec(compact);
  if (same !== null) {
    const [, whole = "", decimals = "", unit] = same;
    const amount = inYuan(whole, decimals, unit === undefined ? scale : scaleOf(unit));
    return amount === undefined ? undefined : { least: amount, greatest: amount };
  }
  const between = range.exec(compact);
  if (between === null) return undefined;
  const [, from = "", fromDecimals = "", fromUnit, to = "", toDecimals = "", toUnit] = between;
  if (toUnit === undefined && scale === 0) return undefined; // 2020-2021 could be years
  const greatestScale = toUnit === undefined ? scale : scaleOf(toUnit);
  const least = inYuan(
    from,
    fromDecimals,
    fromUnit === undefined ? greatestScale : scaleOf(fromUnit),
  );
  const greatest = inYuan(to, toDecimals, greatestScale);
  if (least === undefined || greatest === undefined) return undefined;
  return Number(least) < Number(greatest) ? { least, greatest } : undefined;
}
