import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "#core/query/sql";
import { openDuck } from "#scripts/lib/duck";

// The second baseline: DuckDB alone writes published rows in every form they are published in, and does nothing else.
const [from = "", to = ""] = process.argv.slice(2);
const path = (file: string) => literal(join(to, file));
await mkdir(to);
const duck = await openDuck("node_modules/.cache/spill");
await duck.run(`CREATE VIEW published AS FROM read_parquet(${literal(from)})`);
for (const file of ["machine.csv", "zh.csv", "en.csv"])
  await duck.run(`COPY (FROM published) TO ${path(file)} (FORMAT csv, HEADER)`);
await duck.run(`COPY (FROM published) TO ${path("rows.json")} (FORMAT json, ARRAY true)`);
await duck.run(
  `COPY (FROM published) TO ${path("rows.parquet")} (FORMAT parquet, COMPRESSION zstd)`,
);
await duck.run(`ATTACH ${path("rows.duckdb")} AS file`);
await duck.run("CREATE TABLE file.rows AS FROM published");
await duck.run("DETACH file");
duck.closeSync();
await rm(to, { recursive: true });
