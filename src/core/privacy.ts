import type { Dataset } from "#core/dataset";
import { type Problem, problem } from "#core/problem";
import { publicFields } from "#core/publish";
import { name } from "#core/sql";

/** Fields that concern a person and that no rule keeps from the public. */
export const checkPrivacy = (d: Dataset): readonly Problem[] =>
  publicFields(d).flatMap((f) => {
    const field = d.fields[f];
    return field?.personal ? [problem("personal field", {}, { column: field.label })] : [];
  });

/** A public field that may repeat a personal column of the input, and the query for the rows in which it does. */
export type Copy = { input: string; field: string; sql: string };

/**
 * Asks for every pair whether prepare.sql took a personal column under another name: the same value in
 * more than half of the rows that have both. One coincidence, such as a shop named after its owner, is none.
 */
export function copies(d: Dataset): readonly Copy[] {
  const personal = Object.entries(d.input ?? {}).filter(([, column]) => column.personal);
  return personal.flatMap(([input]) =>
    publicFields(d).map((field) => {
      const [from, to] = [`CAST(s.${name(input)} AS VARCHAR)`, `CAST(p.${name(field)} AS VARCHAR)`];
      const same = `count(*) FILTER (${from} = ${to})`;
      const first = `min(source_row) FILTER (${from} = ${to})`;
      const sql = `SELECT CAST(${same} AS DOUBLE) AS "rows", CAST(${first} AS DOUBLE) AS "first" FROM prepared p JOIN source s USING (source_row) WHERE ${from} IS NOT NULL AND ${to} IS NOT NULL HAVING 2 * ${same} > count(*)`;
      return { input, field, sql };
    }),
  );
}
