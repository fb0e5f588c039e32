import type { Dataset } from "#core/dataset";
import { blank, parseView, type View } from "#core/view";

/** The view that a filter form shows; its fields are named as in an address. */
export function readForm(d: Dataset, form: HTMLFormElement): View {
  const query = new URLSearchParams([...new FormData(form)].map(([k, v]) => [k, String(v)]));
  return parseView(d, query.toString()).view;
}

export function setForm(form: HTMLFormElement, view: View): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[name]")) {
    if (input.type === "search") input.value = view.text;
    else {
      const chosen = view.choices[input.name] ?? [];
      input.checked = chosen.some((v) => inputValue(v) === input.value);
      const group = input.closest("details");
      if (input.checked && group) group.open = true;
    }
  }
}

/** Writes how many rows each choice of a filter has. */
export function setCounts(
  form: HTMLFormElement,
  field: string,
  options: readonly { value: string | number | null; rows: number }[],
): void {
  const rowsByValue = new Map(options.map((o) => [inputValue(o.value), o.rows]));
  const inputs = form.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(field)}"]`);
  for (const input of inputs) {
    const rows = rowsByValue.get(input.value) ?? 0;
    const label = input.closest("label");
    const count = label?.querySelector("[data-count]");
    if (count) count.textContent = String(rows);
    label?.toggleAttribute("data-empty", rows === 0);
  }
}

const inputValue = (v: string | number | null): string => (v === null ? blank : String(v));
