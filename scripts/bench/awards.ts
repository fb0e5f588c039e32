import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Catalog, Entry } from "#core/catalog";
import { type Dataset, needMetric } from "#core/dataset";
import type { Plain } from "#core/metric";
import { dimension, rowsView } from "#core/query/query";
import { literal, name } from "#core/query/sql";
import { openDuck } from "#scripts/lib/duck";

/** The dataset whose explorer is measured. */
export const measured = "subsidy-awards";

/** The fields by which each subject is filtered. */
export const fields = ["programme", "region", "year", "status"] as const;

/** How many choices, one after another. */
export const changes = 40;

/**
 * Opens the published awards of a build folder as the table `hot`: what the explorer's four charts need and nothing else,
 * the fields above, `paid` in yuan where it counts and `on_time` (1 or 0) where an award was due, by the declared metrics.
 */
export async function openAwards(
  build: string,
): Promise<{ duck: DuckDBConnection; entry: Entry; folder: string }> {
  const folder = join(build, measured);
  const catalog: Catalog = JSON.parse(await readFile(join(build, "catalog.json"), "utf8"));
  const entry = catalog.datasets.find(({ dataset }) => dataset.id === measured);
  const parquet = entry?.downloads.find(({ format }) => format === "parquet");
  if (!entry || !parquet) throw new Error(`${build} has no Parquet of ${measured}`);
  const { dataset: d } = entry;
  const duck = await openDuck("node_modules/.cache/spill");
  const path = literal(join(folder, parquet.name));
  await duck.run(`CREATE VIEW published AS FROM read_parquet(${path})`);
  await duck.run(`CREATE VIEW rows AS ${rowsView(d)}`);
  const dimensions = fields.map((f) => `${dimension(d, f)} AS ${name(f)}`);
  const { of, per } = ratio(d, "on_time");
  const paid = `CASE WHEN ${meets(plain(d, "paid"))} THEN amount / 100.0 END AS paid`;
  const onTime = `CASE WHEN ${meets(per)} THEN CAST(${meets(of)} AS TINYINT) END AS on_time`;
  await duck.run(
    `CREATE TABLE hot AS SELECT ${[...dimensions, paid, onTime].join(", ")} FROM rows`,
  );
  return { duck, entry, folder };
}

function plain(d: Dataset, id: string): Plain {
  const metric = needMetric(d, id);
  if (metric.agg === "ratio") throw new Error(`${d.id}: ${id} is a ratio`);
  return metric;
}

function ratio(d: Dataset, id: string): { of: Plain; per: Plain } {
  const metric = needMetric(d, id);
  if (metric.agg !== "ratio") throw new Error(`${d.id}: ${id} is no ratio`);
  return { of: plain(d, metric.of), per: plain(d, metric.per) };
}

const meets = ({ where = [] }: Plain): string =>
  where.map((w) => `${name(w.field)} IN (${w.is.map(literal).join(", ")})`).join(" AND ") || "true";
