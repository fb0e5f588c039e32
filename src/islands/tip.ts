/** A note beside what the pointer or the focus is on. Assistive technology has the same from the mark's own name. */
export class Tip {
  readonly #element = document.createElement("div");
  readonly #around: HTMLElement;

  /** `around` must be positioned; the note stays within its width. */
  constructor(around: HTMLElement) {
    this.#around = around;
    this.#element.className = "tip";
    this.#element.setAttribute("aria-hidden", "true");
    this.#element.hidden = true;
    around.append(this.#element);
  }

  get isShown(): boolean {
    return !this.#element.hidden;
  }

  /** Shows lines above a point, in px of the element around; below it where the window ends above. */
  show([first = "", ...rest]: readonly string[], { x, y }: { x: number; y: number }): void {
    const name = document.createElement("strong");
    name.textContent = first;
    const others = rest.map((line) => {
      const span = document.createElement("span");
      span.textContent = line;
      return span;
    });
    const tip = this.#element;
    tip.replaceChildren(name, ...others);
    tip.hidden = false;
    tip.style.left = "0";
    const room = this.#around.clientWidth - tip.offsetWidth;
    const top = y - tip.offsetHeight - 8;
    const isOutside = this.#around.getBoundingClientRect().top + top < 0;
    tip.style.left = `${Math.max(0, Math.min(room, x - tip.offsetWidth / 2))}px`;
    tip.style.top = `${isOutside ? y + 28 : top}px`;
  }

  hide(): void {
    this.#element.hidden = true;
  }
}
