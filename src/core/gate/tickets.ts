import { columnsOf, type Dataset } from "#core/dataset";
import type { Column } from "#core/field";
import { name, sqlType } from "#core/query/sql";

/** Tickets in the place of the file: checked, counted, and never published. */
type Columns = Readonly<Record<string, Column>>;

/** The tickets as a dataset of its own, so that they are checked like any file; of no cell is repeated what it holds. */
export function ticketsOf(d: Dataset): Dataset {
  const columns = Object.entries(d.tickets ?? {});
  const input = Object.fromEntries(
    columns.map(([c, column]): [string, Column] => [c, { ...column, personal: true }]),
  );
  const { agreements: _, tickets: __, ...rest } = d;
  return { ...rest, input, key: columns[0]?.[0] ?? d.key };
}

/** The columns that are counted: a personal one is checked and goes no further. */
export const countedColumns = (d: Dataset): Columns =>
  Object.fromEntries(Object.entries(d.tickets ?? {}).filter(([, { personal }]) => !personal));

/** `counted` as `source`: the columns of the file in its types, in an order of their own. */
export function countedSource(d: Dataset): string {
  const columns = Object.entries(columnsOf(d)).filter(([c]) => c !== "source_row");
  const cast = columns.map(([c, f]) => `CAST(${name(c)} AS ${sqlType(f)}) AS ${name(c)}`);
  return `SELECT row_number() OVER () AS source_row, * FROM (SELECT ${cast.join(", ")} FROM counted ORDER BY ALL)`;
}
