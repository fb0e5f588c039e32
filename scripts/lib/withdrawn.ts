import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dataset } from "#core/dataset";
import { keyPattern } from "#core/gate/prepared";
import { withdrawnList, withdrawRule } from "#core/gate/withdraw";
import { type Problem, problem } from "#core/problem/problem";
import { literal } from "#core/query/sql";
import { checkFile } from "#scripts/lib/csv";
import { parse } from "#scripts/lib/records";

/** A row that someone took down: nameless. */
export type Listed = { key: string; withdrawnOn: string; reason: string };

export const withdrawnFile = (dir: string): string => join(dir, "withdrawn.csv");

/** What data/<id>/withdrawn.csv lists, none where there is no such file, and what is wrong with it. */
export async function readWithdrawn(
  d: Dataset,
  dir: string,
): Promise<{ listed: readonly Listed[]; problems: readonly Problem[] }> {
  const path = withdrawnFile(dir);
  if (!(await stat(path).catch(() => undefined))) return { listed: [], problems: [] };
  const rule = withdrawRule(d);
  if (!rule) return { listed: [], problems: [problem("no withdraw rule", {})] };
  const listed: Listed[] = [];
  const wrong: Problem[] = [];
  const column = d.fields[d.key]?.label;
  const isKey = new RegExp(`^${keyPattern}$`, "u");
  const { problems } = await checkFile(path, withdrawnList(d, rule), {
    onCsv: (csv) => {
      for (const [line, key = "", withdrawnOn = "", reason = ""] of parse(csv, ",", false).data) {
        if (!line) continue;
        const place = { line: Number(line), ...(column && { column }) };
        if (!isKey.test(key)) wrong.push(problem("not a key", { found: key }, place));
        listed.push({ key, withdrawnOn, reason });
      }
    },
  });
  // Nothing is taken down: as good as no file.
  const errors = problems.filter((p) => p.severity === "error" && p.code !== "only a header");
  return { listed, problems: [...errors, ...wrong] };
}

/** Makes the table `withdrawn`, whatever prepare.sql may have called so. */
export async function loadWithdrawn(
  duck: DuckDBConnection,
  listed: readonly Listed[],
): Promise<void> {
  await duck.run(
    "CREATE OR REPLACE TABLE withdrawn (key VARCHAR, withdrawn_on DATE, reason VARCHAR)",
  );
  if (listed.length === 0) return;
  const rows = listed.map(
    ({ key, withdrawnOn, reason }) =>
      `(${literal(key)}, DATE ${literal(withdrawnOn)}, ${literal(reason)})`,
  );
  await duck.run(`INSERT INTO withdrawn VALUES ${rows.join(", ")}`);
}
