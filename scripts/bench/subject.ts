/** When charts that were redrawn had been painted, who answered, and whether something was still missing then. */
export type Redrawn = { at: number; by: string; busy: boolean };

/** How a page under test is operated. Times are milliseconds since navigation. */
export type Subject = {
  /** Matches the first chart once it is there. */
  chart: string;
  /** Resolves as soon as a reader can choose. */
  ready(): Promise<void>;
  /** How many values a field offers. */
  count(field: string): number;
  set(field: string, index: number, on: boolean): void;
  /** Resolves once the charts of the next view were redrawn, by one tier alone if it is named. */
  drawn(by?: string): Promise<Redrawn>;
  /** Resolves once nothing is under way. */
  calm(): Promise<void>;
};

/** Our explorer, by its contract; where it does not say who drew, the end of `aria-busy` counts. Runs in the page, so it is whole by itself. */
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
    drawn: (tier) =>
      new Promise((done) => {
        const answered = async (by: string) => {
          const at = await window.watch.painted();
          done({ at, by, busy: explorer().hasAttribute("aria-busy") });
        };
        const busy = follow("aria-busy", () => {
          if (explorer().hasAttribute("aria-busy")) return;
          busy.disconnect();
          requestAnimationFrame(async () => {
            const at = await window.watch.painted();
            const by = explorer().dataset["state"] === "failed" ? "nobody" : "no event";
            setTimeout(() => done({ at, by, busy: false }), 100); // unless the event still comes
          });
        });
        const listen = (event: Event) => {
          const { detail }: CustomEvent<{ by: string }> = event as never; // the explorer's contract
          if (tier && detail.by !== tier) return;
          explorer().removeEventListener("mz-drawn", listen);
          busy.disconnect();
          void answered(detail.by);
        };
        explorer().addEventListener("mz-drawn", listen);
      }),
    async calm() {
      // A cube alone answers at once, and what it cannot answer is not under way.
      const isUnderWay = () =>
        explorer().hasAttribute("aria-busy") && explorer().dataset["state"] !== "cube";
      while (isUnderWay()) await pause(20);
    },
  };
}

/** The dashboard in bench/mosaic: its menus, and four charts that are put in anew. Runs in the page, so it is whole by itself. */
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
          void window.watch.painted().then((at) => done({ at, by: "duckdb", busy: false }));
        });
        for (const chart of charts()) observer.observe(chart, { childList: true });
      }),
    calm: () => Promise.resolve(),
  };
}
