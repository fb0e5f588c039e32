import { amountRange, readYuan, type Scale } from "#core/check/amount";
import { readDate, readMonth } from "#core/check/date";
import { documentNumbers } from "#core/check/document-number";
import { type Reader, type Reading, remembered } from "#core/check/parse";
import { categoryReader, readRegion, readUscc } from "#core/check/read-code";
import { readCount, readShare, readYear } from "#core/check/read-number";
import { readText, readUrl } from "#core/check/read-text";
import type { Column } from "#core/field";
import { copyOf } from "#core/problem/problem";

/** How a column's cells are read; `isKey` also makes its letters and digits half-width. */
export function cellReader(column: Column, scale: Scale, isKey: boolean): Reader {
  switch (column.kind) {
    case "text":
    case "documents":
      return (text) => readText(text, isKey);
    case "url":
      return readUrl;
    case "date": {
      const partial = column.partial ?? false;
      return trimming((text) => readDate(text, partial));
    }
    case "month":
      return trimming(readMonth);
    case "year":
      return trimming(readYear);
    case "uscc":
      return trimming(readUscc);
    case "region":
      return remembered(trimming(readRegion), copyOf);
    case "category":
      return remembered(trimming(categoryReader(column)), copyOf);
    case "count":
      return trimming((text) => readCount(text, column.min, column.max));
    case "money":
      return trimming((text) => readYuan(text, scale));
    case "share":
      return trimming(readShare);
  }
}

/** Reads a cell without the space around it, and says so. */
function trimming(read: Reader): Reader {
  return (text) => {
    const reading = read(text);
    if (typeof reading === "string") return reading;
    const clean = readText(text);
    if (typeof clean === "string" || clean.value === undefined)
      return typeof clean === "string" ? reading : clean;
    if (clean.value === "") return "";
    const again = read(clean.value);
    if (typeof again === "string") return { value: again, notes: clean.notes };
    return { ...again, notes: [...clean.notes, ...again.notes] };
  };
}

/** How a column that is not in the file is read out of the normalised text of another. */
export function derivedReader(part: NonNullable<Column["of"]>["part"], scale: Scale): Reader {
  return remembered((text) => derive(text, part, scale), copyOf);
}

function derive(text: string, part: NonNullable<Column["of"]>["part"], scale: Scale): Reading {
  switch (part) {
    case "documents": {
      const numbers = documentNumbers(text);
      const value = numbers.join("; ");
      return numbers.every((n) => text.includes(n)) ? value : { value, notes: ["brackets"] };
    }
    case "least amount":
      return scaled((of) => amountRange(text, of)?.least, scale);
    case "greatest amount":
      return scaled((of) => amountRange(text, of)?.greatest, scale);
  }
}

/** An amount, with the note where the column's unit and not the text's own made it. */
function scaled(amount: (of: Scale) => string | undefined, scale: Scale): Reading {
  const value = amount(scale) ?? "";
  if (scale === 0 || value === "" || amount(0) === value) return value;
  return { value, notes: [scale === 4 ? "times 10000" : "times 100000000"] };
}
