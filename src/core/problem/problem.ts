import type { Fault } from "#core/declaration/shape";
import type { Text } from "#core/language";
import type { PersonalKind } from "#core/sweep/personal";

export type Severity = "error" | "warning" | "notice";

/** What stood in the file; null where it concerns a person and is never repeated. */
export type Found = string | null;
type None = Readonly<Record<never, never>>;
type Value = { found: Found };
/** What should agree and how far apart it is, as it would stand in the file. */
type Disagreement = { agreement: Text; left: Found; right: Found; difference: Found };

/** Files that are not CSV, recognised by their first bytes. */
export type Format = "xlsx" | "zip" | "xls" | "pdf" | "gzip" | "parquet" | "binary";

/** Where in a file that has no lines something stands. */
export type Spot =
  | { in: "line" | "name" }
  | { in: "byte"; offset: number }
  | { in: "row"; row: number }
  | { in: "cell"; sheet: string; cell: string };

/** Every kind of problem and what its sentence needs to know. */
export type Details = {
  // What was asked for
  "bad option": Value & { usage: string };
  "no file given": { usage: string };
  "no such folder": None;
  "no datasets": None;
  "no dataset chosen": { known: readonly string[] };
  "no such dataset": Value & { known: readonly string[] };
  "no declaration": None;
  "bad declaration": { reason: string };
  "bad assessment": { reason: string };
  "bad target": Value & { share: boolean };
  "wrong id": Value & { expected: string };
  // A declaration; `at` is where in it, as in charts[2].y
  "wrong shape": Fault;
  "unknown name": {
    at: string;
    of: "field" | "column" | "metric" | "code";
    found: string;
    known: readonly string[];
  };
  "wrong kind": { at: string; name: string; expected: readonly string[]; found: string };
  "wrong metric": { at: string; metric: string; agg: string };
  "unseen metric": { at: string };
  "not apart": { at: string; field: string };
  "apart joined": { at: string; field: string; of: string; per: string };
  "chart twice": { at: string; id: string };
  "unknown dataset": { at: string; found: string; known: readonly string[] };
  "dataset circle": { by: string; ids: readonly string[] };
  "key not in file": { at: string; to: string; key: string };
  "no lead file": { lead: string };
  "no such file": None;
  "not a file": None;
  "cannot be read": { reason: string };
  // The file as a whole
  "empty file": None;
  "only a header": None;
  "not text": { format: Format };
  "damaged text": { encoding: string; offset: number | undefined };
  "long record": { limit: number };
  "open quote": None;
  "bad quote": None;
  "no header": { expected: readonly Text[]; found: readonly string[] | null };
  "missing column": { accepted: readonly string[]; found: readonly string[] };
  "unknown unit": Value;
  "column twice": { first: string; second: string };
  "cell count": { expected: number; found: number; lines: number };
  "total differs": { sum: Found; found: Found };
  "duplicate key": Value & { first: number };
  "no such reference": Value & { to: Text; key: Text; near: readonly string[] };
  "referred row lacks": Value & {
    to: Text;
    row: number;
    lacks: readonly Text[];
    articles: readonly number[];
  };
  "referred file": { to: Text; errors: number; whole: boolean };
  "sum differs": Disagreement & { terms: Found; tolerance: string };
  "not at most": Omit<Disagreement, "difference"> & { most: Text; difference?: Found };
  "does not carry": Disagreement & {
    group: readonly Found[];
    from: string;
    to: string;
    first: number;
    tolerance: string;
  };
  "period missing": {
    agreement: Text;
    group: readonly Found[];
    missing: string;
    periods: number;
  };
  "same row twice": { first: number };
  "encoding doubtful": { encoding: string; rare: number; of: number };
  "more of these": { more: number };
  // One cell
  blank: None;
  "not an amount": Value;
  "more than fen": Value;
  "too large": Value;
  "not a date": Value;
  "not a full date": Value;
  "no such day": Value;
  "not a month": Value;
  "not a count": Value;
  "out of range": Value & { min: number; max: number | undefined };
  "not a share": Value;
  "not a year": Value;
  "not a url": Value;
  "wrong length": Value;
  "wrong alphabet": Value;
  "check digit": Value;
  "not a region": Value;
  "not a category": Value & { codes: readonly string[] };
  "formula error": Value;
  ditto: Value;
  "damaged character": Value;
  // What prepare.sql made
  "not a build folder": None;
  "prepare failed": { reason: string };
  "prepare lacks": { fields: readonly string[] };
  "prepare loses rows": { source: number; prepared: number; aside: number };
  "prepared blank": { rows: number; first: number };
  "prepared twice": Value & { rows: number; first: number };
  "prepared value": Value & { rows: number; first: number };
  "prepared code": Value & { rows: number; first: number };
  // What a lead found
  "lead shape": { expected: readonly string[]; found: readonly string[] };
  "lead key": Value & { rows: number };
  // What would be published
  "personal data": { kind: PersonalKind; excerpt: string; spot: Spot };
  "personal field": None;
  "personal copy": { input: Text; rows: number; first: number };
  "cannot be swept": { reason: string };
  "rule without field": { rule: string; field: string };
  "rule twice": { rule: string };
  "rule field kind": { rule: string; expected: string; found: string };
  "rule field twice": { rule: string };
  "rule field dropped": { rule: string };
  "rule without code": { rule: string; missing: string };
  "singles out": None;
  "merged in source": { rows: number; first: number };
  "withdrawn blank": { rows: number };
  "does not add up": {
    source: number;
    published: number;
    merged: { cells: number; rows: number };
    withdrawn: number;
    withheld: number;
    aside: number;
  };
  // What is taken down
  "no withdraw rule": None;
  "not a key": Value;
  "no dataset to withdraw from": { known: readonly string[] };
  "no case": None;
  "no such case": Value;
  "no such reason": Value & { codes: readonly string[] };
  // What is counted from tickets
  "counted lacks": { fields: readonly string[] };
  // What was made alike, counted
  encoding: { encoding: string };
  delimiter: { delimiter: string };
  "title rows": None;
  "from title": { found: string };
  "undeclared column": { found: string };
  "unnamed column": { position: number };
  "blank rows": None;
  "total rows": None;
  "note rows": None;
  "header again": None;
  "extra blank cells": None;
  spaces: None;
  invisible: None;
  "full width": None;
  thousands: None;
  "yuan sign": None;
  "times 10000": None;
  "times 100000000": None;
  "date rewritten": None;
  "zero decimals": None;
  percent: None;
  spelling: None;
  "code letters": None;
  "region name": None;
  merged: None;
  "missing token": None;
  brackets: None;
  "not carried": None;
};
export type Code = keyof Details;

const warnings = [
  "check digit",
  "referred file",
  "same row twice",
  "encoding doubtful",
] as const satisfies readonly Code[];

export const notes = [
  "encoding",
  "delimiter",
  "title rows",
  "from title",
  "undeclared column",
  "unnamed column",
  "blank rows",
  "total rows",
  "note rows",
  "header again",
  "extra blank cells",
  "spaces",
  "invisible",
  "full width",
  "thousands",
  "yuan sign",
  "times 10000",
  "times 100000000",
  "date rewritten",
  "zero decimals",
  "percent",
  "spelling",
  "code letters",
  "region name",
  "merged",
  "missing token",
  "brackets",
  "not carried",
] as const satisfies readonly Code[];
/** A change that leaves no doubt: made, counted and told. */
export type Note = (typeof notes)[number];

const severities: ReadonlyMap<Code, Severity> = new Map<Code, Severity>([
  ...warnings.map((code) => [code, "warning"] as const),
  ...notes.map((code) => [code, "notice"] as const),
]);

export type Place = {
  line?: number;
  column?: Text;
  count?: number;
  /** The file it is in, where that is not the one being checked. */
  file?: string;
};
export type Problem = {
  [C in Code]: { severity: Severity; code: C } & Place & Details[C];
}[Code];

/** One sentence for each kind of problem: a missing one does not compile. */
export type Sentences = { readonly [C in Code]: (details: Details[C]) => string };

export function problem<C extends Code>(code: C, details: Details[C], place: Place = {}): Problem {
  const severity = severities.get(code) ?? "error";
  return { severity, code, ...place, ...details } as Problem; // the union is distributed over C
}

const longest = 40;

/** A copy that does not keep the megabyte of text alive which it was cut from. */
export const copyOf = (text: string): string => ` ${text}`.slice(1);

/** What a problem keeps of a cell: enough to show, and no more. */
export const excerpt = (text: string): string => copyOf(text.slice(0, longest + 1));

/** The found text on one line, shortened, with what cannot be seen written out. */
export function visible(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\ufffd]/gu, (c) => {
    if (c === "\n") return "⏎";
    if (c === "\t") return "⇥";
    return `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}
