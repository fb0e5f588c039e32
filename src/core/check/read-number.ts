import { halfWidth, type Read, type Reading, refuse } from "#core/check/parse";
import type { Note } from "#core/problem/problem";

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return text.length === 1 || text.charCodeAt(0) !== 48;
}

const whole = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(\.0+)?$/;

/** Reads a whole number; `min` is 0 unless declared, since a count is seldom negative. */
export function readCount(text: string, min = 0, max?: number): Reading {
  const within = (n: number) => n >= min && (max === undefined || n <= max);
  const outside = (): Read => refuse({ code: "out of range", min, max });
  if (text.length < 16 && isDigits(text)) return within(Number(text)) ? text : outside();
  const notes: Note[] = [];
  const match = whole.exec(halfWidth(text, notes));
  if (match === null) return refuse({ code: "not a count" });
  const [, sign = "", digits = "", zeros] = match;
  const value = Number(sign + digits.replaceAll(",", ""));
  if (!Number.isSafeInteger(value)) return refuse({ code: "not a count" });
  if (digits.includes(",")) notes.push("thousands");
  if (zeros !== undefined) notes.push("zero decimals");
  return within(value) ? { value: String(value), notes } : outside();
}

/** Reads a share of 0 to 1, or a percentage with its sign. */
export function readShare(text: string): Reading {
  const notes: Note[] = [];
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(halfWidth(text, notes));
  if (match === null) return refuse({ code: "not a share" });
  const [, digits = "", percent = ""] = match;
  const value = percent === "" ? digits : shifted(digits);
  if (Number(value) > 1) return refuse({ code: "not a share" });
  if (percent !== "") notes.push("percent");
  return value === text ? value : { value, notes };
}

/** A hundredth of a decimal string, exactly. */
function shifted(digits: string): string {
  const [whole = "", decimals = ""] = digits.split(".");
  const padded = whole.padStart(3, "0");
  const value = `${padded.slice(0, -2)}.${padded.slice(-2)}${decimals}`;
  return value.replace(/^0+(?=\d)/, "").replace(/\.?0+$/, "") || "0";
}

/** Reads a year of four digits, with or without 年. */
export function readYear(text: string): Reading {
  const notes: Note[] = [];
  const match = /^((?:19|20|21)\d\d)年?$/.exec(halfWidth(text, notes));
  const value = match?.[1];
  if (value === undefined) return refuse({ code: "not a year" });
  if (value === text) return value;
  return { value, notes: notes.length > 0 ? notes : ["date rewritten"] };
}
