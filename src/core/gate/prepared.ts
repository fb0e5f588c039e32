import { type Dataset, needField } from "#core/dataset";
import type { Field } from "#core/field";
import { suppressRule } from "#core/gate/suppress";
import { literal, name } from "#core/query/sql";
import { mergedCode } from "#core/rule";

/**
 * What prepare.sql must meet; `sql` lists the rows that do not: source_row, found. Where `anySql` is given it returns a
 * row only if `sql` does, and looks at each different value once.
 */
export type Requirement = {
  field: string;
  code:
    | "prepared blank"
    | "prepared twice"
    | "prepared code"
    | "prepared value"
    | "merged in source";
  sql: string;
  anySql?: string;
};

/** What the table `prepared` is held to before the gate. No row of any of these: no fault. */
export function requirements(d: Dataset, regions: readonly string[]): readonly Requirement[] {
  return Object.keys(d.fields).flatMap((f) => {
    const all: Requirement[] = codes(f, needField(d, f), regions);
    if (suppressRule(d)?.merge.includes(f))
      all.push(failing(f, "merged in source", `${name(f)} = ${literal(mergedCode)}`));
    if (!needField(d, f).optional) all.push(failing(f, "prepared blank", `${name(f)} IS NULL`));
    if (f === d.key) {
      const repeated = `true QUALIFY count(*) OVER (PARTITION BY ${name(f)}) > 1`;
      all.push(failing(f, "prepared twice", repeated));
      // It becomes part of an address and of a folder's name.
      all.push(failing(f, "prepared value", `NOT ${isKeySql(name(f))}`));
    }
    return all;
  });
}

const failing = (field: string, code: Requirement["code"], condition: string): Requirement => ({
  field,
  code,
  sql: `SELECT CAST(source_row AS INTEGER) AS source_row, CAST(${name(field)} AS VARCHAR) AS found FROM prepared WHERE ${condition} ORDER BY source_row`,
});

/** The same where many rows share a code. */
const failingCode = (field: string, code: Requirement["code"], condition: string): Requirement => ({
  ...failing(field, code, condition),
  // As a list, or DuckDB asks every row before it looks which values are different.
  anySql: `SELECT 1 FROM (SELECT unnest(list(DISTINCT ${name(field)})) AS ${name(field)} FROM prepared) WHERE ${condition} LIMIT 1`,
});

const [keyStart, keyRest] = [String.raw`[\p{L}\p{N}_~-]`, String.raw`[\p{L}\p{N}._~-]`];
const longestKey = 80;

/** What a key may be: letters and digits of any script, and - _ ~ and dots inside. */
export const keyPattern = `${keyStart}${keyRest}{0,${longestKey - 1}}`;

/** The same in SQL; RE2 counts up to eighty slowly, and most keys are plain. */
const isKeySql = (key: string): string =>
  `(length(${key}) <= ${longestKey} AND (regexp_full_match(${key}, '[0-9A-Za-z_~-][0-9A-Za-z._~-]*') OR regexp_full_match(${key}, '${keyStart}${keyRest}*')))`;

function codes(f: string, field: Field, regions: readonly string[]): Requirement[] {
  const c = name(f);
  const among = (allowed: readonly string[]) => [
    failingCode(f, "prepared code", `${c} NOT IN (${allowed.map(literal).join(", ")})`),
  ];
  const must = (condition: string) => [
    failing(f, "prepared value", `${c} IS NOT NULL AND NOT coalesce(${condition}, false)`),
  ];
  /** The same where many rows share a value, and to look at it takes longer than to find the different ones. */
  const mustEach = (condition: string) => [
    failingCode(f, "prepared value", `${c} IS NOT NULL AND NOT coalesce(${condition}, false)`),
  ];
  switch (field.kind) {
    case "category":
      return among(Object.keys(field.codes));
    case "region":
      return among(regions);
    case "url":
      return must(`regexp_matches(CAST(${c} AS VARCHAR), '^https?://')`);
    case "year":
      return must(`TRY_CAST(${c} AS INTEGER) BETWEEN 1000 AND 2999`);
    case "count":
      return must(`TRY_CAST(${c} AS BIGINT) >= ${field.min ?? 0}`);
    case "share":
      return must(`TRY_CAST(${c} AS DOUBLE) BETWEEN 0 AND 1`);
    case "month":
      return mustEach(`regexp_matches(CAST(${c} AS VARCHAR), '^\\d{4}-(0[1-9]|1[0-2])$')`);
    case "date":
      return mustEach(`regexp_matches(CAST(${c} AS VARCHAR), '^\\d{4}(-\\d{2}(-\\d{2})?)?$')`);
    case "text":
    case "uscc":
    case "documents":
    case "money":
      return [];
  }
}
