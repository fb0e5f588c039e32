import type { Scale } from "#core/check/amount";
import type { Header } from "#core/check/header";
import type { Reader } from "#core/check/parse";
import { cellReader, derivedReader } from "#core/check/read-cell";
import { columnsOf, type Dataset } from "#core/dataset";
import type { Column } from "#core/field";

/** How one column of the output is made. */
export type Plan = {
  name: string;
  column: Column;
  /** Position in the file; -1 where the column is not there. */
  at: number;
  read: Reader;
  /** Positions in the output: of the columns within which a merged cell reaches, of the source of a derived one. */
  within: readonly number[] | undefined;
  of: number;
};

/** A row after its cells were read: "" where one is blank or was refused. */
export type RowRead = {
  cells: readonly string[];
  line: number;
  refused: (i: number) => boolean;
};

/** Where a column is in the output; -1 where the file does not have it. */
export const positionOf = (name: string, plans: readonly Plan[]): number =>
  plans.findIndex((plan) => plan.name === name && (plan.at >= 0 || plan.of >= 0));

export function planOf(dataset: Dataset, header: Header): Plan[] {
  const columns = Object.entries(columnsOf(dataset));
  const names = columns.map(([name]) => name);
  return columns.map(([name, column]) => {
    const scale: Scale = header.scale.get(column.of?.column ?? name) ?? 0;
    return {
      name,
      column,
      at: header.at.get(name) ?? -1,
      read: column.of
        ? derivedReader(column.of.part, scale)
        : cellReader(column, scale, name === dataset.key || column.refers !== undefined),
      within: column.merged?.within.map((w) => names.indexOf(w)).filter((i) => i >= 0),
      of: column.of ? names.indexOf(column.of.column) : -1,
    };
  });
}

/** Merged columns, each after those within which it is merged. */
export function mergedInOrder(plans: readonly Plan[]): number[] {
  const order = new Set<number>();
  const visit = (i: number, from: readonly number[]) => {
    const within = plans[i]?.within;
    if (within === undefined || from.includes(i)) return;
    for (const w of within) visit(w, [...from, i]);
    order.add(i);
  };
  plans.forEach((_, i) => {
    visit(i, []);
  });
  return [...order].filter((i) => (plans[i]?.at ?? -1) >= 0);
}
