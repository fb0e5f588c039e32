import { startKeys } from "#core/check/read-key";
import type { Plan, RowRead } from "#core/check/read-plan";
import { type Kept, startKept } from "#core/check/reference";
import type { Dataset } from "#core/dataset";
import type { Problems } from "#core/problem/list";
import { excerpt, problem } from "#core/problem/problem";

/** Whole rows among which the same one is looked for; past them nothing is said, so that memory stays bounded. */
const mostWatched = 2_000_000;

export type Once = {
  /** Whether the row's key is not there before. A file without keys has its sound rows compared as a whole. */
  add: (row: RowRead, sound: boolean) => boolean;
  kept: Kept | undefined;
};

/** Finds rows that are there twice, and keeps the keys if other datasets ask for them. */
export function startOnce(
  dataset: Dataset,
  plans: readonly Plan[],
  problems: Problems,
  needed: readonly string[] | undefined,
): Once {
  const keyAt = plans.findIndex(({ name, at }) => name === dataset.key && at >= 0);
  const lineAt = dataset.input ? -1 : plans.findIndex(({ name }) => name === "source_row");
  const column = plans[keyAt]?.column;
  const keys = startKeys();
  const kept = column && needed && startKept(dataset, plans, keys, needed);
  let watched = 0;

  function addKey(row: RowRead): boolean {
    const { cells, line } = row;
    const key = cells[keyAt] ?? "";
    if (key === "") return true;
    const first = keys.firstLine(key, line);
    if (first === 0) {
      kept?.add(key, row);
      return true;
    }
    const found = column?.personal ? null : excerpt(key);
    const place = { line, ...(column && { column: column.label }) };
    problems.add(problem("duplicate key", { found, first }, place));
    return false;
  }

  function addWhole({ cells, line }: RowRead): void {
    watched += 1;
    if (watched > mostWatched) return;
    const first = keys.firstLineOfRow(cells, lineAt, line);
    if (first !== 0) problems.add(problem("same row twice", { first }, { line }));
  }

  return {
    add(row, sound) {
      if (column) return addKey(row);
      if (sound) addWhole(row);
      return true;
    },
    kept,
  };
}
