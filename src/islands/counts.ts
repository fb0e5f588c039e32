import type { Option } from "#core/catalog";
import { formatNumber } from "#core/format/format";
import { inputValue } from "./form.ts";

/** A choice of a filter, and where its rows are counted. */
type Counted = { value: string; label: Element | null; count: Element | null; shown: string };

const countedIn = new WeakMap<HTMLElement, Map<string, Counted[]>>();

/** Writes how many rows each choice of a filter has; what is not known yet is left open. */
export function showCounts(
  root: HTMLElement,
  field: string,
  options: readonly Option[] | null,
): void {
  const rowsByValue = new Map(options?.map((o) => [inputValue(o.value), o.rows]));
  for (const counted of countedOf(root, field)) {
    const rows = options && (rowsByValue.get(counted.value) ?? 0);
    const text = rows === null ? "…" : formatNumber(rows, 0);
    if (counted.shown === text) continue;
    counted.shown = text;
    if (counted.count) counted.count.textContent = text;
    counted.label?.toggleAttribute("data-empty", rows === 0);
  }
}

/** The choices of a page do not change: they are looked for once. */
function countedOf(root: HTMLElement, field: string): readonly Counted[] {
  const byField = countedIn.get(root) ?? new Map<string, Counted[]>();
  countedIn.set(root, byField);
  const known = byField.get(field);
  if (known) return known;
  const inputs = root.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(field)}"]`);
  const found = Array.from(inputs, ({ value, labels }) => {
    const label = labels?.[0] ?? null;
    const count = label?.querySelector("[data-count]") ?? null;
    return { value, label, count, shown: count?.textContent ?? "" };
  });
  byField.set(field, found);
  return found;
}
