import { type Dataset, type Field, needField } from "#core/dataset";
import type { Text } from "#core/language";
import { literal, name } from "#core/sql";

/** A requirement of the declaration that prepare.sql must meet; `sql` lists the rows that fail it. */
export type Requirement = { field: string; expected: Text; sql: string };

/**
 * What the table `prepared` is held to before the gate: SELECT statements over it that give
 * (source_row, found) for each row that fails; no row, no fault.
 */
export function requirements(d: Dataset, regions: readonly string[]): readonly Requirement[] {
  return Object.keys(d.fields).flatMap((f) => [
    ...(needField(d, f).optional ? [] : [notBlank(f)]),
    ...(f === d.key ? [unique(f)] : []),
    ...codes(f, needField(d, f), regions),
  ]);
}

const failing = (f: string, condition: string): string =>
  `SELECT CAST(source_row AS INTEGER) AS source_row, CAST(${name(f)} AS VARCHAR) AS found FROM prepared WHERE ${condition} ORDER BY source_row`;

const notBlank = (f: string): Requirement => ({
  field: f,
  expected: { zh: "不能空白", en: "a value, not a blank" },
  sql: failing(f, `${name(f)} IS NULL`),
});

const unique = (f: string): Requirement => ({
  field: f,
  expected: { zh: "每行不同", en: "a different value in each row" },
  sql: failing(f, `true QUALIFY count(*) OVER (PARTITION BY ${name(f)}) > 1`),
});

function codes(f: string, field: Field, regions: readonly string[]): readonly Requirement[] {
  const among = (allowed: readonly string[], expected: Text): readonly Requirement[] => [
    {
      field: f,
      expected,
      sql: failing(f, `${name(f)} NOT IN (${allowed.map(literal).join(", ")})`),
    },
  ];
  switch (field.kind) {
    case "category": {
      const allowed = Object.keys(field.codes);
      const list = allowed.join(" ");
      return among(allowed, { zh: `声明的代码：${list}`, en: `a declared code: ${list}` });
    }
    case "region":
      return among(regions, { zh: "行政区划代码", en: "a region code" });
    case "text":
    case "url":
    case "uscc":
    case "documents":
    case "date":
    case "year":
    case "count":
    case "money":
    case "share":
      return [];
  }
}
