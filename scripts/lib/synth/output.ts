import { join } from "node:path";
import { fileColumns } from "#core/check/header";
import type { Dataset } from "#core/dataset";
import balances from "../../../data/arrears-balances/dataset.ts";
import cases from "../../../data/arrears-cases/dataset.ts";
import complaints from "../../../data/complaints/dataset.ts";
import awards from "../../../data/subsidy-awards/dataset.ts";
import programmes from "../../../data/subsidy-programmes/dataset.ts";
import { awardRows } from "./award.ts";
import { balanceRows } from "./balance.ts";
import { inventCases } from "./case.ts";
import { complaintRows } from "./complaint.ts";
import { programmeRows } from "./programme.ts";
import type { Row } from "./row.ts";
import { ticketRows } from "./ticket.ts";

/** A file to write: its columns are those the declaration looks for, in their order. */
export type Output = { path: string; columns: readonly string[]; rows: Iterable<Row> };

/** `out`/<dataset>/source.csv for each demonstration dataset; one that has real rows by now is left alone. */
export function outputs(options: { rows: number; seed: number; out: string }): Output[] {
  const { rows, seed, out } = options;
  const arrears = inventCases(seed);
  const made: readonly [Dataset, Iterable<Row>][] = [
    [programmes, programmeRows(seed)],
    [awards, awardRows(seed, rows, arrears.exposed)],
    [cases, arrears.rows],
    [balances, balanceRows(seed)],
    [complaints, complaintRows(seed)],
  ];
  return made
    .filter(([dataset]) => dataset.demonstration)
    .map(([dataset, table]) => ({
      path: join(out, dataset.id, "source.csv"),
      columns: fileColumns(dataset).map(([name]) => name),
      rows: table,
    }));
}

/** Invented tickets, which stay private. */
export const ticketOutput = (path: string, seed: number): Output => ({
  path,
  columns: Object.keys(complaints.tickets ?? {}),
  rows: ticketRows(seed),
});
