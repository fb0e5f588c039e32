import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { literal, name } from "#core/query/sql";
import {
  type Bound,
  chosenFields,
  isHalfOpen,
  rangeFields,
  type View,
  words,
} from "#core/query/view";
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
    ...words(view.text).map((word) => `contains(search, ${literal(word)})`),
  ];
}

/** The same as a clause; empty where every row is meant. */
export function where(d: Dataset, view: View, but?: string): string {
  const all = conditions(d, view, but);
  return all.length ? `WHERE ${all.join(" AND ")}` : "";
}

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
