import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { synth } from "#scripts/synth";
import { measure, median } from "./measure.ts";

type Figures = { seconds: number; cpu: number; mb: number };

export type CompileFigures = { rows: number; check: Figures; compile: Figures; bare: Figures };

/** The awards, and what they use and refer to. */
const datasets = ["subsidy-programmes", "arrears-cases", "subsidy-awards"];

/** Checks, and checks and compiles, made-up awards; beside it DuckDB alone on the same file. */
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
  const bare: Figures[] = [];
  for (let i = 0; i < 3; i++) {
    bare.push(await measure(["scripts/bench/bare.ts", csv, join(here, "bare.parquet")]));
  }
  await rm(here, { recursive: true });
  const middle = (of: keyof Figures) => median(bare.map((b) => b[of]));
  const middles = { seconds: middle("seconds"), cpu: middle("cpu"), mb: middle("mb") };
  return { rows, check, compile, bare: middles };
}

/** What `check` and `compile` may take: so many times as long as DuckDB's bare read_csv → Parquet of the same file, and so much memory. */
const budget = { times: 10, gb: 2 };

const rounded = (n: number, digits = 1): string => n.toFixed(digits);

function lineOf(what: string, rows: number, measured: Figures, bare: Figures): string {
  const { seconds, cpu, mb } = measured;
  const times = seconds / bare.seconds;
  const kept = times <= budget.times && mb * 1024 ** 2 <= budget.gb * 1e9 ? "kept" : "not kept";
  const value = `${rounded(seconds)} s, ${Math.round(rows / seconds)} rows/s, ${rounded(cpu)} s of processor, peak ${rounded(mb, 0)} MB`;
  const limit = `budget ${budget.times} × and ${budget.gb} GB: ${rounded(times)} ×, ${kept}`;
  const baseline = `bare DuckDB (read_csv → Parquet) ${rounded(bare.seconds, 2)} s, ${rounded(bare.cpu)} s of processor, peak ${rounded(bare.mb, 0)} MB`;
  return `| ${what} ${rows} awards | ${value} | ${limit}; ${baseline} |`;
}

/** The lines of the table: value, budget and baseline of the same run. */
export const compileLines = ({ rows, check, compile, bare }: CompileFigures): readonly string[] => [
  lineOf("check", rows, check, bare),
  lineOf("check + compile", rows, compile, bare),
];
