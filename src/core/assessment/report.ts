import type { Board } from "#core/assessment/board";
import type { Assessment } from "#core/assessment/declaration";
import type { Figures } from "#core/assessment/figure";
import type { Group } from "#core/assessment/group";
import type { Period, Span } from "#core/assessment/period";
import type { Targets } from "#core/assessment/target";

/** How far a unit has reported to a dataset: its last month, and those of the newest period it lacks. */
export type Reported = { last: string; missing: readonly string[] };

/** build/assessment/assessment.json: everything the pages of the assessment show. */
export type Report = {
  declaration: Assessment;
  /** The newest is last. */
  periods: readonly Period[];
  /** Made-up rows stand behind some of it. */
  demonstration: boolean;
  /** First and last month of each dataset with rows in periods. */
  spans: Readonly<Record<string, Span>>;
  /** By period and unit. */
  figures: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  /** By period and peer group. */
  boards: Readonly<Record<string, Readonly<Record<Group, Board>>>>;
  /** What units are to reach, where anyone set it. */
  targets: Targets;
  /** By dataset and unit; a unit that never reported is not in it. */
  reported: Readonly<Record<string, Readonly<Record<string, Reported>>>>;
};

/** The newest period, and the one before. */
export const latest = (r: Report): Period | undefined => r.periods.at(-1);
export const before = (r: Report): Period | undefined => r.periods.at(-2);

/** The name of a file of the assessment; made-up rows are marked in it. */
export const assessmentFile = (extension: "json" | "csv", demonstration: boolean): string =>
  `assessment${demonstration ? ".DEMONSTRATION" : ""}.${extension}`;
