import { globSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { synth } from "#scripts/synth";
import { measure, median } from "./measure.ts";

type Figures = { seconds: number; cpu: number; mb: number };

export type CompileFigures = {
  rows: number;
  check: Figures;
  compile: Figures;
  bare: Figures;
  formats: Figures;
};

/** The awards, and what they use and refer to. */
const datasets = ["subsidy-programmes", "arrears-cases", "subsidy-awards"];

/**
 * Checks, and checks and compiles, made-up awards; beside it DuckDB alone on the same file, and DuckDB alone writing the
 * published rows in their formats.
 */
export async function benchCompile(folder: string, rows: number): Promise<CompileFigures> {
  const here = join(folder, String(rows));
  const [data, made, out] = ["data", "made", "build"].map((name) => join(here, name));
  if (!data || !made || !out) throw new Error("no folder");
  await synth({ rows, seed: 1, out: made });
  for (const id of datasets) {
    await mkdir(join(data, id), { recursive: true });
    await cp(join("data", id), join(data, id), { recursive: true });
    await cp(join(made, id, "source.csv"), join(data, id, "source.csv"));
  }
  await rm(made, { recursive: true });
  const csv = join(data, "subsidy-awards", "source.csv");
  const check = await measure(["scripts/check.ts", "--data", data]);
  const compile = await measure(["scripts/compile.ts", "--data", data, "--out", out]);
  const bare = await thrice(["scripts/bench/bare.ts", csv, join(here, "bare.parquet")]);
  const [parquet = ""] = globSync(join(out, "subsidy-awards", "*.parquet"));
  const formats = await thrice(["scripts/bench/formats.ts", parquet, join(here, "formats")]);
  await rm(here, { recursive: true });
  return { rows, check, compile, bare, formats };
}

/** The middle of three runs, figure by figure. */
async function thrice(args: readonly string[]): Promise<Figures> {
  const runs: Figures[] = [];
  for (let i = 0; i < 3; i++) runs.push(await measure(args));
  const middle = (of: keyof Figures) => median(runs.map((run) => run[of]));
  return { seconds: middle("seconds"), cpu: middle("cpu"), mb: middle("mb") };
}

/** What `check` and `compile` may take: so many times as long as DuckDB's bare read_csv → Parquet of the same file, and so much memory. */
const budget = { times: 10, gb: 2 };

const rounded = (n: number, digits = 1): string => n.toFixed(digits);

const spent = (cpu: number, mb: number): string =>
  `${rounded(cpu)} s of processor, peak ${rounded(mb, 0)} MB`;

function lineOf(what: string, rows: number, measured: Figures, bare: Figures): string {
  const { seconds, cpu, mb } = measured;
  const times = seconds / bare.seconds;
  const kept = times <= budget.times && mb * 1024 ** 2 <= budget.gb * 1e9 ? "kept" : "not kept";
  const value = `${rounded(seconds)} s, ${Math.round(rows / seconds)} rows/s, ${spent(cpu, mb)}`;
  const limit = `budget ${budget.times} × and ${budget.gb} GB: ${rounded(times)} ×, ${kept}`;
  const baseline = `bare DuckDB (read_csv → Parquet) ${rounded(bare.seconds, 2)} s, ${spent(bare.cpu, bare.mb)}`;
  return `| ${what} ${rows} awards | ${value} | ${limit}; ${baseline} |`;
}

/** What the formats alone cost, and how many times as much all of it takes. */
function formatsLine({ rows, compile, formats }: CompileFigures): string {
  const { seconds, cpu, mb } = formats;
  const value = `${rounded(seconds)} s, ${spent(cpu, mb)}`;
  const times = `check + compile takes ${rounded(compile.seconds / seconds)} × this, ${rounded(compile.cpu / cpu)} × its processor`;
  return `| the formats alone ${rows} awards | ${value} | bare DuckDB: Parquet → CSV three times, JSON, Parquet and a database, with no check, gate, label, index, lead or sweep; ${times} |`;
}

/** The lines of the table: value, budget and baseline of the same run. */
export const compileLines = (figures: CompileFigures): readonly string[] => {
  const { rows, check, compile, bare } = figures;
  return [
    lineOf("check", rows, check, bare),
    lineOf("check + compile", rows, compile, bare),
    formatsLine(figures),
  ];
};
