import type { Point } from "#core/catalog";
import { formatAddress, parseAddress } from "#core/query/permalink";
import {
  type Display,
  everything,
  isEverything,
  plainDisplay,
  type Range,
  type View,
} from "#core/query/view";
import type { Picks } from "./charts.ts";
import type { ExplorerConfig } from "./config.ts";
import type { Engine } from "./connect.ts";
import { beijingDate } from "./expire.ts";
import { readForm, setForm } from "./form.ts";
import { followView } from "./language-link.ts";

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key] ?? "";
    return typeof value === "number" ? value.toLocaleString("en-US") : value;
  });

/**
 * Filters over a page that is complete without them: a form, charts and a table in the markup. The
 * first choice starts DuckDB; from then on charts, counts and rows follow the form, and so does the
 * address.
 */
class Explorer extends HTMLElement {
  #config!: ExplorerConfig;
  #form!: HTMLFormElement;
  /** The rows the page came with. */
  #built: readonly Element[] = [];
  #engine: Promise<Engine> | undefined;
  #turn = 0;
  #ranges: View["ranges"] = {};
  #display: Display = plainDisplay;
  /** What the charts show; at first what the page came with. */
  #points: readonly (readonly Point[])[] = [];
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const json = this.querySelector("script[type='application/json']")?.textContent ?? "{}";
    this.#config = JSON.parse(json) as ExplorerConfig; // written by our own page
    const form = this.querySelector("form");
    if (!form) return;
    this.#form = form;
    this.#built = [...(this.#body()?.children ?? [])];
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#choose("push");
    });
    form.addEventListener("change", () => this.#choose("push"));
    form.addEventListener("input", (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== "search") return;
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#choose("replace"), 200);
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.#ranges = {};
      setForm(form, everything);
      this.#choose("push");
    });
    this.#link()?.addEventListener("click", (event) => this.#download(event));
    addEventListener("popstate", () => this.#followAddress());
    this.#points = this.#config.points;
    this.#followAddress();
  }

  /** The address decides at the start and when the reader goes back or forward. */
  #followAddress(): void {
    const { view, display, ignored } = parseAddress(this.#config.dataset, location.search);
    setForm(this.#form, view);
    this.#ranges = view.ranges;
    this.#display = display;
    void this.#drawCharts(view);
    const notice = this.querySelector<HTMLElement>("[data-notice]");
    if (notice) {
      notice.hidden = ignored.length === 0;
      notice.textContent = fill(this.#config.strings.ignored, { names: ignored.join(", ") });
    }
    if (!isEverything(view) || this.#engine) void this.#show(view);
  }

  #choose(how: "push" | "replace"): void {
    clearTimeout(this.#typing);
    const view = this.#view();
    const query = formatAddress(this.#config.dataset, view, this.#display);
    const address = query ? `?${query}` : location.pathname;
    if (query !== location.search.slice(1)) {
      if (how === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    void this.#show(view);
  }

  #view = (): View => ({
    ...readForm(this.#config.dataset, this.#form),
    ranges: this.#ranges,
  });

  /** What a reader does on a chart. */
  readonly #picks: Picks = {
    onPick: (field, value) => {
      const view = this.#view();
      const chosen = view.choices[field] ?? [];
      const kept = chosen.filter((v) => v !== value);
      const next = kept.length < chosen.length ? kept : [...chosen, value];
      setForm(this.#form, { ...view, choices: { ...view.choices, [field]: next } });
      this.#choose("push");
    },
    onRange: (field, range, settled) => {
      this.#ranges = withRange(this.#ranges, field, range);
      if (settled) this.#choose("push");
      else void this.#show(this.#view());
    },
    onChart: (chart) => {
      this.#display = { ...this.#display, chart };
      this.#choose("push");
    },
  };

  async #drawCharts(view: View): Promise<void> {
    const { drawCharts } = await import("./charts.ts");
    drawCharts(this, this.#config, this.#points, view, this.#picks, this.#display.chart);
  }

  async #show(view: View): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const current = () => turn === this.#turn;
    this.setAttribute("aria-busy", "true");
    void this.#drawCharts(view); // what is chosen shows at once, its numbers when they are there
    try {
      this.#engine ??= this.#start();
      await this.#answer(await this.#engine, view, current);
      if (current()) this.dataset["state"] = "ready";
    } catch (error) {
      console.info(error);
      this.#engine = undefined; // the next choice tries again
      this.dataset["state"] = "failed";
      this.#body()?.replaceChildren(...this.#built);
      this.#sayFirst(this.#config.rows);
      this.#say(this.#config.strings.failed);
      this.#link()?.removeAttribute("hidden");
    }
    if (current()) this.removeAttribute("aria-busy");
  }

  async #start(): Promise<Engine> {
    const { files, strings } = this.#config;
    const report = (share: number) =>
      this.#say(fill(strings.starting, { percent: Math.floor(share * 100) }));
    this.dataset["state"] = "starting";
    this.#link()?.toggleAttribute("hidden", true); // until it is known what it would hold
    report(0);
    const [{ connect }, { loadedFor }] = await Promise.all([
      import("./connect.ts"),
      import("./answer.ts"),
    ]);
    const engine = await connect(files, loadedFor(this.#config, beijingDate()), report);
    this.#say(strings.working);
    return engine;
  }

  async #answer(engine: Engine, view: View, current: () => boolean): Promise<void> {
    const { askAll, show } = await import("./answer.ts");
    const answered = await askAll(engine, this.#config, view);
    if (!current()) return;
    show(this, this.#config, answered);
    this.#points = answered.points;
    await this.#drawCharts(view);
    this.#report(answered.count, view);
  }

  /** Says how many rows there are, and keeps the address and the download in step. */
  #report(n: number, view: View): void {
    const { strings, rows } = this.#config;
    const text = n === 0 ? strings.none : isEverything(view) ? strings.all : strings.some;
    this.#say(fill(text, { n, of: rows }));
    this.#sayFirst(n);
    const address = this.querySelector("[data-address]");
    if (address) address.textContent = decodeURI(location.href);
    followView(location.search);
    const link = this.#link();
    if (!link) return;
    link.hidden = n === 0;
    link.textContent = fill(strings.download, { n });
    link.dataset["rows"] = String(n);
  }

  /** Says that the table has only the first of the rows, where it has. */
  #sayFirst(n: number): void {
    const { most, strings } = this.#config;
    const note = this.querySelector<HTMLElement>("[data-first]");
    if (!note) return;
    note.hidden = n <= most;
    note.textContent = n <= most ? "" : fill(strings.first, { n: most, of: n });
  }

  /** Everything is a file of the site; anything less is made here. */
  #download(event: Event): void {
    const { dataset, strings } = this.#config;
    const view = readForm(dataset, this.#form);
    const engine = this.#engine;
    if (!engine || isEverything(view)) return;
    event.preventDefault();
    const save = async () => {
      const { csvOf, fileName } = await import("./answer.ts");
      const bytes = await (await engine).csv(csvOf(this.#config, view));
      const made = document.createElement("a");
      made.href = URL.createObjectURL(new Blob([bytes], { type: "text/csv;charset=utf-8" }));
      made.download = fileName(this.#config, Number(this.#link()?.dataset["rows"]));
      made.click();
      setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
    };
    save().catch(() => this.#say(strings.failed));
  }

  #body = () => this.querySelector("table.rows tbody");
  #link = () => this.querySelector<HTMLAnchorElement>("a[data-download]");

  #say(text: string): void {
    const status = this.querySelector("[data-status]");
    if (status && status.textContent !== text) status.textContent = text;
  }
}

function withRange(ranges: View["ranges"], field: string, range: Range | null): View["ranges"] {
  const { [field]: _, ...others } = ranges;
  return range ? { ...others, [field]: range } : others;
}

customElements.define("mz-explorer", Explorer);
