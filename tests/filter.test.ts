import { describe, expect, it } from "vitest";
import type { Entry } from "#core/catalog";
import { filtersOf } from "#site/filter";
import { built } from "./scratch.ts";

/** The values of a filter in sight, and how many rows each has. */
const choices = (dataset: string, field: string) => {
  const entry: Entry | undefined = built().datasets.find((e) => e.dataset.id === dataset);
  const filter = entry && filtersOf(entry, "en").find(({ id }) => id === field);
  if (!filter) throw new Error(`${dataset} has no filter ${field}`);
  return filter.first.map(({ value, rows }) => ({ value, rows: Number(rows.replace(/,/g, "")) }));
};

describe("the choices of a filter", () => {
  it("of a category come as declared", () => {
    const shown = choices("arrears-balances", "age_band").map(({ value }) => value);
    expect(shown).toEqual(["≤60", "61–180", "181–365", ">365"]);
  });

  it("of words come by how many rows have them, blanks last", () => {
    const all = choices("fees", "department");
    const rows = all.slice(0, -1).map((c) => c.rows);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows).toEqual([...rows].sort((a, b) => b - a));
    expect(all.at(-1)?.rows).toBe(6);
  });
});
