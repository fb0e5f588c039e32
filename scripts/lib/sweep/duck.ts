import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openDuck } from "#scripts/lib/duck";

/** Works with a DuckDB that nobody else has, and that spills where nobody else does. */
export async function withDuck<T>(work: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const spill = await mkdtemp(join(tmpdir(), "mingzhang-"));
  const duck = await openDuck(spill);
  try {
    return await work(duck);
  } finally {
    duck.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
}
