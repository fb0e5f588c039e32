import type { Text } from "#core/language";
import type { Article, Law } from "#core/law";

/**
 * What a column means. The kind decides its check, SQL type, format, axis, filter and dictionary text.
 * - `documents`: document numbers such as 新发改收费〔2011〕3656号, several separated by "; "
 * - `date`: ISO 8601; with `partial` a year or a month is enough (2023, 2023-10)
 * - `money`: yuan with two decimals
 * - `share`: 0 to 1
 */
export type Kind =
  | { kind: "text" | "url" | "uscc" | "region" | "documents" | "year" }
  | { kind: "date"; partial?: true }
  | {
      kind: "category";
      codes: Readonly<Record<string, Text>>;
      spellings?: Readonly<Record<string, string>>;
    }
  | { kind: "count"; min?: number; max?: number }
  | { kind: "money"; unit: "CNY" }
  | { kind: "share" };

export type Field = Kind & {
  label: Text;
  help?: Text;
  optional?: true;
  /** Concerns a person: a privacy rule must name it. */
  personal?: true;
  /** Holds phones or mailboxes of offices, which are meant to be public; the sweep lets these values pass. */
  contact?: true;
};

/** A column of the file as received. */
export type Column = Field & {
  /** Further headers it is known by, besides its name and labels. */
  headers?: readonly string[];
  /** A blank cell repeats the one above (a merged cell) while these columns stay the same. */
  merged?: { within: readonly string[] };
  /** Not in the file: read out of another column. */
  of?: { column: string; part: "documents" | "least amount" | "greatest amount" };
};

type Keys<Fs, K> = { [N in keyof Fs & string]: Fs[N] extends { kind: K } ? N : never }[keyof Fs &
  string];
type NumberKind = "count" | "money" | "share";
type ChoiceKind = "category" | "region" | "text" | "year";

export type Metric<F = string, Num = string, M = string> = { label: Text; help?: Text } & (
  | { agg: "rows" }
  | { agg: "filled" | "distinct"; of: F }
  | { agg: "sum" | "median" | "p90"; of: Num }
  /** A ratio of sums, never a mean of ratios. */
  | { agg: "ratio"; of: M; per: M }
);

export type Privacy<F = string, A = Article> = { because: { article: A } | { law: Law } } & {
  rule: "drop";
  field: F;
};

export type Mark = "bar" | "column";

export type Chart<Dim = string, M = string> = {
  id: string;
  title: Text;
  /** What the picture shows, for who cannot see it. */
  alt: Text;
  mark: Mark;
  x: Dim;
  y: M;
  /** Only the largest n; the rest is named below the picture. */
  top?: number;
};

export type Source = {
  publisher: Text;
  licence: Text;
  /** ISO date on which the file was received. */
  received: string;
};

/** What is published, as plain data: `JSON.parse(JSON.stringify(d))` equals `d`. */
export type Dataset = {
  id: string;
  title: Text;
  summary: Text;
  articles: readonly Article[];
  source: Source;
  file: { missing: readonly string[] };
  /** The file's columns, where prepare.sql makes the fields out of them; otherwise they are the fields. */
  input?: Readonly<Record<string, Column>>;
  fields: Readonly<Record<string, Column>>;
  /** Names a row for good; it is part of the address of the row's page. */
  key: string;
  privacy: readonly Privacy[];
  metrics: Readonly<Record<string, Metric>>;
  filters: readonly string[];
  search: readonly string[];
  charts: readonly Chart[];
  /** The columns of the table on the page; the downloads have all. */
  table: readonly string[];
  /** The page of one row. */
  row: { title: string };
  demonstration: boolean;
};

type Declaration<
  Is extends Readonly<Record<string, Column>>,
  Fs extends Readonly<Record<string, Column>>,
  M extends string,
  As extends readonly Article[],
> = Omit<
  Dataset,
  | "articles"
  | "input"
  | "fields"
  | "key"
  | "privacy"
  | "metrics"
  | "filters"
  | "search"
  | "charts"
  | "table"
  | "row"
> & {
  articles: As;
  input?: Is;
  fields: Fs;
  key: Keys<Fs, "text">;
  privacy: readonly Privacy<NoInfer<keyof Fs & string>, NoInfer<As[number]>>[];
  metrics: Readonly<Record<M, Metric<keyof Fs & string, Keys<Fs, NumberKind>, NoInfer<M>>>>;
  filters: readonly Keys<Fs, ChoiceKind>[];
  search: readonly Keys<Fs, "text" | "documents" | "region">[];
  charts: readonly Chart<Keys<Fs, ChoiceKind>, NoInfer<M>>[];
  table: readonly (keyof Fs & string)[];
  row: { title: Keys<Fs, "text"> };
};

/** Declares a dataset; the compiler refuses what does not hang together. */
export function defineDataset<
  const Is extends Readonly<Record<string, Column>>,
  const Fs extends Readonly<Record<string, Column>>,
  const M extends string,
  const As extends readonly Article[],
>(declaration: Declaration<Is, Fs, M, As>): Dataset {
  return declaration as Dataset; // the same object, its literal types forgotten
}

/** The columns to look for in the file as received. */
export const columnsOf = (d: Dataset): Readonly<Record<string, Column>> => d.input ?? d.fields;

/** The declaration of a field or metric that something else in the declaration names. */
export function needField(d: Dataset, field: string): Column {
  const f = d.fields[field];
  if (!f) throw new Error(`${d.id} declares no field ${field}`);
  return f;
}
export function needMetric(d: Dataset, metric: string): Metric {
  const m = d.metrics[metric];
  if (!m) throw new Error(`${d.id} declares no metric ${metric}`);
  return m;
}
