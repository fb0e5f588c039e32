import type { RegionNames } from "#core/catalog";
import type { Dataset } from "#core/dataset";
import { csvSql, filteredName } from "#core/download";
import type { Lang } from "#core/language";
import { loadedRows, optionsSql, pointsSql, rowsSql, toOptions, toPoints } from "#core/query";
import { everything, formatView, isEverything, parseView, type View } from "#core/view";
import type { Engine, EngineFiles } from "./connect.ts";
import { beijingDate } from "./expire.ts";
import { readForm, setCounts, setForm } from "./form.ts";
import { followView } from "./language-link.ts";

/** What the page says to the element, as JSON in its markup. `{n}` and the like are filled in. */
export type ExplorerConfig = {
  dataset: Dataset;
  lang: Lang;
  regions: RegionNames;
  /** What the engine reads, and how many bytes it is to expect. */
  files: EngineFiles;
  strings: {
    all: string;
    some: string;
    none: string;
    starting: string;
    working: string;
    failed: string;
    ignored: string;
    download: string;
  };
};

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));

/**
 * Filters over a page that is complete without them: a form, charts and a table in the markup. The
 * first choice starts DuckDB; from then on charts, counts and rows follow the form, and so does the
 * address.
 */
class Explorer extends HTMLElement {
  #config!: ExplorerConfig;
  #form!: HTMLFormElement;
  #engine: Promise<Engine> | undefined;
  #turn = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const json = this.querySelector("script[type='application/json']")?.textContent ?? "{}";
    this.#config = JSON.parse(json) as ExplorerConfig; // written by our own page
    const form = this.querySelector("form");
    if (!form) return;
    this.#form = form;
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
      setForm(form, everything);
      this.#choose("push");
    });
    this.#link()?.addEventListener("click", (event) => this.#download(event));
    addEventListener("popstate", () => this.#followAddress());
    this.#followAddress();
  }

  /** The address decides at the start and when the reader goes back or forward. */
  #followAddress(): void {
    const { view, ignored } = parseView(this.#config.dataset, location.search);
    setForm(this.#form, view);
    const notice = this.querySelector<HTMLElement>("[data-notice]");
    if (notice) {
      notice.hidden = ignored.length === 0;
      notice.textContent = fill(this.#config.strings.ignored, { names: ignored.join(", ") });
    }
    if (!isEverything(view) || this.#engine) void this.#show(view);
  }

  #choose(how: "push" | "replace"): void {
    clearTimeout(this.#typing);
    const view = readForm(this.#config.dataset, this.#form);
    const query = formatView(this.#config.dataset, view);
    const address = query ? `?${query}` : location.pathname;
    if (query !== location.search.slice(1)) {
      if (how === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    void this.#show(view);
  }

  async #show(view: View): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const current = () => turn === this.#turn;
    this.setAttribute("aria-busy", "true");
    try {
      this.#engine ??= this.#start();
      await this.#answer(await this.#engine, view, current);
      if (current()) this.dataset["state"] = "ready";
    } catch (error) {
      console.info(error);
      this.#engine = undefined; // the next choice tries again
      this.dataset["state"] = "failed";
      for (const row of this.#rows()) row.hidden = false;
      this.#say(this.#config.strings.failed);
      this.#link()?.removeAttribute("hidden");
    }
    if (current()) this.removeAttribute("aria-busy");
  }

  async #start(): Promise<Engine> {
    const { dataset, files, regions, strings } = this.#config;
    const report = (share: number) =>
      this.#say(fill(strings.starting, { percent: Math.floor(share * 100) }));
    this.dataset["state"] = "starting";
    this.#link()?.toggleAttribute("hidden", true); // until it is known what it would hold
    report(0);
    const { connect } = await import("./connect.ts");
    const engine = await connect(files, loadedRows(dataset, regions, beijingDate()), report);
    this.#say(strings.working);
    return engine;
  }

  async #answer(engine: Engine, view: View, current: () => boolean): Promise<void> {
    const d = this.#config.dataset;
    const { drawChart } = await import("./draw.ts");
    // All answers first, then the page once: a page laid out between answers is a slow page.
    const [keys, options, points] = await Promise.all([
      engine.ask(rowsSql(d, view, [d.key])),
      Promise.all(d.filters.map((f) => engine.ask(optionsSql(d, f, view)))),
      Promise.all(d.charts.map((c) => engine.ask(pointsSql(d, c, view)))),
    ]);
    if (!current()) return;
    this.#showRows(new Set(keys.map((r) => String(r[d.key]))), view);
    d.filters.forEach((f, i) => {
      setCounts(this.#form, f, toOptions(options[i] ?? []));
    });
    d.charts.forEach((chart, i) => {
      drawChart(this, this.#config, chart, toPoints(points[i] ?? []), this.#config.lang);
    });
  }

  #showRows(keys: ReadonlySet<string>, view: View): void {
    for (const row of this.#rows()) row.hidden = !keys.has(row.id.slice(2));
    const { strings } = this.#config;
    const text = keys.size === 0 ? strings.none : isEverything(view) ? strings.all : strings.some;
    this.#say(fill(text, { n: keys.size, of: this.#rows().length }));
    const address = this.querySelector("[data-address]");
    if (address) address.textContent = decodeURI(location.href);
    followView(location.search);
    const link = this.#link();
    if (!link) return;
    link.hidden = keys.size === 0;
    link.textContent = fill(strings.download, { n: keys.size });
    link.download = isEverything(view)
      ? ""
      : filteredName(this.#config.dataset, this.#config.lang, keys.size);
  }

  /** Everything is a file of the site; anything less is made here. */
  #download(event: Event): void {
    const { dataset, lang, regions, strings } = this.#config;
    const view = readForm(dataset, this.#form);
    const engine = this.#engine;
    if (!engine || isEverything(view)) return;
    event.preventDefault();
    const save = async () => {
      const bytes = await (await engine).csv(csvSql(dataset, lang, view, regions));
      const made = document.createElement("a");
      made.href = URL.createObjectURL(new Blob([bytes], { type: "text/csv;charset=utf-8" }));
      made.download = this.#link()?.download ?? "";
      made.click();
      setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
    };
    save().catch(() => this.#say(strings.failed));
  }

  #rows = () => this.querySelectorAll<HTMLElement>("tr[id^=r-]");
  #link = () => this.querySelector<HTMLAnchorElement>("a[data-download]");

  #say(text: string): void {
    const status = this.querySelector("[data-status]");
    if (status && status.textContent !== text) status.textContent = text;
  }
}

customElements.define("mz-explorer", Explorer);
