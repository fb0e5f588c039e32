import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { measure, median } from "./measure.ts";
import { writeFeeRows } from "./rows.ts";

export type CompileFigures = {
  rows: number;
  check: { seconds: number; mb: number };
  compile: { seconds: number; mb: number };
  bare: { seconds: number; mb: number };
};

/** Checks, and checks and compiles, generated fee rows; beside it DuckDB alone on the same file. */
export async function benchCompile(folder: string, rows: number): Promise<CompileFigures> {
  const data = join(folder, String(rows), "data");
  await mkdir(data, { recursive: true });
  await cp("data/fees", join(data, "fees"), { recursive: true });
  const csv = join(data, "fees", "source.csv");
  await writeFeeRows("data/fees/source.csv", csv, rows);
  const out = join(folder, String(rows), "build");
  const check = await measure(["scripts/check.ts", "--data", data]);
  const compile = await measure(["scripts/compile.ts", "--data", data, "--out", out]);
  const bare = [];
  for (let i = 0; i < 3; i++) {
    bare.push(await measure(["scripts/bench/bare.ts", csv, join(folder, "bare.parquet")]));
  }
  await rm(join(folder, String(rows)), { recursive: true });
  const seconds = median(bare.map((b) => b.seconds));
  return { rows, check, compile, bare: { seconds, mb: median(bare.map((b) => b.mb)) } };
}
