/** The least time between two sentences read aloud, in ms: who scrolls is not to be talked at. */
const pause = 1000;

/** Says which rows are in sight: at once to the eye, and to the ear when the motion has ended. */
export class Sight {
  #seen: HTMLElement;
  #heard: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(seen: HTMLElement, heard: HTMLElement) {
    this.#seen = seen;
    this.#heard = heard;
  }

  say(text: string): void {
    if (this.#seen.textContent === text) return;
    this.#seen.textContent = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#heard.textContent = text;
    }, pause);
  }
}
