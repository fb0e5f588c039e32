import { halfWidth, type Reading, refuse } from "#core/check/parse";
import type { Note } from "#core/problem/problem";

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

const isDay = (year: number, month: number, day: number) =>
  year >= 1900 && year < 2200 && day >= 1 && day <= daysIn(year, month);

const digit = (text: string, at: number) => {
  const d = text.charCodeAt(at) - 48;
  return d >= 0 && d <= 9 ? d : Number.NaN;
};

/** Whether the text is a day written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  return isDay(year, digit(text, 5) * 10 + digit(text, 6), digit(text, 8) * 10 + digit(text, 9));
}

const full =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d\d)(\d\d))(?:[ T]0?0:00(?::00(?:\.0+)?)?)?$/;
const month = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月?)$/;
const year = /^(\d{4})年?$/;

const two = (n: number) => String(n).padStart(2, "0");

const monthAlone = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月?|(\d\d))$/;

/** Reads a month: 2026-04, 2026年4月, 202604. */
export function readMonth(text: string): Reading {
  const notes: Note[] = [];
  const half = halfWidth(text, notes).replace(/\s*([年月])\s*/gu, "$1");
  const [whole, y, m1, m2, m3] = monthAlone.exec(half) ?? [];
  if (whole === undefined) return refuse({ code: "not a month" });
  const m = Number(m1 ?? m2 ?? m3);
  if (!isDay(Number(y), m, 1)) return refuse({ code: "no such day" });
  const value = `${y}-${two(m)}`;
  if (value === text) return value;
  return { value, notes: notes.length > 0 ? notes : ["date rewritten"] };
}

/** Reads a date in the usual Chinese and ISO writings; with `partial` a month or a year is enough. */
export function readDate(text: string, partial: boolean): Reading {
  if (isIsoDate(text)) return text;
  const notes: Note[] = [];
  const half = halfWidth(text, notes).replace(/\s*([年月日])\s*/gu, "$1");
  const tell = (value: string): Reading => {
    if (value === text) return value;
    return { value, notes: notes.length > 0 ? notes : ["date rewritten"] };
  };
  const day = full.exec(half);
  if (day !== null) {
    const [, y, , m1, d1, m2, d2, m3, d3] = day;
    const [m, d] = [Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3)];
    if (!isDay(Number(y), m, d)) return refuse({ code: "no such day" });
    return tell(`${y}-${two(m)}-${two(d)}`);
  }
  const inMonth = month.exec(half);
  const inYear = year.exec(half);
  if (inMonth === null && inYear === null) return refuse({ code: "not a date" });
  if (!partial) return refuse({ code: "not a full date" });
  const y = (inMonth ?? inYear)?.[1] ?? "";
  const m = inMonth === null ? undefined : Number(inMonth[2] ?? inMonth[3]);
  if (!isDay(Number(y), m ?? 1, 1)) return refuse({ code: "no such day" });
  return tell(m === undefined ? y : `${y}-${two(m)}`);
}
