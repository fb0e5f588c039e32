import { type Answered, crossfilter } from "#core/query/crossfilter";
import { type Cube, type CubeFile, readCube } from "#core/query/cube";
import { type Display, isEverything, ranged, toggled, type View, words } from "#core/query/view";
import type { Answers } from "./answers.ts";
import { drawCharts, type Picks } from "./charts.ts";
import { showChips } from "./chips.ts";
import type { ExplorerConfig } from "./config.ts";
import { showCounts } from "./counts.ts";
import type { Engine } from "./engine.ts";
import { showFigures } from "./figures.ts";
import { fill } from "./fill.ts";
import { Listed } from "./listed.ts";
import { Loader } from "./loader.ts";
import { save } from "./save.ts";
import type { SqlBox } from "./sql.ts";

/** What the reader did elsewhere than in the form. */
type On = {
  /** `settled` is false while a range is being drawn. */
  choose(view: View, settled?: boolean): void;
  look(display: Partial<Display>): void;
};

/** Everything that follows a view: charts, counts, chips, figures, rows. The cube answers first, then DuckDB. */
export class Exploration {
  #root: HTMLElement;
  #config: ExplorerConfig;
  #on: On;
  #cube: Cube;
  #answers: Promise<Answers> | null = null;
  #loader: Loader;
  #listed: Listed;
  #sql: SqlBox | null = null;
  #turn = 0;
  #opened = "";
  #view!: View;
  #display!: Display;

  constructor(root: HTMLElement, config: ExplorerConfig, file: CubeFile, on: On) {
    this.#root = root;
    this.#config = config;
    this.#on = on;
    this.#cube = readCube(file);
    const progress = this.#need("[data-progress]");
    const prepare = async (engine: Engine, all: boolean) =>
      (await this.#bring()).prepare(engine, all);
    this.#loader = new Loader(progress, config, prepare, (state) => {
      root.dataset["state"] = state;
      if (state === "hot" || state === "ready") void this.#refine();
      if (state === "failed") {
        this.#listed.restore();
        this.#done();
      }
    });
    this.#listed = new Listed(root, config, {
      sort: (sort) => on.look({ sort }),
      columns: (columns) => on.look({ columns }),
    });
    this.#link()?.addEventListener("click", (event) => this.#download(event));
    root.dataset["state"] = "cube";
  }

  /** Makes the charts that a view has on the page ready to be touched. */
  open(view: View, display: Display): Answered {
    this.#view = view;
    this.#display = display;
    this.#turn += 1;
    showChips(this.#need("[data-chips]"), this.#config, view, (rest) => this.#on.choose(rest));
    this.#sql?.show(view);
    this.#listed.say(!isEverything(view) || display.sort !== null);
    const known = this.#atOnce(view);
    this.#draw(known, "cube");
    return known;
  }

  /** Answers at once as far as the cube goes, and of the rest as soon as DuckDB is there. */
  show(view: View, display: Display): void {
    const known = this.open(view, display);
    this.#loader.wake();
    void this.#refine(known);
  }

  /** What the cube knows by itself. */
  #atOnce = (view: View): Answered => crossfilter(this.#cube, this.#config.dataset, view);

  /** What asks the engine. */
  #bring(): Promise<Answers> {
    this.#answers ??= import("./asked.ts").then(({ Answers, SqlBox }) => {
      const box = this.#root.querySelector<HTMLElement>("[data-sql]");
      this.#sql = box && new SqlBox(box, this.#config, () => this.#engine("ready"));
      this.#sql?.show(this.#view);
      return new Answers(this.#config.dataset, this.#cube);
    });
    this.#answers.catch(() => {
      this.#answers = null;
    });
    return this.#answers;
  }

  /** The engine, where it is far enough for that. */
  #engine(state: "hot" | "ready"): Engine | null {
    const { engine } = this.#loader;
    const far = this.#loader.state === "ready" || this.#loader.state === state;
    return far ? engine : null;
  }

  async #refine(known: Answered = this.#atOnce(this.#view)): Promise<void> {
    const turn = this.#turn;
    const view = this.#view;
    const isNew = () => turn === this.#turn;
    const needsNames = words(view.text).length > 0 || !this.#config.drawnFirst;
    const engine = this.#engine(needsNames ? "ready" : "hot");
    if (!engine) {
      if (isComplete(known) || !this.#loader.isLoading) this.#done();
      return;
    }
    try {
      const answers = await this.#bring();
      if (!isNew()) return;
      let answered = known;
      if (!isComplete(known)) {
        answered = await answers.drawn(engine, view);
        if (!isNew()) return;
        this.#draw(answered, "duckdb");
      }
      const rows = this.#engine("ready");
      if (!rows) return; // other figures may be of names
      this.#listed.show({ engine: rows, answers }, view, this.#display, answered.count ?? 0);
      void this.#openRow();
      const isMissing = Object.values(answered.figures).some((figure) => !figure);
      if (isMissing && !isEverything(view)) {
        // They take longer than charts, and the next choice would have to wait for them.
        await new Promise((later) => setTimeout(later, 300));
        if (!isNew()) return;
        const figures = await answers.figures(rows.ask, view, answered);
        if (!isNew()) return;
        showFigures(this.#root, this.#config, figures, false);
      }
      this.#done();
    } catch (error) {
      if (isNew()) this.#loader.fail(error);
    }
  }

  /** Opens the row that the address names, once. */
  async #openRow(): Promise<void> {
    const key = /^#r-(.+)/.exec(location.hash)?.[1];
    if (!key || key === this.#opened) return;
    this.#opened = key;
    await this.#listed.open(decodeURIComponent(key));
  }

  #draw(answered: Answered, by: "cube" | "duckdb"): void {
    const { dataset: d } = this.#config;
    for (const f of d.filters) showCounts(this.#root, f, answered.options[f] ?? null);
    this.#report(answered.count);
    showFigures(this.#root, this.#config, answered.figures, isEverything(this.#view));
    drawCharts(
      this.#root,
      this.#config,
      answered.points,
      this.#view,
      this.#picks,
      this.#display.chart,
    );
    if (!answered.points.every(Boolean)) return;
    requestAnimationFrame(() =>
      this.#root.dispatchEvent(new CustomEvent("mz-drawn", { bubbles: true, detail: { by } })),
    );
  }

  readonly #picks: Picks = {
    onPick: (field, value) => this.#on.choose(toggled(this.#view, field, value), true),
    onRange: (field, range, settled) => this.#on.choose(ranged(this.#view, field, range), settled),
    onChart: (chart) => this.#on.look({ chart }),
  };

  /** Says how many rows there are, and keeps the download in step. */
  #report(n: number | null): void {
    const { strings, rows } = this.#config;
    const all = isEverything(this.#view);
    const text = n === 0 ? strings.none : all ? strings.all : strings.some;
    const said = n === null ? strings.needsRows : fill(text, { n, of: rows });
    const status = this.#need("[data-status]");
    if (status.textContent !== said) status.textContent = said;
    const link = this.#link();
    if (!link) return;
    link.hidden = n === 0 || n === null;
    link.textContent = fill(strings.download, { n: n ?? 0 });
    link.dataset["rows"] = String(n ?? 0);
  }

  /** Everything is a file of the site; anything less is made here. */
  #download(event: Event): void {
    if (isEverything(this.#view)) return;
    event.preventDefault();
    const { lang, regions, strings } = this.#config;
    const engine = this.#engine("ready");
    const view = this.#view;
    const link = this.#link();
    if (!engine || !link) {
      this.#need("[data-status]").textContent = strings.needsRows;
      return;
    }
    const text = link.textContent;
    link.textContent = strings.preparing;
    const rows = Number(link.dataset["rows"]);
    this.#bring()
      .then((answers) => answers.csv(engine, { view, lang, regions, rows }))
      .then(
        ({ bytes, name }) => {
          save(bytes, name);
          link.textContent = text;
        },
        (error: unknown) => this.#loader.fail(error),
      );
  }

  #done = () => this.#root.removeAttribute("aria-busy");
  #link = () => this.#root.querySelector<HTMLAnchorElement>("a[data-download]");

  #need(selector: string): HTMLElement {
    const found = this.#root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the explorer has no ${selector}`);
    return found;
  }
}

/** True where nothing that a page draws is left to ask. */
const isComplete = ({ count, options, points }: Answered): boolean =>
  count !== null && points.every(Boolean) && Object.values(options).every(Boolean);
