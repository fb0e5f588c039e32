import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { readBound } from "#core/query/permalink";
import { blank, type Range, type View } from "#core/query/view";

/** The view that a filter form shows. */
export function readForm(d: Dataset, form: HTMLFormElement): View {
  const choices: Record<string, Cell[]> = {};
  for (const { name, value } of form.querySelectorAll<HTMLInputElement>("input[name]:checked")) {
    const isYear = needField(d, name).kind === "year";
    const cell = value === blank ? null : isYear ? Number(value) : value;
    choices[name] = [...(choices[name] ?? []), cell];
  }
  const ranges: Record<string, Range> = {};
  for (const fieldset of form.querySelectorAll<HTMLElement>("[data-range]")) {
    const field = fieldset.dataset["range"] ?? "";
    const range = readRange(d, field, ends(fieldset));
    if (range) ranges[field] = range;
  }
  const search = form.querySelector<HTMLInputElement>("input[type=search]");
  return { choices, ranges, text: search?.value ?? "" };
}

type End = HTMLInputElement | HTMLSelectElement;

const ends = (fieldset: Element): readonly End[] => [
  ...fieldset.querySelectorAll<End>("[data-end]"),
];

/** An end that cannot be read is marked so and counts as open. */
function readRange(d: Dataset, field: string, inputs: readonly End[]): Range | null {
  const [from = null, to = null] = inputs.map((input) => {
    const bound = readBound(d, field, input.value.trim().replace(/[,，\s]/g, ""));
    if (bound === undefined) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    return bound;
  });
  if (from === null && to === null) return null;
  return from !== null && to !== null && from > to ? [to, from] : [from, to];
}

/** Gives up what cannot be read. */
export function forgetInvalid(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll("[aria-invalid]"))
    input.removeAttribute("aria-invalid");
}

export function setForm(form: HTMLFormElement, view: View): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[name]")) {
    if (input.type === "search") {
      if (document.activeElement !== input) input.value = view.text;
      continue;
    }
    const chosen = view.choices[input.name] ?? [];
    input.checked = chosen.some((v) => inputValue(v) === input.value);
    if (input.checked) openAround(input);
  }
  for (const fieldset of form.querySelectorAll<HTMLElement>("[data-range]")) {
    const range = view.ranges[fieldset.dataset["range"] ?? ""];
    ends(fieldset).forEach((input, i) => {
      if (input.hasAttribute("aria-invalid")) return; // what cannot be read stays, to be corrected
      input.value = String(range?.[i] ?? "");
    });
    if (range) openAround(fieldset);
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
export const inputValue = (v: Cell): string => (v === null ? blank : String(v));
