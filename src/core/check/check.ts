import { startAgreements } from "#core/check/agreement";
import type { Header } from "#core/check/header";
import type { Refusal } from "#core/check/parse";
import { startOnce } from "#core/check/read-once";
import { mergedInOrder, type Plan, planOf } from "#core/check/read-plan";
import { isBlank, rowKind } from "#core/check/read-row";
import { isDitto } from "#core/check/read-text";
import { startTotals } from "#core/check/read-total";
import { type Referred, startReferences } from "#core/check/reference";
import type { Dataset } from "#core/dataset";
import type { Column } from "#core/field";
import { startProblems } from "#core/problem/list";
import { excerpt, type Problem, problem } from "#core/problem/problem";

// What became of a cell, besides its value.
const read = 0;
const refused = 1;
const none = 2; // written as a sign for “none”, so not a merged cell
const ditto = 3;

export type Beside = {
  /** The datasets this one refers to, by id; where one is not given, references to it are not looked up. */
  referred?: ReadonlyMap<string, Referred>;
  /** Keeps the keys, and which rows lack these columns, for datasets that refer to this one. */
  needed?: readonly string[];
};

export type Check = {
  /**
   * Checks a record and returns the normalised cells, one for each of `columnsOf(dataset)`; undefined where it
   * is no row of data or has an error. The array is only good until the next call.
   */
  record: (cells: readonly string[], line: number, lines?: number) => readonly string[] | undefined;
  /** Adds a problem found outside the cells. */
  add: (p: Problem) => void;
  end: () => Problem[];
  /** What was kept for other datasets; call it after `end`. */
  kept: (whole: boolean) => Referred | undefined;
  /** Rows of data so far. */
  rows: () => number;
};

/** Starts a check of the records below a header. */
export function startCheck(dataset: Dataset, header: Header, beside: Beside = {}): Check {
  const plans = planOf(dataset, header);
  const merged = mergedInOrder(plans);
  const derived = plans.flatMap(({ of }, i) => (of >= 0 ? [i] : []));
  const present = plans.flatMap(({ at }, i) => (at >= 0 ? [i] : []));
  const required = plans.flatMap(({ column, at, of }, i) =>
    !column.optional && (at >= 0 || of >= 0) ? [i] : [],
  );
  const lineAt = dataset.input ? -1 : plans.findIndex(({ name }) => name === "source_row");
  const missing = new Set(dataset.file.missing);
  const longestMissing = Math.max(0, ...dataset.file.missing.map((token) => token.length));
  const width = header.cells.length;
  const unnamed = header.cells.flatMap((cell, i) => (cell === "" ? [i] : []));
  const named = new Set<number>();
  const problems = startProblems();
  for (const p of header.problems) problems.add(p);
  const totals = startTotals(plans, problems);
  const agreements = startAgreements(dataset.agreements ?? [], plans, problems);
  const once = startOnce(dataset, plans, problems, beside.needed);
  const references = startReferences(dataset, plans, beside.referred ?? new Map(), problems);

  const start = plans.map(({ name }) => header.titled.get(name) ?? "");
  let out = [...start];
  let above = [...start];
  const state = new Uint8Array(plans.length);
  let rows = 0;
  let blanks = 0;
  let firstBlank = 0;
  let sound = true;

  const isRefused = (i: number) => state[i] === refused;
  const found = (column: Column, text: string) => (column.personal ? null : excerpt(text));

  function refuse(column: Column, line: number, text: string, refusal: Refusal): void {
    const { code, ...details } = refusal;
    const all = { ...details, found: found(column, text) } as Parameters<typeof problem>[1];
    problems.add(problem(code, all as never, { line, column: column.label })); // details belong to code
    if (code !== "check digit") sound = false;
  }

  /** The value of a cell, or "" with what became of it in `state`. */
  function take(i: number, { column, read: reader }: Plan, text: string, line: number): string {
    const reading = reader(text);
    if (typeof reading === "string") return reading;
    for (const note of reading.notes) problems.note(note as "spaces", column.label, line); // all plain
    if (reading.refusal) refuse(column, line, text, reading.refusal);
    if (reading.value === undefined) state[i] = refused;
    return reading.value ?? "";
  }

  function readCell(i: number, plan: Plan, text: string, line: number): string {
    state[i] = read;
    if (text === "") return "";
    if (text.length <= longestMissing && missing.has(text)) {
      problems.note("missing token", plan.column.label, line);
      state[i] = none;
      return "";
    }
    if (plan.within && isDitto(text)) {
      state[i] = ditto;
      return "";
    }
    const value = take(i, plan, text, line);
    if (value !== text && missing.has(value)) {
      problems.note("missing token", plan.column.label, line);
      state[i] = none;
      return "";
    }
    return value;
  }

  function fill(i: number, { column, within = [] }: Plan, line: number): void {
    if (out[i] !== "" || state[i] === refused || state[i] === none) return;
    if (within.every((w) => out[w] === above[w]) && above[i] !== "") {
      out[i] = above[i] ?? "";
      problems.note("merged", column.label, line);
    } else if (state[i] === ditto) refuse(column, line, "同上", { code: "ditto" });
  }

  /** Whether the record is a row of data; if not, says what it was. */
  function isData(cells: readonly string[], line: number, lines: number): boolean {
    const kind = rowKind(cells, header.cells);
    if (kind === "blank") {
      if (blanks === 0) firstBlank = line;
      blanks += 1;
      return false;
    }
    if (blanks > 0) problems.note("blank rows", undefined, firstBlank, blanks);
    blanks = 0;
    if (kind === "total rows") totals.compare(cells, line);
    if (kind !== "data") {
      problems.note(kind, undefined, line);
      return false;
    }
    if (cells.length === width) return true;
    if (cells.length > width && cells.slice(width).every(isBlank)) {
      problems.note("extra blank cells", undefined, line);
      return true;
    }
    const counts = { expected: width, found: cells.length, lines };
    problems.add(problem("cell count", counts, { line }));
    agreements.lost();
    rows += 1;
    return false;
  }

  return {
    record(cells, line, lines = 1) {
      if (!isData(cells, line, lines)) return undefined;
      rows += 1;
      sound = true;
      [out, above] = [above, out];
      for (const i of present) {
        const plan = plans[i] as Plan; // i is one of its positions
        out[i] = readCell(i, plan, cells[plan.at] ?? "", line);
      }
      for (const i of merged) fill(i, plans[i] as Plan, line);
      for (const i of derived) {
        const plan = plans[i] as Plan;
        const text = out[plan.of] ?? "";
        state[i] = read;
        out[i] = text === "" ? "" : take(i, plan, text, line);
      }
      if (lineAt >= 0) out[lineAt] = String(line);
      for (const i of required) {
        if (out[i] !== "" || state[i] === refused) continue;
        problems.add(problem("blank", {}, { line, column: (plans[i] as Plan).column.label }));
        sound = false;
      }
      for (const i of unnamed) {
        if (named.has(i) || isBlank(cells[i] ?? "")) continue;
        named.add(i);
        problems.add(problem("unnamed column", { position: i + 1 }, { line }));
      }
      totals.add(out, isRefused);
      const row = { cells: out, line, refused: isRefused };
      if (!once.add(row, sound)) sound = false;
      if (!agreements.add(row)) sound = false;
      if (!references.add(row)) sound = false;
      return sound ? out : undefined;
    },
    add(p) {
      agreements.lost();
      problems.add(p);
    },
    end() {
      agreements.end();
      references.end();
      if (rows === 0 && problems.errors() === 0)
        problems.add(problem("only a header", {}, { line: header.line }));
      return problems.all();
    },
    kept: (whole) => once.kept?.end(problems.errors(), whole),
    rows: () => rows,
  };
}
