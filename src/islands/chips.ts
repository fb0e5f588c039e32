import { formatGroup, formatNumber, formatYuan } from "#core/format/format";
import { punctuation } from "#core/format/punctuation";
import { type Bound, chosenFields, isHalfOpen, type View, without } from "#core/query/view";
import type { ExplorerConfig } from "./config.ts";
import { fill } from "./fill.ts";

/** A thing a reader has chosen, and the view without it. */
export type Chip = { text: string; rest: View };

/** Everything that is chosen, in the order of the form. */
export function chipsOf(config: ExplorerConfig, view: View): readonly Chip[] {
  const { dataset: d, lang, regions, strings } = config;
  const { colon } = punctuation[lang];
  const fields = [...d.filters, ...(d.ranges ?? [])].filter((f) => chosenFields(view).includes(f));
  const chosen = fields.flatMap((f): Chip[] => {
    const field = d.fields[f];
    if (!field) return [];
    const label = field.label[lang] + colon;
    const cells = view.choices[f] ?? [];
    const one = cells.map((cell) => {
      const left = cells.filter((c) => c !== cell);
      const text = cell === null ? strings.blank : formatGroup(field, cell, lang, regions);
      return { text: label + text, rest: { ...view, choices: { ...view.choices, [f]: left } } };
    });
    const range = view.ranges[f];
    if (!range) return one;
    const text = label + rangeText(config, f, range);
    return [...one, { text, rest: { ...without(view, f), choices: view.choices } }];
  });
  const words = view.text.trim();
  if (!words) return chosen;
  return [...chosen, { text: strings.search + colon + words, rest: { ...view, text: "" } }];
}

function rangeText(config: ExplorerConfig, f: string, [from, to]: readonly [Bound, Bound]): string {
  const { dataset: d, lang, regions, strings } = config;
  const field = d.fields[f];
  const say = (end: Bound) => {
    if (end === null || !field) return "";
    if (field.kind === "money") return formatYuan(Number(end), lang);
    return field.kind === "count"
      ? formatNumber(Number(end))
      : formatGroup(field, end, lang, regions);
  };
  const values = { from: say(from), to: say(to) };
  if (to === null) return fill(strings.fromOnly, values);
  if (from === null) return fill(isHalfOpen(d, f) ? strings.under : strings.toOnly, values);
  return fill(strings.between, values);
}

/** Shows what is chosen; a chip's button leaves it out, and the focus goes to its neighbour. */
export function showChips(
  list: HTMLElement,
  config: ExplorerConfig,
  view: View,
  choose: (view: View) => void,
): void {
  const chips = chipsOf(config, view);
  list.hidden = chips.length === 0;
  list.replaceChildren(
    ...chips.map(({ text, rest }, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.setAttribute("aria-label", fill(config.strings.remove, { what: text }));
      button.addEventListener("click", () => {
        list.dataset["next"] = String(i);
        choose(rest);
      });
      const item = document.createElement("li");
      item.append(button);
      return item;
    }),
  );
  const { next } = list.dataset;
  if (next === undefined) return;
  delete list.dataset["next"];
  const buttons = list.querySelectorAll("button");
  const neighbour = buttons[Math.min(Number(next), buttons.length - 1)];
  const status = list.closest("mz-explorer")?.querySelector<HTMLElement>("[data-status]");
  (neighbour ?? status)?.focus();
}
