import type { Dataset } from "#core/dataset";
import { part } from "./row-text.ts";

/** Lets a reader choose the columns of the table, in a dialog that the page holds. */
export class ColumnChooser {
  #dataset: Dataset;
  #dialog: HTMLDialogElement;
  #boxes: readonly HTMLInputElement[];

  constructor(root: HTMLElement, dataset: Dataset, choose: (c: readonly string[] | null) => void) {
    this.#dataset = dataset;
    this.#dialog = part<HTMLDialogElement>(root, "[data-columns]");
    this.#boxes = [...this.#dialog.querySelectorAll("input")];
    const form = part<HTMLFormElement>(this.#dialog, "form");
    const apply = part<HTMLButtonElement>(form, "[value=apply]");
    form.addEventListener("change", () => {
      apply.disabled = this.#chosen().length === 0;
    });
    form.addEventListener("submit", ({ submitter }) => {
      const how = submitter instanceof HTMLButtonElement ? submitter.value : "";
      if (how === "apply") choose(this.#isUsual(this.#chosen()) ? null : this.#chosen());
      if (how === "usual") choose(null);
    });
  }

  /** Opens with the columns that are shown now; null for the usual ones. */
  open(columns: readonly string[] | null): void {
    const shown = columns ?? this.#dataset.table;
    for (const box of this.#boxes) box.checked = shown.includes(box.value);
    part<HTMLButtonElement>(this.#dialog, "[value=apply]").disabled = shown.length === 0;
    this.#dialog.showModal();
  }

  #chosen = (): readonly string[] => this.#boxes.filter((b) => b.checked).map((b) => b.value);

  #isUsual(columns: readonly string[]): boolean {
    const { table } = this.#dataset;
    return columns.length === table.length && table.every((f) => columns.includes(f));
  }
}
