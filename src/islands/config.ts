import type { Listing } from "#core/format/cell";
import type { EngineFiles } from "./engine.ts";

/** What the page says to the element, as JSON in its markup. `{n}` and the like are filled in. */
export type ExplorerConfig = Listing & {
  /** How many rows there are. */
  rows: number;
  /** True where the first file has all that charts and counts look at. */
  drawnFirst: boolean;
  /** What answers the first filters. */
  cubeUrl: string;
  /** What the engine reads. */
  files: EngineFiles;
  strings: Readonly<
    Record<
      | "all"
      | "some"
      | "none"
      | "blank"
      | "loading"
      | "slow"
      | "names"
      | "ready"
      | "working"
      | "saveData"
      | "start"
      | "retry"
      | "offline"
      | "memory"
      | "failed"
      | "needsRows"
      | "first"
      | "ignored"
      | "download"
      | "preparing"
      | "remove"
      | "search"
      | "fromOnly"
      | "toOnly"
      | "under"
      | "between"
      | "unknown"
      | "sqlRows"
      | "sqlError",
      string
    >
  >;
};
