import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { containsSql, fold } from "#core/query/fold";
import { literal, name } from "#core/query/sql";
import {
  type Bound,
  chosenFields,
  isHalfOpen,
  rangeFields,
  type View,
  words,
} from "#core/query/view";
import { regionByCode } from "#core/region/region";
import { within } from "#core/region/rollup";

/** The cells that a choice means: a prefecture has its counties in it. */
function meant(d: Dataset, field: string, value: Cell): readonly Cell[] {
  if (value === null) return [];
  return needField(d, field).kind === "region" ? [value, ...within(String(value))] : [value];
}

/** The conditions of a view; `but` leaves out what is chosen of one field, to count what else could be chosen. */
export function conditions(d: Dataset, view: View, but?: string): readonly string[] {
  const chosen = chosenFields(view).filter((f) => f !== but);
  return [
    ...d.filters.filter((f) => chosen.includes(f)).flatMap((f) => choiceSql(d, view, f)),
    ...rangeFields(d)
      .filter((f) => chosen.includes(f))
      .flatMap((f) => rangeSql(d, view, f)),
    ...words(view.text).map((word) => wordSql(d, word)),
  ];
}

/** The same as a clause; empty where every row is meant. */
export function where(d: Dataset, view: View, but?: string): string {
  const all = conditions(d, view, but);
  return all.length ? `WHERE ${all.join(" AND ")}` : "";
}

/** True where one of the fields that are searched has the word; a region is found by its names. */
function wordSql(d: Dataset, word: string): string {
  const fields = d.search.filter((f) => publicFields(d).includes(f));
  const parts = fields.flatMap((f) => {
    switch (needField(d, f).kind) {
      case "region": {
        const codes = regionsNamed(word).map(literal);
        return codes.length ? [`coalesce(${name(f)} IN (${codes.join(", ")}), false)`] : [];
      }
      case "uscc":
        return [`coalesce(contains(${name(f)}, ${literal(word.toUpperCase())}), false)`];
      default:
        return [`coalesce(${containsSql(name(f), word)}, false)`];
    }
  });
  return parts.length ? `(${parts.join(" OR ")})` : "false";
}

const regionsNamed = (word: string): readonly string[] =>
  Object.entries(regionByCode).flatMap(
    ([
      code,
      {
        name: { zh, en },
      },
    ]) => (fold(`${zh} ${en}`).includes(word) ? [code] : []),
  );

function choiceSql(d: Dataset, view: View, f: string): readonly string[] {
  const chosen = view.choices[f] ?? [];
  if (chosen.length === 0) return [];
  const values = [...new Set(chosen.flatMap((v) => meant(d, f, v)))].map(literal);
  const parts = values.length ? [`${name(f)} IN (${values.join(", ")})`] : [];
  if (chosen.includes(null)) parts.push(`${name(f)} IS NULL`);
  return [`(${parts.join(" OR ")})`];
}

function rangeSql(d: Dataset, view: View, f: string): readonly string[] {
  const [from, to] = view.ranges[f] ?? [null, null];
  const bound = (end: Bound) => literal(inQueryForm(d, f, end));
  return [
    ...(from === null ? [] : [`${name(f)} >= ${bound(from)}`]),
    ...(to === null ? [] : [`${name(f)} ${isHalfOpen(d, f) ? "<" : "<="} ${bound(to)}`]),
  ];
}

/** An end of a range as the rows have it: yuan become fen. */
const inQueryForm = (d: Dataset, field: string, end: Bound): Bound =>
  needField(d, field).kind === "money" ? Math.round(Number(end) * 100) : end;
