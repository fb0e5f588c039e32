import type { Cell } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { fold } from "#core/query/fold";

/** What a reader has chosen: some values of some fields, and words that must all occur. */
export type View = { choices: Readonly<Record<string, readonly Cell[]>>; text: string };

export const everything: View = { choices: {}, text: "" };

/** Stands for "blank in the source" in an address and in a form. */
export const blank = "∅";

export const isEverything = (v: View): boolean =>
  v.text.trim() === "" && Object.values(v.choices).every((c) => c.length === 0);

/** The words of a search, as both ends compare them. */
export const words = (text: string): readonly string[] => fold(text).split(/\s+/).filter(Boolean);

/** Reads an address's query. What the dataset does not declare is left out and named in `ignored`. */
export function parseView(d: Dataset, query: string): { view: View; ignored: readonly string[] } {
  const choices: Record<string, Cell[]> = {};
  const ignored: string[] = [];
  let text = "";
  for (const [key, value] of new URLSearchParams(query)) {
    const field = d.filters.includes(key) ? d.fields[key] : undefined;
    if (key === "q") text = value.slice(0, 200);
    else if (!field) ignored.push(key);
    else {
      const cell = value === blank ? null : field.kind === "year" ? Number(value) : value;
      if (typeof cell === "number" && !Number.isInteger(cell)) ignored.push(key);
      else {
        const chosen = choices[key] ?? [];
        choices[key] = chosen.includes(cell) ? chosen : [...chosen, cell];
      }
    }
  }
  return { view: { choices, text }, ignored: [...new Set(ignored)] };
}

/** The query of an address that shows this view; empty for everything. */
export function formatView(d: Dataset, view: View): string {
  const query = new URLSearchParams();
  if (view.text.trim()) query.set("q", view.text.trim());
  for (const f of d.filters) {
    for (const value of view.choices[f] ?? [])
      query.append(f, value === null ? blank : String(value));
  }
  return query.toString();
}
