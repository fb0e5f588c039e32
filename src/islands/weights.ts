import { rankStrip } from "#charts/rank-strip";
import { matrixOf } from "#core/assessment/columns";
import type { Assessment } from "#core/assessment/declaration";
import type { Figures } from "#core/assessment/figure";
import type { Matrix } from "#core/assessment/matrix";
import { type NeighbourWords, neighbours } from "#core/assessment/neighbour";
import { orderOf, type Ranking } from "#core/assessment/ranking";
import { followView } from "./language-link.ts";
import type { Question, Reply } from "./weights-worker.ts";

/** What the page says to the element, as JSON in its markup. */
export type WeightsConfig = {
  assessment: Assessment;
  groups: readonly {
    id: string;
    compared: readonly string[];
    units: readonly { code: string; name: string }[];
    figures: Readonly<Record<string, Figures>>;
  }[];
  words: NeighbourWords & Readonly<Record<"working" | "done" | "failed" | "none", string>>;
};

/** Sliders for the weights: index, ranks and intervals follow, and the address keeps what was chosen. */
class Weights extends HTMLElement {
  #config!: WeightsConfig;
  #matrices: readonly Matrix[] = [];
  #worker: Worker | null = null;
  #asked = 0;
  #isBusy = false;
  #isWaiting = false;
  #rankings: readonly Ranking[] = [];

  connectedCallback() {
    const text = this.querySelector("script[type='application/json']")?.textContent ?? "";
    this.#config = JSON.parse(text); // the page writes what WeightsConfig types
    const { assessment, groups } = this.#config;
    this.#matrices = groups.map((g) =>
      matrixOf(
        assessment,
        g.compared,
        g.units.map((u) => u.code),
        g.figures,
      ),
    );
    this.#need("form").hidden = false;
    for (const input of this.#sliders()) input.addEventListener("input", () => this.#change());
    this.#need("[data-published]").addEventListener("click", () => this.#publish());
    this.#need<HTMLSelectElement>("select").addEventListener("change", () => this.#change());
    addEventListener("popstate", () => this.#read());
    this.#read();
  }

  disconnectedCallback() {
    this.#worker?.terminate();
  }

  #need<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`the page of the weights has no ${selector}`);
    return found;
  }

  #sliders = () => [...this.querySelectorAll<HTMLInputElement>("input[type=range]")];
  #unit = () => this.#need<HTMLSelectElement>("select");

  /** Takes the weights and the region from the address; what is not there is as published. */
  #read() {
    const query = new URLSearchParams(location.search);
    for (const input of this.#sliders()) {
      const asked = query.get(input.name);
      const isNumber = asked !== null && /^\d{1,3}$/.test(asked) && Number(asked) <= 100;
      input.value = isNumber ? asked : input.defaultValue;
    }
    const code = query.get("region");
    const options = [...this.#unit().options];
    this.#unit().value = options.find((o) => o.value === code)?.value ?? options[0]?.value ?? "";
    followView(location.search);
    this.#compute();
  }

  #publish() {
    for (const input of this.#sliders()) input.value = input.defaultValue;
    this.#change();
  }

  #change() {
    const query = new URLSearchParams();
    const sliders = this.#sliders();
    if (sliders.some((i) => i.value !== i.defaultValue))
      for (const i of sliders) query.set(i.name, i.value);
    const unit = this.#unit();
    if (unit.selectedIndex > 0) query.set("region", unit.value);
    const search = query.size > 0 ? `?${query}` : "";
    history.replaceState(null, "", `${location.pathname}${search}`);
    followView(search);
    this.#compute();
  }

  #compute() {
    const values = this.#sliders().map((i) => Number(i.value));
    const sum = values.reduce((a, b) => a + b, 0);
    for (const [k, input] of this.#sliders().entries()) {
      const share = sum > 0 ? `${(((values[k] ?? 0) / sum) * 100).toFixed(0)}%` : "–";
      input.setAttribute("aria-valuetext", share);
      this.#need(`[data-share=${input.name}]`).textContent = share;
    }
    if (sum === 0) return this.#say(this.#config.words.none);
    this.#isWaiting = true;
    if (!this.#isBusy) this.#ask(values);
  }

  /** One question at a time; what changes meanwhile is asked afterwards, the latest alone. */
  #ask(weights: readonly number[]) {
    this.#isWaiting = false;
    this.#isBusy = true;
    this.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => this.#say(this.#config.words.working), 100);
    this.#worker ??= new Worker(new URL("./weights-worker.ts", import.meta.url), {
      type: "module",
    });
    this.#asked += 1;
    const { draws } = this.#config.assessment;
    const question: Question = { id: this.#asked, matrices: this.#matrices, weights, draws };
    this.#worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      clearTimeout(slow);
      this.#isBusy = false;
      if (this.#isWaiting) return this.#compute();
      this.#rankings = data.rankings;
      this.#show();
      this.removeAttribute("aria-busy");
    };
    this.#worker.onerror = () => {
      clearTimeout(slow);
      this.#isBusy = false;
      this.removeAttribute("aria-busy");
      this.#say(this.#config.words.failed);
    };
    this.#worker.postMessage(question);
  }

  #say(text: string) {
    this.#need("[role=status]").textContent = text;
  }

  #show() {
    for (const [g, { id, units }] of this.#config.groups.entries()) {
      const ranking = this.#rankings[g];
      const body = this.querySelector(`[data-group=${id}] tbody`);
      if (!ranking || !body) continue;
      for (const u of orderOf(ranking)) {
        const row = body.querySelector(`[data-unit="${units[u]?.code}"]`);
        if (!row) continue;
        this.#fill(row, ranking, u, units.length);
        body.append(row);
      }
    }
    const changed = this.#sliders().some((i) => i.value !== i.defaultValue);
    this.#say(changed ? this.#config.words.done : "");
    this.#compare();
  }

  #fill(row: Element, ranking: Ranking, u: number, of: number) {
    const interval = ranking.intervals[u];
    if (!interval) return;
    const { median, low, high } = interval;
    const range = low === high ? `${low}` : `${low}–${high}`;
    const texts = [ranking.bands[u], ranking.index[u]?.toFixed(1), median, range];
    for (const [i, cell] of [...row.querySelectorAll("td.number")].entries())
      cell.textContent = String(texts[i] ?? "");
    const { range: d, at } = rankStrip(interval, of);
    row.querySelector(".range")?.setAttribute("d", d);
    row.querySelector("circle")?.setAttribute("cx", String(at));
  }

  /** Whether the chosen region can be told apart from those next to it. */
  #compare() {
    const code = this.#unit().value;
    const at = this.#config.groups.findIndex((g) => g.units.some((u) => u.code === code));
    const [group, ranking] = [this.#config.groups[at], this.#rankings[at]];
    if (!group || !ranking) return;
    const own = group.units.findIndex((u) => u.code === code);
    const names = group.units.map((u) => u.name);
    const lines = neighbours(ranking, own, names, this.#config.words);
    this.#need("[data-pair]").replaceChildren(
      ...lines.map((text) => {
        const li = document.createElement("li");
        li.textContent = text;
        return li;
      }),
    );
  }
}

customElements.define("mz-weights", Weights);
