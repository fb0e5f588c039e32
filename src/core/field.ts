import type { Text } from "#core/language";

/**
 * What a column means. The kind decides its check, SQL type, format, axis, filter and dictionary text.
 * - `documents`: document numbers such as 新发改收费〔2011〕3656号, several separated by "; "
 * - `date`: ISO 8601; with `partial` a year or a month is enough (2023, 2023-10)
 * - `money`: yuan with two decimals
 * - `month`: 2026-04
 * - `share`: 0 to 1
 */
export type Kind =
  | { kind: "text" | "url" | "uscc" | "region" | "documents" | "year" | "month" }
  | { kind: "date"; partial?: true }
  | {
      kind: "category";
      codes: Readonly<Record<string, Text>>;
      /** The codes are steps, from the first to the last: a chart has them in this order, not by their size. */
      ordered?: true;
      spellings?: Readonly<Record<string, string>>;
    }
  | { kind: "count"; min?: number; max?: number }
  | { kind: "money"; unit: "CNY" }
  | { kind: "share" };

export type Field = Kind & {
  label: Text;
  help?: Text;
  optional?: true;
  /** Concerns a person: a privacy rule must name it. */
  personal?: true;
  /** Holds phones or mailboxes of offices, which are meant to be public; the sweep lets these values pass. */
  contact?: true;
};

/** A column of the file as received. */
export type Column = Field & {
  /** Further headers it is known by, besides its name and labels. */
  headers?: readonly string[];
  /** A blank cell repeats the one above (a merged cell) while these columns stay the same. */
  merged?: { within: readonly string[] };
  /** The key of a row of another dataset, which must be there and have these columns filled. */
  refers?: { to: string; needs?: readonly string[] };
  /** Not in the file: read out of another column. */
  of?: { column: string; part: "documents" | "least amount" | "greatest amount" };
};
