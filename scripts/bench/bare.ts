import { openDuck } from "#scripts/lib/duck";

// The baseline: DuckDB alone reads a CSV and writes a Parquet file.
const [from, to] = process.argv.slice(2);
const duck = await openDuck("node_modules/.cache/spill");
await duck.run(`COPY (FROM read_csv('${from}')) TO '${to}' (FORMAT parquet, COMPRESSION zstd)`);
duck.closeSync();
