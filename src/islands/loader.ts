import { formatBytes } from "#core/format/format";
import type { ExplorerConfig } from "./config.ts";
import type { Engine, EngineError, Progress } from "./engine.ts";
import { beijingDate } from "./expire.ts";
import { fill } from "./fill.ts";

type State = "starting" | "hot" | "ready" | "failed";

/**
 * Starts the engine in the background, says how far it is, and offers to start it where it may not start by itself or
 * did not. `prepare` has the rows that are there made ready to be asked about; `changed` is told of every state.
 */
export class Loader {
  engine: Engine | null = null;
  state: State | null = null;
  #place: HTMLElement;
  #config: ExplorerConfig;
  #prepare: (engine: Engine, all: boolean) => Promise<void>;
  #changed: (state: State) => void;

  constructor(
    place: HTMLElement,
    config: ExplorerConfig,
    prepare: (engine: Engine, all: boolean) => Promise<void>,
    changed: (state: State) => void,
  ) {
    this.#place = place;
    this.#config = config;
    this.#prepare = prepare;
    this.#changed = changed;
  }

  /** Starts, unless it has; a reader who saves data is asked first. */
  wake(): void {
    if (this.state !== null) return;
    const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {}; // not in every browser
    if (saveData) this.#offer(fill(this.#config.strings.saveData, this.#size()));
    else void this.start();
  }

  async start(): Promise<void> {
    const { strings } = this.#config;
    this.#set("starting");
    const script = await import("./engine.ts").catch(() => null);
    // A browser does not ask again for a script that it could not have: only a new page does.
    if (!script)
      return this.#stop(navigator.onLine ? "failed" : "offline", () => location.reload());
    try {
      const { connect } = script;
      const { dataset, files } = this.#config;
      const subject = { dataset, day: beijingDate() };
      const engine = connect(files, subject, (p) => this.#progress(p));
      this.engine = engine;
      await engine.hot;
      this.#set("hot");
      this.#say(strings.names);
      // While the others are read; who needs it before is told if it fails.
      if (this.#config.drawnFirst) this.#prepare(engine, false).catch(() => {});
      await engine.all;
      await this.#prepare(engine, true);
      this.#set("ready");
      this.#say(strings.ready);
    } catch (error) {
      this.fail(error);
    }
  }

  get isLoading(): boolean {
    return this.state === "starting" || this.state === "hot";
  }

  /** After this the reader may start anew. */
  fail(error: unknown): void {
    console.info(error);
    this.engine?.close();
    this.engine = null;
    this.#stop((error as Partial<EngineError>).kind, () => void this.start()); // whatever was thrown
  }

  #stop(kind: EngineError["kind"] | undefined, again: () => void): void {
    const { strings } = this.#config;
    const text =
      kind === "offline" ? strings.offline : kind === "memory" ? strings.memory : strings.failed;
    this.#set("failed");
    this.#offer(text, strings.retry, again);
  }

  #size() {
    const { parts, engineBytes } = this.#config.files;
    return { of: formatBytes(parts.reduce((sum, { bytes }) => sum + bytes, engineBytes)) };
  }

  #set(state: State): void {
    this.state = state;
    this.#changed(state);
  }

  #progress({ read, of, slow }: Progress): void {
    if (this.state !== "starting") return;
    const { strings } = this.#config;
    const values = { read: formatBytes(read), of: formatBytes(of) };
    this.#say(fill(slow ? strings.slow : strings.loading, values));
  }

  #say(text: string): void {
    if (this.#place.textContent !== text) this.#place.textContent = text;
    this.#place.hidden = false;
  }

  #offer(
    text: string,
    label = fill(this.#config.strings.start, this.#size()),
    again: () => void = () => void this.start(),
  ): void {
    this.#say(text);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", again);
    this.#place.append(" ", button);
  }
}
