import type { Keys } from "#core/check/read-key";
import { type Plan, positionOf, type RowRead } from "#core/check/read-plan";
import { columnsOf, type Dataset } from "#core/dataset";
import type { Column } from "#core/field";
import type { Text } from "#core/language";
import type { Problems } from "#core/problem/list";
import { nearest } from "#core/problem/near";
import { copyOf, excerpt, type Found, problem } from "#core/problem/problem";

/** What a check keeps of a dataset for those that refer to it. */
export type Referred = {
  title: Text;
  key: Text;
  /** The line of a key, or 0. */
  lineOf: (key: string) => number;
  /** Those of the columns that are blank on a line. */
  lacks: (line: number, needs: readonly string[]) => readonly Text[];
  near: (key: string) => readonly string[];
  errors: number;
  /** Whether the file was read to its end. */
  whole: boolean;
};

/** A dataset whose file has no rows that can be read. */
export const unread = ({ title }: Dataset): Referred => ({
  title,
  key: title,
  lineOf: () => 0,
  lacks: () => [],
  near: () => [],
  errors: 1,
  whole: false,
});

/** Every column of a dataset that refers to another one. */
export const referencesOf = (d: Dataset): readonly NonNullable<Column["refers"]>[] =>
  Object.values(columnsOf(d)).flatMap(({ refers }) => refers ?? []);

/** The columns of a dataset that others need filled; undefined where nothing refers to it. */
export function neededOf(id: string, datasets: readonly Dataset[]): readonly string[] | undefined {
  const to = datasets.flatMap(referencesOf).filter((refers) => refers.to === id);
  return to.length === 0 ? undefined : [...new Set(to.flatMap(({ needs = [] }) => needs))];
}

/** Datasets in an order in which each comes after those it depends on, and otherwise as they were. */
export function inOrder<T>(
  all: readonly T[],
  idOf: (one: T) => string,
  dependsOn: (one: T) => readonly string[],
): T[] {
  const done = new Set<T>();
  const visit = (one: T, from: readonly T[]) => {
    if (done.has(one) || from.includes(one)) return;
    const ids = dependsOn(one);
    for (const other of all) if (ids.includes(idOf(other))) visit(other, [...from, one]);
    done.add(one);
  };
  for (const one of all) visit(one, []);
  return [...done];
}

const mostNear = 2000; // keys, past which nobody is told what they may have meant

export type Kept = {
  add: (key: string, row: RowRead) => void;
  end: (errors: number, whole: boolean) => Referred;
};

/** Keeps which lines lack a needed column, and enough keys to say which one was meant. */
export function startKept(
  dataset: Dataset,
  plans: readonly Plan[],
  keys: Keys,
  needed: readonly string[],
): Kept {
  const wanted = needed.map((name) => ({ name, i: positionOf(name, plans) }));
  const columns = columnsOf(dataset);
  const label = (name: string): Text => columns[name]?.label ?? { zh: name, en: name };
  const lacking = new Map<number, readonly string[]>();
  const sample: string[] = [];
  let rows = 0;

  return {
    add(key, { cells, line, refused }) {
      rows += 1;
      if (rows <= mostNear) sample.push(copyOf(key));
      const blank = wanted.filter(({ i }) => i < 0 || (cells[i] === "" && !refused(i)));
      if (blank.length > 0)
        lacking.set(
          line,
          blank.map(({ name }) => name),
        );
    },
    end: (errors, whole) => ({
      title: dataset.title,
      key: label(dataset.key),
      lineOf: keys.lineOf,
      lacks: (line, needs) =>
        (lacking.get(line) ?? []).filter((name) => needs.includes(name)).map(label),
      near: (key) => (rows > mostNear ? [] : nearest(key, sample)),
      errors,
      whole,
    }),
  };
}

const mostAdvised = 100; // unknown keys to which the nearest are looked up

type Lacking = { line: number; count: number; found: Found };

export type References = {
  /** Whether the row refers to rows that are there and complete. */
  add: (row: RowRead) => boolean;
  end: () => void;
};

/** Looks up every reference of a row; one problem for each referred row that lacks something, however many refer to it. */
export function startReferences(
  dataset: Dataset,
  plans: readonly Plan[],
  referred: ReadonlyMap<string, Referred>,
  problems: Problems,
): References {
  const columns = plans.flatMap(({ column, at }, i) => {
    const to = column.refers && referred.get(column.refers.to);
    if (!column.refers || !to || at < 0) return [];
    return [
      { i, column, to, needs: column.refers.needs ?? [], lacking: new Map<number, Lacking>() },
    ];
  });
  let advised = 0;
  for (const { column, to } of columns)
    if (to.errors > 0) {
      const { title, errors, whole } = to;
      problems.add(
        problem("referred file", { to: title, errors, whole }, { column: column.label }),
      );
    }
  const read = columns.filter(({ to }) => to.whole);

  return {
    add({ cells, line }) {
      let sound = true;
      for (const { i, column, to, needs, lacking } of read) {
        const key = cells[i] ?? "";
        if (key === "") continue;
        const row = to.lineOf(key);
        if (row === 0) {
          advised += 1;
          const near = column.personal || advised > mostAdvised ? [] : to.near(key);
          const found = column.personal ? null : excerpt(key);
          const details = { found, to: to.title, key: to.key, near };
          problems.add(problem("no such reference", details, { line, column: column.label }));
          sound = false;
          continue;
        }
        const before = lacking.get(row);
        if (before) before.count += 1;
        else if (to.lacks(row, needs).length === 0) continue;
        else lacking.set(row, { line, count: 1, found: column.personal ? null : excerpt(key) });
        sound = false;
      }
      return sound;
    },
    end() {
      for (const { column, to, needs, lacking } of read)
        for (const [row, { line, count, found }] of lacking) {
          const { articles } = dataset;
          const details = { found, to: to.title, row, lacks: to.lacks(row, needs), articles };
          const place = { line, count, column: column.label };
          problems.add(problem("referred row lacks", details, place));
        }
    },
  };
}
