import type { Option } from "#core/catalog";
import { formatNumber } from "#core/format/format";
import { inputValue } from "./form.ts";

/** A choice of a filter, where its rows are counted, what is written there, and how many there are; null where that is not known. */
type Counted = {
  value: string;
  label: Element | null;
  count: Element | null;
  shown: string;
  rows: number | null;
  isSeen: boolean;
};

/** So long after the last choice, in milliseconds, the counts that nobody can see are written too. */
const calm = 500;

const countedIn = new WeakMap<HTMLElement, Map<string, Counted[]>>();
const countedByLabel = new Map<Element, Counted>();
let waiting: ReturnType<typeof setTimeout> | undefined;

/** To lay out two hundred counts for the ten that are in sight takes longer than to draw every chart. */
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const counted = countedByLabel.get(target);
    if (!counted) continue;
    counted.isSeen = isIntersecting;
    if (isIntersecting) write(counted);
  }
});

/** Writes how many rows each choice of a filter has; what is not known yet is left open. */
export function showCounts(
  root: HTMLElement,
  field: string,
  options: readonly Option[] | null,
): void {
  const rowsByValue = new Map(options?.map((o) => [inputValue(o.value), o.rows]));
  for (const counted of countedOf(root, field)) {
    counted.rows = options && (rowsByValue.get(counted.value) ?? 0);
    if (counted.isSeen) write(counted);
  }
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    for (const counted of countedByLabel.values()) write(counted);
  }, calm);
}

function write(counted: Counted): void {
  const { rows, label, count } = counted;
  const text = rows === null ? "…" : formatNumber(rows, 0);
  if (counted.shown === text) return;
  counted.shown = text;
  if (count) count.textContent = text;
  label?.toggleAttribute("data-empty", rows === 0);
}

/** The choices of a page do not change: they are looked for once. */
function countedOf(root: HTMLElement, field: string): readonly Counted[] {
  const byField = countedIn.get(root) ?? new Map<string, Counted[]>();
  countedIn.set(root, byField);
  const known = byField.get(field);
  if (known) return known;
  const inputs = root.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(field)}"]`);
  const found = Array.from(inputs, ({ value, labels }): Counted => {
    const label = labels?.[0] ?? null;
    const count = label?.querySelector("[data-count]") ?? null;
    // Until it is known which are in sight, all are.
    return { value, label, count, shown: count?.textContent ?? "", rows: null, isSeen: true };
  });
  for (const counted of found) {
    if (!counted.label) continue;
    countedByLabel.set(counted.label, counted);
    sight.observe(counted.label);
  }
  byField.set(field, found);
  return found;
}
