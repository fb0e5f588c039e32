import { formatCell } from "#core/format/format";
import { publicFields } from "#core/gate/public";
import { rowsSql } from "#core/query/query";
import type { View } from "#core/query/view";
import type { ExplorerConfig } from "./config.ts";
import type { Engine } from "./engine.ts";
import { fill } from "./fill.ts";
import { save } from "./save.ts";

const most = 200;

/** Shows the query of a view, to change and run; whatever is run stays in the reader's browser. */
export class SqlBox {
  #root: HTMLElement;
  #config: ExplorerConfig;
  #area: HTMLTextAreaElement;
  #shown = "";

  constructor(root: HTMLElement, config: ExplorerConfig, engine: () => Engine | null) {
    this.#root = root;
    this.#config = config;
    this.#area = root.querySelector("textarea") ?? document.createElement("textarea");
    root.hidden = false;
    const on = (selector: string, work: (engine: Engine) => Promise<void>) =>
      root.querySelector(selector)?.addEventListener("click", () => {
        const running = engine();
        if (!running) return this.#say(config.strings.needsRows);
        work(running).catch((error: unknown) => this.#fail(error));
      });
    on("[data-run]", (running) => this.#run(running));
    on("[data-save]", async (running) =>
      save(await running.csv(this.#area.value), `${config.dataset.id}.sql.csv`),
    );
    root.querySelector("[data-reset]")?.addEventListener("click", () => {
      this.#area.value = this.#shown;
    });
  }

  /** Follows the view, unless the reader has written something of his own. */
  show(view: View): void {
    const { dataset: d } = this.#config;
    const sql = rowsSql(d, view, publicFields(d)).replace(/ (FROM|WHERE|ORDER BY) /g, "\n$1 ");
    if (this.#area.value === "" || this.#area.value === this.#shown) this.#area.value = sql;
    this.#shown = sql;
  }

  async #run(engine: Engine): Promise<void> {
    const sql = this.#area.value.trim().replace(/;+$/, "");
    this.#say(this.#config.strings.working);
    const [[counted], rows] = await Promise.all([
      engine.ask(`SELECT CAST(count(*) AS DOUBLE) AS n FROM (${sql})`),
      engine.ask(`FROM (${sql}) LIMIT ${most}`),
    ]);
    this.#say(fill(this.#config.strings.sqlRows, { n: Number(counted?.["n"] ?? 0), most }));
    const head = Object.keys(rows[0] ?? {});
    const row = (tag: "th" | "td", cells: readonly string[]) => {
      const tr = document.createElement("tr");
      tr.append(
        ...cells.map((text) => {
          const cell = document.createElement(tag);
          cell.textContent = text;
          if (tag === "th") cell.setAttribute("scope", "col");
          return cell;
        }),
      );
      return tr;
    };
    const body = rows.map((r) =>
      row(
        "td",
        head.map((c) => this.#cell(c, r[c] ?? null)),
      ),
    );
    this.#root.querySelector("thead")?.replaceChildren(row("th", head));
    this.#root.querySelector("tbody")?.replaceChildren(...body);
    this.#root.querySelector("table")?.toggleAttribute("hidden", rows.length === 0);
  }

  /** A code keeps being one: the query may have made anything of it. */
  #cell(column: string, value: string | number | null): string {
    const field = this.#config.dataset.fields[column];
    const isCode = !field || field.kind === "category" || field.kind === "region";
    return isCode || field.kind === "money"
      ? String(value ?? "")
      : formatCell(field, value, this.#config.lang);
  }

  #fail(error: unknown): void {
    const reason = String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
    this.#say(fill(this.#config.strings.sqlError, { reason }));
  }

  #say(text: string): void {
    const status = this.#root.querySelector("[data-said]");
    if (status) status.textContent = text;
  }
}
