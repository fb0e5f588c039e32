import { literal, name } from "#core/query/sql";
import { ask } from "#scripts/lib/duck";
import { withDuck } from "./duck.ts";
import type { Job } from "./reader.ts";
import { describe, sweepTable } from "./table.ts";
import { lookAt } from "./value.ts";

/** Searches every table of a DuckDB database. */
export const sweepDatabase = (file: string, job: Job): Promise<void> =>
  withDuck(async (duck) => {
    await duck.run(`ATTACH ${literal(file)} AS file (READ_ONLY)`);
    const tables = await ask(
      duck,
      "SELECT schema_name AS s, table_name AS t FROM duckdb_tables() WHERE database_name = 'file'",
    );
    for (const { s, t } of tables) {
      lookAt(t, 0, String(t), job);
      const from = `file.${name(String(s))}.${name(String(t))}`;
      const columns = (await describe(duck, from)).map((c) => ({
        ...c,
        type: c.type.startsWith("ENUM") ? "VARCHAR" : c.type,
        isCoded: c.type.startsWith("ENUM"),
      }));
      await sweepTable(duck, { from, row: "rowid", columns }, job);
    }
  });
