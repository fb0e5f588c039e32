import { type Dataset, type Field, needField } from "#core/dataset";
import { literal, name } from "#core/sql";

/** What prepare.sql must meet; `sql` lists the rows that do not: source_row, found. */
export type Requirement = {
  field: string;
  code: "prepared blank" | "prepared twice" | "prepared code";
  sql: string;
};

/** What the table `prepared` is held to before the gate. No row of any of these: no fault. */
export function requirements(d: Dataset, regions: readonly string[]): readonly Requirement[] {
  return Object.keys(d.fields).flatMap((f) => {
    const all: Requirement[] = codes(f, needField(d, f), regions);
    if (!needField(d, f).optional) all.push(failing(f, "prepared blank", `${name(f)} IS NULL`));
    if (f === d.key) {
      const repeated = `true QUALIFY count(*) OVER (PARTITION BY ${name(f)}) > 1`;
      all.push(failing(f, "prepared twice", repeated));
    }
    return all;
  });
}

const failing = (field: string, code: Requirement["code"], condition: string): Requirement => ({
  field,
  code,
  sql: `SELECT CAST(source_row AS INTEGER) AS source_row, CAST(${name(field)} AS VARCHAR) AS found FROM prepared WHERE ${condition} ORDER BY source_row`,
});

function codes(f: string, field: Field, regions: readonly string[]): Requirement[] {
  const among = (allowed: readonly string[]) => [
    failing(f, "prepared code", `${name(f)} NOT IN (${allowed.map(literal).join(", ")})`),
  ];
  switch (field.kind) {
    case "category":
      return among(Object.keys(field.codes));
    case "region":
      return among(regions);
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
