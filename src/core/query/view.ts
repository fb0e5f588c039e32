import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { fold } from "#core/query/fold";

/**
 * From and to, null where open. Months, years and dates include both ends; amounts (yuan) and counts include the lower
 * end alone, so that neighbouring ranges share no row.
 */
export type Range = readonly [Bound, Bound];
export type Bound = string | number | null;

/** Which rows a reader has chosen: some values of some fields, ranges of others, and words that must all occur. */
export type View = {
  choices: Readonly<Record<string, readonly Cell[]>>;
  ranges: Readonly<Record<string, Range>>;
  text: string;
};

/** How the reader looks at them: the order and columns of the table, and a chart shown large. */
export type Display = {
  sort: { field: string; down: boolean } | null;
  columns: readonly string[] | null;
  chart: string | null;
};

export const everything: View = { choices: {}, ranges: {}, text: "" };
export const plainDisplay: Display = { sort: null, columns: null, chart: null };

/** Stands for "blank in the source" in an address and in a form. */
export const blank = "∅";

export const isEverything = (v: View): boolean =>
  words(v.text).length === 0 && chosenFields(v).length === 0;

/** The fields by which a view leaves rows out. */
export const chosenFields = (v: View): readonly string[] => [
  ...new Set([
    ...Object.keys(v.choices).filter((f) => (v.choices[f] ?? []).length > 0),
    ...Object.keys(v.ranges),
  ]),
];

/** The words of a search, as both ends compare them. */
export const words = (text: string): readonly string[] => fold(text).split(/\s+/).filter(Boolean);

/** The fields that a range can be set on: the declared ones, and the months and years among the filters. */
export const rangeFields = (d: Dataset): readonly string[] => [
  ...d.filters.filter((f) => ["month", "year"].includes(needField(d, f).kind)),
  ...(d.ranges ?? []),
];

/** True where a range of the field leaves its upper end out. */
export const isHalfOpen = (d: Dataset, field: string): boolean =>
  ["money", "count"].includes(needField(d, field).kind);

/** The view without what is chosen of one field. */
export function without(view: View, field: string): View {
  const { [field]: _, ...choices } = view.choices;
  const { [field]: __, ...ranges } = view.ranges;
  return { ...view, choices, ranges };
}

/** The view with a value of a field chosen, or no longer chosen where it was. */
export function toggled(view: View, field: string, value: Cell): View {
  const chosen = view.choices[field] ?? [];
  const left = chosen.filter((v) => v !== value);
  const choices = left.length < chosen.length ? left : [...chosen, value];
  return { ...view, choices: { ...view.choices, [field]: choices } };
}

/** The view with a range of a field set, or none. */
export function ranged(view: View, field: string, range: Range | null): View {
  const { ranges } = without(view, field);
  return { ...view, ranges: range ? { ...ranges, [field]: range } : ranges };
}
