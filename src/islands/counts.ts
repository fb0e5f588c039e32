import type { Option } from "#core/catalog";
import { formatNumber } from "#core/format/format";
import { inputValue } from "./form.ts";

/** Writes how many rows each choice of a filter has; what is not known yet is left open. */
export function showCounts(
  root: HTMLElement,
  field: string,
  options: readonly Option[] | null,
): void {
  const rowsByValue = new Map(options?.map((o) => [inputValue(o.value), o.rows]));
  const inputs = root.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(field)}"]`);
  for (const input of inputs) {
    const rows = options && (rowsByValue.get(input.value) ?? 0);
    const label = input.closest("label");
    const count = label?.querySelector("[data-count]");
    const text = rows === null ? "…" : formatNumber(rows, 0);
    if (count && count.textContent !== text) count.textContent = text;
    label?.toggleAttribute("data-empty", rows === 0);
  }
}
