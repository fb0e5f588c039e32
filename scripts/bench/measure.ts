import { spawn } from "node:child_process";

/** Seconds, seconds of all processors together and peak resident memory (MB) of a command, run to its end. */
export async function measure(
  args: readonly string[],
): Promise<{ seconds: number; cpu: number; mb: number }> {
  const before = performance.now();
  const child = spawn(process.execPath, ["--import", "./scripts/bench/peak.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  const seconds = (performance.now() - before) / 1000;
  const peak = /peak-kb (\d+) cpu-us (\d+)/.exec(output);
  if (code !== 0 || !peak) throw new Error(`${args.join(" ")} failed:\n${output.slice(-2000)}`);
  return { seconds, cpu: Number(peak[2]) / 1e6, mb: Number(peak[1]) / 1024 };
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export function quantile(numbers: readonly number[], q: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** The middle and the 95th percentile of some measurements, and how many there were. */
export type Spread = { median: number; p95: number; count: number };

export const spread = (numbers: readonly number[]): Spread => ({
  median: median(numbers),
  p95: quantile(numbers, 0.95),
  count: numbers.length,
});
