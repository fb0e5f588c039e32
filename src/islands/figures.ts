import type { Measure } from "#core/catalog";
import { figureText } from "#core/format/figure";
import type { ExplorerConfig } from "./config.ts";

/** What the page came with: the figures of all rows. */
const built = new WeakMap<Element, { value: string; notes: readonly Element[] }>();

/** Writes the figures of a view into their places; one that nobody knows yet says so. */
export function showFigures(
  root: HTMLElement,
  { dataset: d, lang, strings }: ExplorerConfig,
  figures: Readonly<Record<string, Measure | null>>,
  isWhole: boolean,
): void {
  for (const place of root.querySelectorAll<HTMLElement>(".figures [data-metric]")) {
    const id = place.dataset["metric"] ?? "";
    const measure = figures[id];
    if (measure === undefined) continue;
    const text = measure && figureText(d, id, measure, lang);
    const value = place.querySelector(".value");
    const before = built.get(place) ?? {
      value: value?.textContent ?? "",
      notes: [...place.querySelectorAll(".of")],
    };
    built.set(place, before);
    if (value) value.textContent = isWhole ? before.value : text ? text.value : "…";
    for (const old of place.querySelectorAll(".of")) old.remove();
    const notes = text ? [text.of, text.interval].filter(Boolean) : [strings.unknown];
    value?.after(...(isWhole ? before.notes : notes.map(note)));
  }
}

function note(text: string): HTMLElement {
  const dd = document.createElement("dd");
  dd.className = "of";
  dd.textContent = text;
  return dd;
}
