import * as duckdb from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import * as vg from "@uwdata/vgplot";

/**
 * The explorer's four charts as a Mosaic dashboard, linked by a crossfilter: the engine starts while the rows arrive, and
 * the rows hold what the charts need and nothing else. scripts/bench/mosaic.ts writes them.
 */
const table = "awards";

async function load(): Promise<void> {
  const worker = new Worker(workerUrl);
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const [rows] = await Promise.all([
    fetch("/awards.arrow").then((response) => response.arrayBuffer()),
    db.instantiate(wasmUrl),
  ]);
  const connection = await db.connect();
  await connection.insertArrowFromIPCStream(new Uint8Array(rows), { name: table, create: true });
  vg.coordinator().logger(null);
  vg.coordinator().databaseConnector(vg.wasmConnector({ duckdb: db, connection }));
}

await load();

const chosen = vg.Selection.crossfilter();
const rows = vg.from(table, { filterBy: chosen });
const fill = "steelblue";
const bars = (y: string, x: unknown, limit?: number) => [
  vg.barX(rows, { x, y, fill, sort: { y: "-x", limit } }),
  vg.toggleY({ as: chosen }),
  vg.yLabel(null),
  vg.width(560),
];

document
  .querySelector("#filters")
  ?.append(
    ...["programme", "region", "year", "status"].map((column) =>
      vg.menu({ as: chosen, from: table, column, label: column }),
    ),
  );

document
  .querySelector("#charts")
  ?.append(
    vg.plot(
      ...bars("programme", vg.sum("paid"), 10),
      vg.xTickFormat("~s"),
      vg.xLabel("Paid, by programme"),
      vg.marginLeft(230),
      vg.height(300),
    ),
    vg.plot(
      ...bars("region", vg.sum("paid")),
      vg.xTickFormat("~s"),
      vg.xLabel("Paid, by region"),
      vg.marginLeft(170),
      vg.height(500),
    ),
    vg.plot(
      vg.barY(rows, { x: "year", y: vg.sum("paid"), fill }),
      vg.toggleX({ as: chosen }),
      vg.xTickFormat("d"),
      vg.yTickFormat("~s"),
      vg.yLabel("Paid, by year"),
      vg.marginLeft(70),
      vg.width(560),
      vg.height(300),
    ),
    vg.plot(
      ...bars("region", vg.avg("on_time")),
      vg.xLabel("Share paid on time, by region"),
      vg.marginLeft(170),
      vg.height(500),
    ),
  );
