import type { CubeFile } from "#core/query/cube";
import { formatAddress, parseAddress } from "#core/query/permalink";
import { type Display, everything, isEverything, plainDisplay, type View } from "#core/query/view";
import type { ExplorerConfig } from "./config.ts";
import type { Exploration } from "./exploration.ts";
import { fill } from "./fill.ts";
import { forgetInvalid, readForm, setForm } from "./form.ts";
import { followView } from "./language-link.ts";
import { mayStartEarly } from "./may-start.ts";

/**
 * Filters over a page that is complete without them. The first touch brings the cube, which answers at once, and
 * starts DuckDB in the background, which answers the rest; whoever answers, the numbers are the same. Form, charts,
 * chips and address show one view.
 */
class Explorer extends HTMLElement {
  #config!: ExplorerConfig;
  #form!: HTMLFormElement;
  #view: View = everything;
  #display: Display = plainDisplay;
  #shown = "";
  #typing: ReturnType<typeof setTimeout> | undefined;
  #exploration: Promise<Exploration> | undefined;

  connectedCallback(): void {
    const json = this.querySelector("script[type='application/json']")?.textContent ?? "{}";
    this.#config = JSON.parse(json) as ExplorerConfig; // written by our own page
    const form = this.querySelector("form");
    if (!form) return;
    this.#form = form;
    this.dataset["state"] = "built";
    const read = (how: "push" | "replace") =>
      this.#choose(readForm(this.#config.dataset, form), how);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      read("push");
    });
    form.addEventListener("change", () => read("push"));
    form.addEventListener("input", (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== "search") return;
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => read("replace"), 200);
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      forgetInvalid(form);
      this.#choose(everything, "push");
    });
    for (const touch of ["pointerover", "focusin", "touchstart"] as const)
      this.addEventListener(touch, () => void this.#wake().catch(() => {}), {
        once: true,
        passive: true,
      });
    if (mayStartEarly())
      (globalThis.requestIdleCallback ?? setTimeout)(() => void this.#wake().catch(() => {}));
    addEventListener("popstate", () => this.#followAddress());
    addEventListener("hashchange", () => this.#followAddress());
    this.#followAddress();
  }

  /** The address decides at the start and when the reader goes back or forward. */
  #followAddress(): void {
    const { view, display, ignored } = parseAddress(this.#config.dataset, location.search);
    const notice = this.querySelector<HTMLElement>("[data-notice]");
    if (notice) {
      notice.hidden = ignored.length === 0;
      notice.textContent = fill(this.#config.strings.ignored, { names: ignored.join(", ") });
    }
    this.#display = display;
    const isPlain = isEverything(view) && JSON.stringify(display) === JSON.stringify(plainDisplay);
    if (!isPlain || location.hash.startsWith("#r-") || this.#exploration) this.#show(view);
  }

  #choose(view: View, how: "push" | "replace"): void {
    clearTimeout(this.#typing);
    this.#show(view);
    this.#address(how);
  }

  #look(display: Partial<Display>): void {
    this.#display = { ...this.#display, ...display };
    this.#show(this.#view);
    this.#address("push");
  }

  #address(how: "push" | "replace"): void {
    const query = formatAddress(this.#config.dataset, this.#view, this.#display);
    if (query !== location.search.slice(1)) {
      const address = query ? `?${query}` : location.pathname;
      if (how === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    followView(location.search);
    const place = this.querySelector("[data-address]");
    if (place) place.textContent = decodeURI(location.href);
  }

  /** Brings what the first answer takes; nothing of it is asked for before the reader touches the explorer. */
  #wake(): Promise<Exploration> {
    this.#exploration ??= this.#bring().catch((error: unknown) => {
      this.#exploration = undefined; // the next touch tries again
      this.dataset["state"] = "failed";
      throw error;
    });
    return this.#exploration;
  }

  async #bring(): Promise<Exploration> {
    const { cubeUrl } = this.#config;
    const cube = fetch(cubeUrl).then((response) => {
      if (!response.ok) throw new Error(`${cubeUrl}: ${response.status}`);
      return response.json() as Promise<CubeFile>; // compile writes what cube.ts types
    });
    const [{ Exploration }, file] = await Promise.all([import("./exploration.ts"), cube]);
    const exploration = new Exploration(this, this.#config, file, {
      choose: (view, settled = true) => (settled ? this.#choose(view, "push") : this.#show(view)),
      look: (display) => this.#look(display),
    });
    exploration.open(this.#view, this.#display);
    return exploration;
  }

  #show(view: View): void {
    setForm(this.#form, view);
    const key = JSON.stringify([view, this.#display, location.hash]);
    if (key === this.#shown) return; // as where Enter is both a change and a submission
    this.#shown = key;
    this.#view = view;
    this.setAttribute("aria-busy", "true");
    this.#wake().then(
      (exploration) => {
        if (view === this.#view) exploration.show(view, this.#display);
      },
      (error: unknown) => {
        console.info(error);
        this.#shown = "";
        this.removeAttribute("aria-busy");
        this.#say(this.#config.strings.failed);
      },
    );
  }

  #say(text: string): void {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = text;
  }
}

customElements.define("mz-explorer", Explorer);
