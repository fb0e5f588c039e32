import type { Display, View } from "#core/query/view";
import type { Answers } from "./answers.ts";
import type { ExplorerConfig } from "./config.ts";
import type { Engine } from "./engine.ts";
import { type RowSource, RowTable } from "./table.ts";

type Asked = { engine: Engine; answers: Answers };
type On = ConstructorParameters<typeof RowTable>[2];

/** The table under the charts: the rows the page came with, and all rows of a view once the engine has them. */
export class Listed {
  #table: RowTable;
  #key = "";
  #source: RowSource | null = null;

  constructor(root: HTMLElement, config: ExplorerConfig, on: On) {
    this.#table = new RowTable(root, config, on);
  }

  /** The same view in the same order keeps its place, whatever else changes. */
  show(asked: Asked, view: View, display: Display, count: number): void {
    const key = JSON.stringify([view, display.sort]);
    if (key !== this.#key) this.#source = this.#sourceOf(asked, view, display.sort, count);
    this.#key = key;
    if (this.#source) this.#table.show(this.#source, display);
  }

  /** Until then: whether a view has other rows than the page came with. */
  say = (areOthers: boolean): void => this.#table.say(areOthers);

  /** Puts back the rows the page came with. */
  restore(): void {
    this.#key = "";
    this.#table.restore();
  }

  /** Opens the detail of a row by its key. */
  open = (key: string): Promise<boolean> => this.#table.open(key);

  #sourceOf(
    { engine, answers }: Asked,
    view: View,
    sort: Display["sort"],
    count: number,
  ): RowSource {
    let known: Promise<Int32Array> | undefined;
    const places = () => {
      known ??= answers.places(engine, view, sort);
      return known;
    };
    return {
      count,
      rows: async (from, to) => answers.rowsAt(engine, (await places()).subarray(from, to)),
      position: async (key) => {
        const place = await answers.placeOf(engine, key);
        const index = place === null ? -1 : (await places()).indexOf(place);
        return index < 0 ? null : index;
      },
    };
  }
}
