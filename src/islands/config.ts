import type { Listing } from "#core/format/cell";
import type { EngineFiles } from "./engine.ts";

/** What the page says to the element, as JSON in its markup. `{n}` and the like are filled in. */
export type ExplorerConfig = Listing & {
  /** How many rows there are, and how many of them the page lists at most. */
  rows: number;
  most: number;
  /** What the engine reads, and how many bytes it is to expect. */
  files: EngineFiles;
  strings: {
    all: string;
    some: string;
    none: string;
    first: string;
    starting: string;
    working: string;
    failed: string;
    ignored: string;
    download: string;
  };
};
