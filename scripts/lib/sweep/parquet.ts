import { literal } from "#core/query/sql";
import { ask } from "#scripts/lib/duck";
import { withDuck } from "./duck.ts";
import type { Job } from "./reader.ts";
import { describe, sweepTable } from "./table.ts";
import { lookAt } from "./value.ts";

/** Searches a Parquet file column by column; of most, no row leaves DuckDB by itself. */
export const sweepParquet = (file: string, job: Job): Promise<void> =>
  withDuck(async (duck) => {
    const from = `read_parquet(${literal(file)}, file_row_number = true)`;
    const columns = await describe(duck, `read_parquet(${literal(file)})`);
    const encodings = await ask(
      duck,
      `SELECT path_in_schema AS c FROM parquet_metadata(${literal(file)}) GROUP BY c HAVING bool_and(encodings LIKE '%DICTIONARY%')`,
    );
    const coded = new Set(encodings.map(({ c }) => c));
    const metadata = await ask(
      duck,
      `SELECT decode(value) AS v FROM parquet_kv_metadata(${literal(file)})`,
    );
    for (const { v } of metadata) lookAt(v, 0, "metadata", job);
    const known = columns.map((c) => ({ ...c, isCoded: coded.has(c.name) }));
    await sweepTable(duck, { from, row: "file_row_number", columns: known }, job);
  });
