import type { Dataset } from "#core/dataset";
import { parseAddress } from "#core/query/permalink";
import { blank, type View } from "#core/query/view";

/** The view that a filter form shows; its fields are named as in an address. */
export function readForm(d: Dataset, form: HTMLFormElement): View {
  const query = new URLSearchParams([...new FormData(form)].map(([k, v]) => [k, String(v)]));
  return parseAddress(d, query.toString()).view;
}

export function setForm(form: HTMLFormElement, view: View): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[name]")) {
    if (input.type === "search") input.value = view.text;
    else {
      const chosen = view.choices[input.name] ?? [];
      input.checked = chosen.some((v) => inputValue(v) === input.value);
      if (input.checked) openAround(input);
    }
  }
}

/** A choice inside a closed list would not be seen. */
function openAround(input: HTMLElement): void {
  let group = input.closest("details");
  while (group) {
    group.open = true;
    group = group.parentElement?.closest("details") ?? null;
  }
}

/** The value of a choice, as its input has it. */
export const inputValue = (v: string | number | null): string => (v === null ? blank : String(v));
