/**
 * What the bench puts into a page before its own scripts. Each function runs in the page, so it is whole by itself.
 */

/** A choice that was answered: how long from the input event to the frame after the last chart, and when and by whom. */
export type Drawn = { ms: number; at: number; by: string };

/** How a page under test is operated. Times are milliseconds since navigation. */
export type Subject = {
  /** Matches the first chart once it is there. */
  chart: string;
  /** Resolves as soon as a reader can choose. */
  ready(): Promise<void>;
  /** How many values a field offers. */
  count(field: string): number;
  set(field: string, index: number, on: boolean): void;
  /** Resolves once all charts of the next view were redrawn: when the frame after that came, and who answered. */
  drawn(): Promise<{ at: number; by: string }>;
  /** Resolves once nothing is under way. */
  calm(): Promise<void>;
};

export type Watch = {
  firstChart: Promise<number>;
  /** The first choice, made as soon as a reader can. */
  first: Promise<Drawn>;
  change(act: () => void): Promise<Drawn>;
  /** Choices one after another over these fields, at most two at a time. */
  changes(fields: readonly string[], count: number): Promise<Drawn[]>;
  /** When `data-state` of the explorer first had each value. */
  states: Record<string, number>;
  /** Resolves with when one of these states was first reached. */
  reached(...states: readonly string[]): Promise<number>;
};

declare global {
  interface Window {
    subject: Subject;
    watch: Watch;
  }
}

export function watchPage(): void {
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  async function change(act: () => void): Promise<Drawn> {
    const drawn = window.subject.drawn();
    const before = performance.now();
    act();
    const { at, by } = await drawn;
    return { ms: at - before, at, by };
  }

  async function firstChart(): Promise<number> {
    while (!document.querySelector(window.subject.chart)) await frame();
    await frame();
    return performance.now();
  }

  async function first(): Promise<Drawn> {
    await window.subject.ready();
    return change(() => window.subject.set("region", 0, true));
  }

  async function changes(fields: readonly string[], count: number): Promise<Drawn[]> {
    const measured: Drawn[] = [];
    const on: [field: string, index: number][] = [];
    for (let i = 0; i < count; i++) {
      await window.subject.calm();
      await pause(50); // what the last answer left behind is over
      const field = fields[i % fields.length] ?? "";
      const index = (i * 7) % window.subject.count(field);
      const old = i % 4 > 1 ? on.shift() : undefined;
      if (!old) on.push([field, index]);
      measured.push(
        await change(() => window.subject.set(...(old ?? [field, index]), old === undefined)),
      );
    }
    return measured;
  }

  async function reached(...names: readonly string[]): Promise<number> {
    const { states } = window.watch;
    for (;;) {
      const times = names.flatMap((name) => states[name] ?? []);
      if (times.length > 0) return Math.min(...times);
      if ("failed" in states) throw new Error("the explorer failed");
      await pause(20);
    }
  }

  const states = {};
  window.watch = { firstChart: firstChart(), first: first(), change, changes, states, reached };
}

/** Of ours: the explorer's contract, and where it says nothing of who drew, the end of `aria-busy`. */
export function explorerSubject(): void {
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const explorer = () => {
    const found = document.querySelector<HTMLElement>("mz-explorer");
    if (!found) throw new Error("the page has no explorer");
    return found;
  };
  const inputs = (field: string) =>
    explorer().querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${field}"]`);
  const follow = (attribute: string, work: () => void) => {
    const observer = new MutationObserver(work);
    observer.observe(explorer(), { attributes: true, attributeFilter: [attribute] });
    return observer;
  };

  window.subject = {
    chart: "mz-explorer figure svg",
    async ready() {
      await customElements.whenDefined("mz-explorer");
      const note = () => {
        const state = explorer().dataset["state"] ?? "";
        window.watch.states[state] ??= performance.now();
      };
      note();
      follow("data-state", note);
    },
    count: (field) => inputs(field).length,
    set(field, index, on) {
      const input = inputs(field)[index];
      if (!input || input.checked === on) throw new Error(`${field} ${index} cannot be set`);
      input.click();
    },
    drawn: () =>
      new Promise((done) => {
        const busy = follow("aria-busy", () => {
          if (explorer().hasAttribute("aria-busy")) return;
          busy.disconnect();
          requestAnimationFrame(() => {
            const at = performance.now();
            setTimeout(() => done({ at, by: "no event" }), 100); // unless the event still comes
          });
        });
        explorer().addEventListener(
          "mz-drawn",
          (event) => {
            busy.disconnect();
            const { detail }: CustomEvent<{ by: string }> = event as never; // the explorer's contract
            done({ at: performance.now(), by: detail.by });
          },
          { once: true },
        );
      }),
    async calm() {
      while (explorer().hasAttribute("aria-busy")) await pause(20);
    },
  };
}

/** Of the dashboard in bench/mosaic: its menus, and four charts that are put in anew. */
export function mosaicSubject(): void {
  const charts = () => [...document.querySelectorAll("#charts > .plot")];
  const menus = ["programme", "region", "year", "status"];
  const menu = (field: string) => {
    const found = document.querySelectorAll("select")[menus.indexOf(field)];
    if (!found) throw new Error(`no menu of ${field}`);
    return found;
  };

  window.subject = {
    chart: "#charts .plot rect",
    async ready() {
      const isDrawn = () =>
        charts().length === 4 &&
        charts().every((chart) => chart.querySelector("rect")) &&
        menus.every((field) => menu(field).length > 1);
      while (!isDrawn()) await new Promise((done) => requestAnimationFrame(done));
    },
    count: (field) => menu(field).length - 1,
    set(field, index, on) {
      menu(field).selectedIndex = on ? index + 1 : 0;
      menu(field).dispatchEvent(new Event("input"));
    },
    drawn: () =>
      new Promise((done) => {
        const missing = new Set<Node>(charts());
        const observer = new MutationObserver((changes) => {
          for (const { target } of changes) missing.delete(target);
          if (missing.size > 0) return;
          observer.disconnect();
          requestAnimationFrame(() => done({ at: performance.now(), by: "duckdb" }));
        });
        for (const chart of charts()) observer.observe(chart, { childList: true });
      }),
    calm: () => Promise.resolve(),
  };
}
