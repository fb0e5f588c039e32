import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { columnsOf, type Dataset } from "#core/dataset";
import { countedColumns, countedSource, ticketsOf } from "#core/gate/tickets";
import { problem } from "#core/problem/problem";
import { csvColumns } from "#scripts/lib/csv";
import { ask, count } from "#scripts/lib/duck";
import { type Found, ProblemError } from "#scripts/lib/find";
import { parse } from "#scripts/lib/records";

/** The datasets, each with its tickets where the private folder has some and it declares them. */
export async function withTickets(
  found: readonly Found[],
  folder: string | undefined,
): Promise<readonly Found[]> {
  if (folder === undefined) return found;
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new ProblemError(folder, [problem("no such folder", {})]);
  return Promise.all(
    found.map(async (one) => {
      const tickets = join(folder, one.id, "tickets.csv");
      const has = one.dataset.tickets && (await stat(tickets).catch(() => undefined))?.isFile();
      return has ? { ...one, tickets } : one;
    }),
  );
}

/** Takes the personal cells out of checked lines, so that they are not even written beside the others. */
export function withoutPersonal(d: Dataset): (csv: string) => string {
  const counted = ["source_row", ...Object.keys(countedColumns(d))];
  const kept = csvColumns(ticketsOf(d)).flatMap((c, i) => (counted.includes(c) ? [i] : []));
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const line = (cells: readonly string[]) =>
    // A blank stays bare: in quotes it would be an empty text.
    kept.map((i) => (cells[i] ? quoted(cells[i]) : "")).join(",");
  return (csv) =>
    parse(csv, ",", false)
      .data.filter((cells) => cells.length > 1)
      .map((cells) => `${line(cells)}\n`)
      .join("");
}

/** Makes `source` of the table `tickets`, where there is one, by what tickets.sql counts in `counted`; forgets the tickets. */
export async function countTickets(
  duck: DuckDBConnection,
  d: Dataset,
  path: string,
): Promise<void> {
  const loaded = "duckdb_tables() WHERE table_name = 'tickets'";
  if ((await count(duck, loaded)) === 0) return;
  const stop = (error: unknown): never => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(path, [problem("prepare failed", { reason })]);
  };
  await duck.run(await readFile(path, "utf8").catch(stop)).catch(stop);
  const columns = await ask(duck, "SELECT column_name AS c FROM (DESCRIBE counted)").catch(stop);
  const has = new Set(columns.map((r) => r["c"]));
  const fields = Object.keys(columnsOf(d)).filter((c) => c !== "source_row" && !has.has(c));
  if (fields.length > 0) throw new ProblemError(path, [problem("counted lacks", { fields })]);
  await duck.run(`CREATE TABLE source AS ${countedSource(d)}`).catch(stop);
  await duck.run("DROP TABLE tickets; DROP TABLE counted");
}
