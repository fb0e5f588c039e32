import type { Redrawn, Subject } from "./subject.ts";

/** A choice that was answered, and how long it took from the input event until the last chart was painted. */
export type Drawn = Redrawn & { ms: number };

export type Watch = {
  firstChart: Promise<number>;
  /** The first choice, made as soon as a reader can. */
  first: Promise<Drawn>;
  change(act: () => void, by?: string): Promise<Drawn>;
  /** Choices one after another over these fields, at most two at a time. */
  changes(fields: readonly string[], count: number, by?: string): Promise<Drawn[]>;
  /** Called in an animation frame: resolves with when that frame was painted. */
  painted(): Promise<number>;
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

/** Put into a page before its own scripts, after its subject: it runs there, so it is whole by itself. */
export function watchPage(): void {
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  // A message waits until the frame it is sent in has been painted.
  const painted = () =>
    new Promise<number>((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done(performance.now());
      };
      port2.postMessage(null);
    });

  async function change(act: () => void, tier?: string): Promise<Drawn> {
    const drawn = window.subject.drawn(tier);
    const before = performance.now();
    act();
    const late = pause(120_000).then(() => {
      throw new Error("no answer for two minutes");
    });
    late.catch(() => {}); // only a race listens
    const redrawn = await Promise.race([drawn, late]);
    return { ...redrawn, ms: redrawn.at - before };
  }

  async function firstChart(): Promise<number> {
    do await frame();
    while (!document.querySelector(window.subject.chart));
    return painted();
  }

  async function first(): Promise<Drawn> {
    await window.subject.ready();
    return change(() => window.subject.set("region", 0, true));
  }

  async function changes(
    fields: readonly string[],
    count: number,
    tier?: string,
  ): Promise<Drawn[]> {
    const measured: Drawn[] = [];
    const on: [field: string, index: number][] = [];
    for (let chosen = 0; measured.length < count; ) {
      await window.subject.calm();
      await pause(50); // what the last answer left behind is over
      const old = measured.length % 4 > 1 ? on.shift() : undefined;
      const field = fields[chosen % fields.length] ?? "";
      const next: [string, number] = [field, (chosen * 7) % window.subject.count(field)];
      if (!old) {
        on.push(next);
        chosen++;
      }
      measured.push(await change(() => window.subject.set(...(old ?? next), !old), tier));
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
  const started = { firstChart: firstChart(), first: first(), states };
  window.watch = { ...started, change, changes, painted, reached };
}
