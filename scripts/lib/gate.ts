import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Entry, Tombstone } from "#core/catalog";
import { needField } from "#core/dataset";
import { publish, publishCounts } from "#core/gate/publish";
import { tombstones, validUntil, withdrawnBlanks } from "#core/gate/withdraw";
import { type Problem, problem } from "#core/problem/problem";
import { literal } from "#core/query/sql";
import { ask, count } from "./duck.ts";
import { type Found, ProblemError } from "./find.ts";
import { loadWithdrawn, readWithdrawn } from "./withdrawn.ts";

/** As many rows as DuckDB stores together, so that a slice of so many is read alone. */
export const rowGroup = 122_880;

/**
 * Sends `prepared` through the gate into a Parquet file and forgets everything that did not pass; throws a ProblemError
 * where a row of the source is not accounted for. What is public is read from that file and nowhere else: `published` has
 * its rows, `numbered` beside them their place, from 0, as `rowid`.
 */
export async function pass(
  duck: DuckDBConnection,
  { dataset: d, dir }: Found,
  today: string,
  file: string,
): Promise<Pick<Entry, "rows" | "tombstones">> {
  // Both after prepare.sql, which could have changed them.
  await duck.run(`SET VARIABLE today = DATE ${literal(today)}`);
  const { listed, problems } = await readWithdrawn(d, dir);
  if (problems.length > 0) throw new ProblemError(join(dir, "withdrawn.csv"), problems);
  await loadWithdrawn(duck, listed);
  await refuseBlanks(duck, d, join(dir, "source.csv"));
  const source = await count(duck, "source");
  await duck.run("DROP TABLE source"); // its memory is needed
  await duck.run(
    `COPY (${publish(d)}) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroup})`,
  );
  await duck.run(`CREATE VIEW published AS FROM read_parquet(${literal(file)})`);
  await duck.run(
    `CREATE VIEW numbered AS SELECT * RENAME (file_row_number AS rowid) FROM read_parquet(${literal(file)}, file_row_number = true)`,
  );
  const rows = { source, ...(await account(duck, d)) };
  refuseLost(rows, join(dir, "dataset.ts"));
  const left = tombstones(d);
  const stones = left ? await ask(duck, left) : [];
  await duck.run("DROP TABLE prepared; DROP TABLE set_aside; DROP TABLE withdrawn");
  return { rows, tombstones: stones.map(tombstone) };
}

const tombstone = (r: Readonly<Record<string, unknown>>): Tombstone => ({
  key: String(r["key"]),
  month: String(r["month"]),
  reason: String(r["reason"]),
});

/** The first day on which a name in what was published may no longer be shown. */
export async function lastDay(duck: DuckDBConnection, d: Found["dataset"]): Promise<string | null> {
  const [row] = await ask(duck, validUntil(d));
  return (row?.["day"] ?? null) as string | null; // the query casts it to text
}

async function refuseBlanks(duck: DuckDBConnection, d: Found["dataset"], path: string) {
  const problems: Problem[] = [];
  for (const { field, sql } of withdrawnBlanks(d)) {
    const lines = await ask(
      duck,
      `SELECT CAST(min(source_row) AS DOUBLE) AS line, CAST(count(*) AS DOUBLE) AS n FROM (${sql})`,
    );
    const [{ line, n } = {}] = lines;
    if (!n) continue;
    const place = { line: Number(line), column: needField(d, field).label };
    problems.push(problem("withdrawn blank", { rows: Number(n) }, place));
  }
  if (problems.length > 0) throw new ProblemError(path, problems);
}

async function account(
  duck: DuckDBConnection,
  d: Found["dataset"],
): Promise<Omit<Entry["rows"], "source">> {
  const reasons = await ask(
    duck,
    "SELECT reason_zh AS zh, reason_en AS en, CAST(count(*) AS DOUBLE) AS n, string_agg(source_row, ' ' ORDER BY source_row) AS lines FROM set_aside GROUP BY ALL ORDER BY n DESC, zh",
  );
  const [kept = {}] = await ask(duck, publishCounts(d));
  return {
    published: await count(duck, "published"),
    withdrawn: Number(kept["withdrawn"]),
    merged: { cells: Number(kept["cells"]), rows: Number(kept["rows"]) },
    withheld: Number(kept["withheld"]),
    setAside: reasons.map((r) => ({
      reason: { zh: String(r["zh"]), en: String(r["en"]) },
      rows: Number(r["n"]),
      // As many as a reader would look up; a long list is in prepare.sql.
      lines: String(r["lines"]).split(" ").slice(0, 20).map(Number),
    })),
  };
}

function refuseLost(rows: Entry["rows"], path: string): void {
  const { source, published, merged, withdrawn, withheld, setAside } = rows;
  const aside = setAside.reduce((sum, { rows }) => sum + rows, 0);
  if (source === published - merged.rows + merged.cells + withdrawn + withheld + aside) return;
  const details = { source, published, merged, withdrawn, withheld, aside };
  throw new ProblemError(path, [problem("does not add up", details)]);
}
