import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { columnsOf } from "#core/dataset";
import { countedColumns } from "#core/gate/tickets";
import { literal, sqlType } from "#core/query/sql";
import { type Ducks, openDucks } from "./duck.ts";
import type { Found } from "./find.ts";

/** So much text is written at a time. */
const partLength = 1_000_000;

/**
 * The checked rows of a dataset on their way into a DuckDB of their own, as the table `source`, or `tickets`: source_row,
 * then the columns, typed. They wait in a file and are loaded at once: in parts DuckDB would copy each row a second time.
 */
export class Source {
  readonly ducks: Ducks;
  private readonly table: string;
  private readonly path: string;
  /** The columns with their types, as DuckDB writes a struct. */
  private readonly columns: string;
  private readonly file: FileHandle;
  private waiting = "";
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    ducks: Ducks,
    to: { table: string; path: string; columns: string; file: FileHandle },
  ) {
    this.ducks = ducks;
    this.table = to.table;
    this.path = to.path;
    this.columns = to.columns;
    this.file = to.file;
  }

  static async open({ id, dataset: d, tickets }: Found, folder: string): Promise<Source> {
    const table = tickets === undefined ? "source" : "tickets";
    const all = tickets === undefined ? columnsOf(d) : countedColumns(d);
    const types: (readonly [string, string])[] = Object.entries(all)
      .filter(([c]) => c !== "source_row")
      .map(([c, f]) => [c, sqlType(f)]);
    types.unshift(["source_row", "BIGINT"]);
    const columns = types.map(([c, type]) => `${literal(c)}: ${literal(type)}`).join(", ");
    const path = join(folder, `${id}.csv`);
    const ducks = await openDucks(join(folder, "spill"));
    return new Source(ducks, { table, path, columns, file: await open(path, "w") });
  }

  /** Takes whole lines of RFC 4180 CSV without a heading. */
  async add(csv: string): Promise<void> {
    this.waiting += csv;
    if (this.waiting.length >= partLength) await this.write();
  }

  /** Loads them. */
  async end(): Promise<void> {
    await this.write();
    await this.writing;
    await this.file.close();
    await this.ducks[0].run(
      `CREATE TABLE ${this.table} AS FROM read_csv(${literal(this.path)}, columns = {${this.columns}}, header = false, delim = ',', quote = '"', escape = '"', auto_detect = false, max_line_size = 16777216)`,
    );
    await rm(this.path);
  }

  close(): void {
    for (const duck of this.ducks) duck.closeSync();
  }

  /** Starts to write what waits, once what came before it is written. */
  private async write(): Promise<void> {
    await this.writing;
    this.writing = this.file.appendFile(this.waiting);
    this.writing.catch(() => {}); // whoever waits for it next is told
    this.waiting = "";
  }
}
