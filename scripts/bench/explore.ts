import { rm } from "node:fs/promises";
import { join } from "node:path";
import { step } from "#scripts/lib/progress";
import { benchDashboard, type DashboardFigures } from "./dashboard.ts";
import { benchExplorer, type ExplorerFigures } from "./explorer.ts";
import { slow } from "./line.ts";
import { benchLoop, type LoopFigures } from "./loop.ts";
import type { Spread } from "./measure.ts";
import type { Memory } from "./memory.ts";
import { makeMosaic } from "./mosaic.ts";
import { makeSite } from "./site.ts";
import type { Moment } from "./visit.ts";

export type ExploreFigures = {
  rows: number;
  explorer: ExplorerFigures;
  loop: LoopFigures;
  mosaic: DashboardFigures;
};

/** Measures the explorer over so many awards, and beside it a plain loop and a Mosaic dashboard over the same rows. */
export async function benchExplore(
  scratch: string,
  rows: number,
  keep: boolean,
): Promise<ExploreFigures> {
  const folder = join(scratch, `awards-${rows}`);
  if (!keep) await rm(folder, { recursive: true, force: true });
  const { build, dist } = await makeSite(folder, rows);
  const dashboard = join(folder, "mosaic");
  await step("mosaic", () => makeMosaic(build, dashboard));
  const loop = await step("loop", () => benchLoop(build));
  const explorer = await step("explorer", () => benchExplorer(dist));
  const mosaic = await step("measure", () => benchDashboard(dashboard));
  if (keep) console.log(`${dist}: the site of ${rows} awards`);
  else await rm(folder, { recursive: true });
  return { rows, explorer, loop, mosaic };
}

/** Upper limits, which hold for a million awards on two cores. */
const budgets = {
  first: { most: 0.5, unit: "s" },
  firstBytes: { most: 400, unit: "kB" },
  hot: { most: 6.5, unit: "s" },
  cube: { most: 33, unit: "ms" },
  duckdb: { most: 150, unit: "ms" },
  search: { most: 150, unit: "ms" },
  memory: { most: 600, unit: "MB" },
  memoryWithout: { most: 120, unit: "MB" },
  script: { most: 40, unit: "kB" },
} as const;

const absent = "not measured";

/** The lines of the table: what, value, and beside it the budget and the baselines. */
export function exploreLines({ rows, explorer, loop, mosaic }: ExploreFigures): string[] {
  const { cube, duckdb } = explorer;
  const line = (what: string, value: string, ...beside: readonly string[]) =>
    `| ${what} | ${value} | ${beside.join("; ")} |`;
  return [
    line(
      `first chart, ${slow.name}, ${rows} awards`,
      moment(explorer.slow.chart),
      `Mosaic ${moment(mosaic.slow.chart)}`,
    ),
    line(
      `first filter, ${slow.name}`,
      `${moment(explorer.slow.filter)}, by ${explorer.slow.by}`,
      kept("first", explorer.slow.filter.seconds),
      kept("firstBytes", explorer.slow.filter.mb * 1000),
      `Mosaic ${moment(mosaic.slow.filter)}`,
    ),
    line(
      "first filter, local",
      `${moment(explorer.local.filter)}, by ${explorer.local.by}`,
      `Mosaic ${moment(mosaic.local.filter)}`,
    ),
    line(
      `DuckDB with hot columns, ${slow.name}`,
      explorer.slow.hot ? moment(explorer.slow.hot) : absent,
      kept("hot", explorer.slow.hot?.seconds),
      `Mosaic ${moment(mosaic.slow.chart)}`,
    ),
    line(
      "filter answered by the cube",
      times(cube?.change),
      kept("cube", cube?.change.p95),
      `Mosaic ${times(mosaic.change)}`,
      `loop over ${loop.cells} cells, drawing nothing: median ${loop.median.toFixed(2)} ms, p95 ${loop.p95.toFixed(2)} ms`,
    ),
    line(
      "filter answered by DuckDB, with a text search",
      times(duckdb?.change),
      kept("duckdb", duckdb?.change.p95),
      `Mosaic, without one, ${times(mosaic.change)}`,
    ),
    line(
      "text search",
      times(duckdb?.search),
      kept("search", duckdb?.search.p95),
      "Mosaic loads no names",
    ),
    line(
      "renderer with DuckDB",
      megabytes(duckdb?.memory),
      kept("memory", duckdb?.memory?.peak),
      `Mosaic ${megabytes(mosaic.memory)}`,
    ),
    line(
      "renderer without DuckDB",
      megabytes(cube?.memory),
      kept("memoryWithout", cube?.memory?.peak),
      `an empty page ${megabytes(mosaic.blank)}`,
    ),
    line(
      "script before DuckDB, gzip",
      cube ? `${cube.scriptKb.toFixed(1)} kB` : absent,
      kept("script", cube?.scriptKb),
    ),
  ];
}

/** The budget, and whether it is kept. */
function kept(budget: keyof typeof budgets, value: number | undefined): string {
  const { most, unit } = budgets[budget];
  const verdict = value === undefined ? "" : value <= most ? ": kept" : ": **exceeded**";
  return `≤ ${most} ${unit}${verdict}`;
}

const moment = ({ seconds, mb }: Moment): string =>
  `${seconds.toFixed(2)} s, ${mb < 1 ? `${Math.round(mb * 1000)} kB` : `${mb.toFixed(1)} MB`}`;

const times = (spread: Spread | undefined): string =>
  spread?.count
    ? `median ${spread.median.toFixed(0)} ms, p95 ${spread.p95.toFixed(0)} ms of ${spread.count}`
    : absent;

const megabytes = (memory: Memory | null | undefined): string =>
  memory ? `${memory.pss.toFixed(0)} MB PSS, peak RSS ${memory.peak.toFixed(0)} MB` : absent;
