import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { columnsOf } from "#core/dataset";
import { countedColumns } from "#core/gate/tickets";
import { literal, name, sqlType } from "#core/query/sql";
import { type Ducks, openDucks } from "./duck.ts";
import type { Found } from "./find.ts";

/** So much text is loaded at a time: one thread of DuckDB reads it, and the check has the other. */
const partLength = 4_000_000;

/**
 * The checked rows of a dataset on their way into a DuckDB of their own, as the table `source`, or `tickets`: source_row,
 * then the columns, typed. A part of them is loaded while the next is checked.
 */
export class Source {
  readonly ducks: Ducks;
  private readonly path: string;
  private readonly table: string;
  /** The columns with their types, as DuckDB writes a struct. */
  private readonly columns: string;
  private waiting = "";
  private loading: Promise<unknown> = Promise.resolve();

  private constructor(
    ducks: Ducks,
    { table, path, columns }: { table: string; path: string; columns: string },
  ) {
    this.ducks = ducks;
    this.table = table;
    this.path = path;
    this.columns = columns;
  }

  static async open({ id, dataset: d, tickets }: Found, folder: string): Promise<Source> {
    const table = tickets === undefined ? "source" : "tickets";
    const all = tickets === undefined ? columnsOf(d) : countedColumns(d);
    const types: (readonly [string, string])[] = Object.entries(all)
      .filter(([c]) => c !== "source_row")
      .map(([c, f]) => [c, sqlType(f)]);
    types.unshift(["source_row", "BIGINT"]);
    const ducks = await openDucks(join(folder, "spill"));
    const declared = types.map(([c, type]) => `${name(c)} ${type}`);
    await ducks[0].run(`CREATE TABLE ${table} (${declared.join(", ")})`);
    const columns = types.map(([c, type]) => `${literal(c)}: ${literal(type)}`).join(", ");
    return new Source(ducks, { table, path: join(folder, `${id}.csv`), columns });
  }

  /** Takes whole lines of RFC 4180 CSV without a heading. */
  async add(csv: string): Promise<void> {
    this.waiting += csv;
    if (this.waiting.length >= partLength) await this.load();
  }

  /** Loads what is left. */
  async end(): Promise<void> {
    await this.load();
    await this.loading;
  }

  close(): void {
    for (const duck of this.ducks) duck.closeSync();
  }

  /** Starts to load what waits, once what came before it is loaded. */
  private async load(): Promise<void> {
    await this.loading;
    if (this.waiting === "") return;
    await writeFile(this.path, this.waiting);
    this.waiting = "";
    this.loading = this.insert();
    this.loading.catch(() => {}); // whoever waits for it next is told
  }

  private async insert(): Promise<void> {
    await this.ducks[0].run(
      `INSERT INTO ${this.table} FROM read_csv(${literal(this.path)}, columns = {${this.columns}}, header = false, delim = ',', quote = '"', escape = '"', auto_detect = false, max_line_size = 16777216)`,
    );
    await rm(this.path);
  }
}
