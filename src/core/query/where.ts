import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { literal, name } from "#core/query/sql";
import { type View, words } from "#core/query/view";
import { within } from "#core/region/rollup";

/** The cells that a choice means: a prefecture has its counties in it. */
function meant(d: Dataset, field: string, value: Cell): readonly Cell[] {
  if (value === null) return [];
  return needField(d, field).kind === "region" ? [value, ...within(String(value))] : [value];
}

/** The condition of a view; `but` leaves one field's choices out, to count what else could be chosen. */
export function where(d: Dataset, view: View, but?: string): string {
  const conditions = d.filters
    .filter((f) => f !== but && (view.choices[f]?.length ?? 0) > 0)
    .map((f) => {
      const chosen = view.choices[f] ?? [];
      const values = [...new Set(chosen.flatMap((v) => meant(d, f, v)))].map(literal);
      const parts = values.length ? [`${name(f)} IN (${values.join(", ")})`] : [];
      if (chosen.includes(null)) parts.push(`${name(f)} IS NULL`);
      return `(${parts.join(" OR ")})`;
    });
  for (const word of words(view.text)) conditions.push(`contains(search, ${literal(word)})`);
  return conditions.length ? `WHERE ${conditions.join(" AND ")}` : "";
}
