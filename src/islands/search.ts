import type { SearchKind } from "#core/publication/search";
import { type HitData, hit } from "./search-hit.ts";

/** What the page says to the element, as JSON in its markup. */
type Config = {
  script: string;
  kinds: readonly { kind: SearchKind; label: string }[];
  strings: Readonly<
    Record<"searching" | "found" | "none" | "failed" | "more" | "demonstration", string>
  >;
};

/** As much of Pagefind as is used. */
type Pagefind = {
  init(): Promise<void>;
  search(
    text: string,
    options: { filters: Readonly<Record<string, string>> },
  ): Promise<{ results: readonly { data(): Promise<HitData> }[] }>;
};

/** Results of a kind that are listed at once. */
const few = 5;
const many = 20;

/** Searches the site: nothing is loaded before the first letter or a question in the address. */
class SiteSearch extends HTMLElement {
  #config!: Config;
  #engine: Promise<Pagefind> | undefined;
  #asked = "";
  #timer = 0;

  connectedCallback(): void {
    const json = this.querySelector("script[type='application/json']")?.textContent ?? "{}";
    this.#config = JSON.parse(json) as Config; // written by our own page
    const input = this.querySelector("input");
    if (!input) return;
    input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#ask(input.value), 250);
    });
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      this.#ask(input.value);
    });
    this.addEventListener("keydown", (event) => this.#move(event, input));
    const follow = () => {
      input.value = new URLSearchParams(location.search).get("q")?.slice(0, 100) ?? "";
      this.#ask(input.value);
    };
    addEventListener("popstate", follow);
    follow();
  }

  /** Up and down go through the results, Escape back to the question. */
  #move(event: KeyboardEvent, input: HTMLInputElement): void {
    const links = [...this.querySelectorAll<HTMLElement>("[data-result] :is(a, button)")];
    const at = links.indexOf(document.activeElement as HTMLElement); // -1 where it is none of them
    if (event.key === "Escape" && at >= 0) input.focus();
    else if (event.key === "ArrowDown") (links[at + 1] ?? links[at])?.focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  }

  #ask(text: string): void {
    const asked = text.trim();
    if (asked === this.#asked) return;
    this.#asked = asked;
    history.replaceState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
    void this.#search(asked);
  }

  async #search(asked: string): Promise<void> {
    const { strings, kinds } = this.#config;
    const result = this.querySelector("[data-result]");
    if (!asked) {
      result?.replaceChildren();
      return this.#say("");
    }
    this.#say(strings.searching);
    try {
      this.#engine ??= this.#start();
      const engine = await this.#engine;
      const groups = await Promise.all(
        kinds.map(async ({ kind, label }) => {
          const { results } = await engine.search(asked, { filters: { kind } });
          const section = results.length > 0 ? await this.#group(label, results) : null;
          return { section, count: results.length };
        }),
      );
      if (asked !== this.#asked) return; // another question came in between
      const count = groups.reduce((sum, g) => sum + g.count, 0);
      result?.replaceChildren(...groups.flatMap(({ section }) => section ?? []));
      this.#say(
        count > 0
          ? strings.found.replace("{n}", String(count))
          : strings.none.replace("{q}", () => asked),
      );
    } catch (error) {
      console.info(error);
      this.#engine = undefined;
      if (asked === this.#asked) this.#say(strings.failed);
    }
  }

  async #start(): Promise<Pagefind> {
    const engine: Pagefind = await import(/* @vite-ignore */ this.#config.script);
    await engine.init();
    return engine;
  }

  /** A heading, the first results, and a button for more. */
  async #group(
    label: string,
    results: readonly { data(): Promise<HitData> }[],
  ): Promise<HTMLElement> {
    const { demonstration, more } = this.#config.strings;
    const section = document.createElement("section");
    const title = document.createElement("h2");
    const count = document.createElement("small");
    count.textContent = String(results.length);
    title.append(label, " ", count);
    const list = document.createElement("ol");
    const button = document.createElement("button");
    button.type = "button";
    let shown = 0;
    const show = async (n: number) => {
      const data = await Promise.all(results.slice(shown, shown + n).map((r) => r.data()));
      list.append(...data.map((d) => hit(document, d, demonstration)));
      shown += data.length;
      const left = Math.min(many, results.length - shown);
      button.textContent = more.replace("{n}", String(left));
      button.hidden = left === 0;
    };
    button.addEventListener("click", async () => {
      const before = list.children.length;
      await show(many);
      list.children[before]?.querySelector("a")?.focus();
    });
    await show(few);
    section.append(title, list, button);
    return section;
  }

  #say(text: string): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = text;
  }
}

customElements.define("mz-search", SiteSearch);
