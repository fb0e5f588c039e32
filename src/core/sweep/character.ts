/** What a character means to who looks for numbers. */
export const other = 0;
export const letter = 1;
export const digit = 2;
/** 一 to 九, kept apart from 1 to 9: 2020一30 is a range. */
export const numeral = 3;
/** Cannot be seen. */
export const hidden = 4;
export const space = 5;
export const line = 6;
export const dash = 7;
export const dot = 8;
export const bracket = 9;

const classes = new Uint8Array(65536);
const values = new Uint8Array(65536);

const mark = (characters: string, as: number) => {
  for (const c of characters) classes[c.charCodeAt(0)] = as;
};
const markRange = (first: number, last: number, as: number) => {
  for (let c = first; c <= last; c++) classes[c] = as;
};

markRange(0x41, 0x5a, letter);
markRange(0x61, 0x7a, letter);
markRange(0xff21, 0xff3a, letter);
markRange(0xff41, 0xff5a, letter);
// ASCII, Arabic and Persian (Uyghur texts), full-width
for (const zero of [0x30, 0x660, 0x6f0, 0xff10])
  for (let d = 0; d < 10; d++) {
    classes[zero + d] = digit;
    values[zero + d] = d;
  }
for (const numerals of ["零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "○幺"])
  [...numerals].forEach((c, d) => {
    classes[c.charCodeAt(0)] = numeral;
    values[c.charCodeAt(0)] = d;
  });
mark("\u00ad\u034f\u061c\u180e\u20e3\ufeff", hidden);
for (const [first, last] of [
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfe00, 0xfe0f],
] as const)
  markRange(first, last, hidden);
mark(" \u00a0\u202f\u205f\u3000", space);
markRange(0x2000, 0x200a, space);
mark("\n\r\u0085\u2028\u2029", line);
mark("-_\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\ufe63\uff0d\uff3f", dash);
mark(".\u00b7\u2022\u2024\u3002\u30fb\uff0e\uff61", dot);
mark("()（）", bracket);

export const classOf = (code: number): number => classes[code] ?? other;
/** 0 to 9 of a digit or numeral. */
export const digitOf = (code: number): number => values[code] ?? 0;

/** A place holder that cannot be seen: what is replaced by it keeps all other places. */
export const nothing = "\u2060";
