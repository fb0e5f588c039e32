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
    ...words(view.text).map((word) => wordSql(d, word) ?? "false"),
  ];
}

/** The same as a clause; empty where every row is meant. */
export function where(d: Dataset, view: View, but?: string): string {
  const all = conditions(d, view, but);
  return all.length ? `WHERE ${all.join(" AND ")}` : "";
}

/** The fields that a text search looks at. */
export const searchedFields = (d: Dataset): readonly string[] =>
  d.search.filter((f) => publicFields(d).includes(f));

/** True of a field whose texts have a word if they contain it. */
export function isPlainText(d: Dataset, f: string): boolean {
  const { kind } = needField(d, f);
  return kind !== "region" && kind !== "uscc";
}

/** True where one of some fields has a word; null where none of them can. */
export function wordSql(d: Dataset, word: string, fields = searchedFields(d)): string | null {
  const parts = fields.flatMap((f) => {
    const part = has(d, f, word);
    return part ? [`coalesce(${part}, false)`] : [];
  });
  return parts.length ? `(${parts.join(" OR ")})` : null;
}

function has(d: Dataset, f: string, word: string): string | null {
  if (isPlainText(d, f)) return containsSql(name(f), word);
  if (needField(d, f).kind === "region") {
    const codes = Object.keys(regionByCode).filter((code) => hasWord(d, f, code, word));
    return codes.length ? `${name(f)} IN (${codes.map(literal).join(", ")})` : null;
  }
  // A code of credit is letters and digits, or what masks them.
  return /^[\x21-\x7e]+$/.test(word)
    ? `contains(${name(f)}, ${literal(word.toUpperCase())})`
    : null;
}

/** The same of a cell; a region is found by its names. */
export function hasWord(d: Dataset, f: string, cell: Cell, word: string): boolean {
  const region = needField(d, f).kind === "region" ? regionByCode[String(cell)] : undefined;
  return fold(region ? `${region.name.zh} ${region.name.en}` : String(cell ?? "")).includes(word);
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
