import { columnsOf, type Dataset } from "#core/dataset";
import type { Column, Field } from "#core/field";
import { publicFields } from "#core/gate/public";
import { expiredCode } from "#core/gate/withdraw";
import { type Problem, problem } from "#core/problem/problem";
import { name } from "#core/query/sql";
import { mergedCode, type Privacy } from "#core/rule";

/** What the gate could not keep: fields that concern a person and that no rule names, and rules that do not hold together. */
export const checkPrivacy = (d: Dataset): readonly Problem[] => [
  ...publicFields(d).flatMap((f) => {
    const field = d.fields[f];
    return field?.personal && !isMasked(d, f)
      ? [problem("personal field", {}, { column: field.label })]
      : [];
  }),
  ...d.privacy.flatMap((p) => checkRule(d, p)),
  ...(["withdraw", "suppress"] as const)
    .filter((rule) => d.privacy.filter((p) => p.rule === rule).length > 1)
    .map((rule) => problem("rule twice", { rule })),
];

function checkRule(d: Dataset, p: Privacy): readonly Problem[] {
  const { rule } = p;
  /** Nothing where the field is declared, of this kind and, if it must be, public. */
  function needs(f: string, expected: Field["kind"] | undefined, isPublic = false): Problem[] {
    const field = d.fields[f];
    if (!field) return [problem("rule without field", { rule, field: f })];
    const place = { column: field.label };
    const problems: Problem[] = [];
    if (expected && field.kind !== expected)
      problems.push(problem("rule field kind", { rule, expected, found: field.kind }, place));
    if (isPublic && !publicFields(d).includes(f))
      problems.push(problem("rule field dropped", { rule }, place));
    return problems;
  }
  function needsCodes(f: string, codes: readonly string[]): Problem[] {
    const field = d.fields[f];
    if (field?.kind !== "category") return needs(f, "category");
    return codes
      .filter((code) => !(code in field.codes))
      .map((missing) => problem("rule without code", { rule, missing }, { column: field.label }));
  }
  /** A date to the day. */
  function needsDay(f: string, isRequired: boolean): Problem[] {
    const field = d.fields[f];
    if (field?.kind !== "date") return needs(f, "date");
    const found = [
      ...(field.partial ? ["partial"] : []),
      ...(isRequired && field.optional ? ["optional"] : []),
    ];
    if (found.length === 0) return [];
    const details = { rule, expected: "date", found: `date, ${found.join(", ")}` };
    return [problem("rule field kind", details, { column: field.label })];
  }
  switch (p.rule) {
    case "drop":
      return needs(p.field, undefined);
    case "mask":
      return [
        ...(p.field === d.key
          ? [
              problem(
                "rule field kind",
                { rule, expected: "text", found: "key" },
                columnOf(d, d.key),
              ),
            ]
          : needs(p.field, "text", true)),
        ...needsCodes(p.when.field, p.when.is),
      ];
    case "withdraw":
      return [
        // Else nobody could find the row in the file.
        ...(d.key in columnsOf(d) ? [] : [problem("rule without field", { rule, field: d.key })]),
        ...needsDay(p.until, true),
        ...(p.names.length > 0 ? needs(p.until, undefined, true) : []),
        ...needsDay(p.on, false),
        ...needsCodes(p.status.field, p.status.is),
        ...needsCodes(p.reason, [expiredCode]),
        ...p.names.flatMap((f) => needs(f, undefined, true)),
      ];
    case "suppress": {
      const allowed = [d.key, ...p.within, ...p.merge];
      const named = [...allowed, ...p.bases];
      const revealing = publicFields(d).filter(
        (f) => f === "source_row" || !(allowed.includes(f) || d.fields[f]?.kind === "count"),
      );
      return [
        ...p.within.flatMap((f) => needs(f, undefined, true)),
        ...p.merge.flatMap((f) => [...needs(f, undefined, true), ...needsCodes(f, [mergedCode])]),
        ...p.bases.flatMap((f) => needs(f, "count", true)),
        ...[...new Set(named)]
          .filter((f) => named.indexOf(f) !== named.lastIndexOf(f))
          .map((f) => problem("rule field twice", { rule }, columnOf(d, f))),
        ...revealing.map((f) => problem("singles out", {}, columnOf(d, f))),
      ];
    }
  }
}

const isMasked = (d: Dataset, f: string): boolean =>
  d.privacy.some((p) => p.rule === "mask" && p.field === f);

function columnOf(d: Dataset, f: string): { column?: Column["label"] } {
  const field = d.fields[f];
  return field ? { column: field.label } : {};
}

/** A public field that may repeat a personal column of the input, and the query for the rows in which it does. */
export type Copy = { input: string; field: string; sql: string };

/**
 * Asks for every pair whether prepare.sql took a personal column under another name: the same value in
 * more than half of the rows that have both. One coincidence, such as a shop named after its owner, is none.
 */
export function copies(d: Dataset): readonly Copy[] {
  const personal = Object.entries(d.input ?? {}).filter(([, column]) => column.personal);
  const pairs = personal.flatMap(([input]) =>
    publicFields(d).flatMap((f) => (f === input && isMasked(d, f) ? [] : [{ input, field: f }])),
  );
  return pairs.map(({ input, field }) => {
    const [from, to] = [`CAST(s.${name(input)} AS VARCHAR)`, `CAST(p.${name(field)} AS VARCHAR)`];
    const same = `count(*) FILTER (${from} = ${to})`;
    const first = `min(source_row) FILTER (${from} = ${to})`;
    const sql = `SELECT CAST(${same} AS DOUBLE) AS "rows", CAST(${first} AS DOUBLE) AS "first" FROM prepared p JOIN source s USING (source_row) WHERE ${from} IS NOT NULL AND ${to} IS NOT NULL HAVING 2 * ${same} > count(*)`;
    return { input, field, sql };
  });
}
