import type { Column } from "#core/field";
import type { Text } from "#core/language";
import type { Article } from "#core/law";
import type { Metric, Where } from "#core/metric";
import type { Agreement, Privacy } from "#core/rule";

type Keys<Fs, K> = { [N in keyof Fs & string]: Fs[N] extends { kind: K } ? N : never }[keyof Fs &
  string];
type NumberKind = "count" | "money" | "share";
type RangeKind = "count" | "money";
type ChoiceKind = "category" | "region" | "text" | "year" | "month";

/**
 * - `bar`: a bar for each x, the largest first; `column`: over the years; `line`: over the months.
 * - `histogram`: how the rows spread over the classes 1, 2, 5, 10, 20, 50 … of an amount or a count.
 * - `tiles`: a square for each prefecture-level region, roughly where it lies.
 * - `steps`: one bar a metric, in the order given: what became of what came in.
 * A region is always rolled up to the prefecture level.
 */
export type Chart<Dim = string, Region = string, Month = string, M = string, Num = string> = {
  id: string;
  title: Text;
  /** What the picture shows, for who cannot see it. */
  alt: Text;
} & (
  | {
      mark: "bar" | "column";
      x: Dim;
      y: M;
      /** Only the largest n; the rest is named below the picture. */
      top?: number;
    }
  | { mark: "line"; x: Month; y: M }
  | { mark: "histogram"; x: Num; y: M }
  | { mark: "tiles"; x: Region; y: M }
  | { mark: "steps"; of: readonly M[] }
);

export type Source = {
  publisher: Text;
  licence: Text;
  /** ISO date on which the file was received. */
  received: string;
};

/** A table of the metrics for each value of a field, with its `top` rows by `order`: what its page shows. */
export type Group<F = string, Num = string, M = string> = {
  by: F;
  of: readonly M[];
  order: Num;
  top: number;
};

/** Organisations that get a page with all their rows, by USCC; past `pages` of them one page looks them up. */
export type Organisations<
  U = string,
  F = string,
  Cat = string,
  M = string,
  Date = string,
  Any = string,
> = {
  uscc: U;
  /** The name on the page is that of the latest row by `on`. */
  name: F;
  on: Date;
  where: Where<Cat>;
  of: readonly M[];
  /** The columns of its rows. */
  table: readonly Any[];
  pages: number;
};

/** A question worth asking, never an accusation: leads/<id>.sql finds its rows. */
export type Lead = { title: Text; rule: Text };

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
  /**
   * Columns of tickets, one a row, the first of which names it, which may come instead of the file, from a private
   * folder; tickets.sql counts them, and reads no personal column.
   */
  tickets?: Readonly<Record<string, Column>>;
  agreements?: readonly Agreement[];
  /** Datasets whose published rows prepare.sql and the leads may read, as tables of that name with _ for -. */
  uses?: readonly string[];
  fields: Readonly<Record<string, Column>>;
  /** Names a row for good; it is part of the address of the row's page. */
  key: string;
  privacy: readonly Privacy[];
  metrics: Readonly<Record<string, Metric>>;
  /** The figures that stand for the dataset on other pages; the first four where it names none. */
  headlines?: readonly string[];
  /** Populations that are never added up: every metric is `where` this category is one code, or a ratio of such. */
  apart?: string;
  filters: readonly string[];
  /** Amounts and counts of which a reader may set the least and the most; months and years among the filters can be too. */
  ranges?: readonly string[];
  search: readonly string[];
  charts: readonly Chart[];
  groups?: readonly Group[];
  organisations?: Organisations;
  leads?: Readonly<Record<string, Lead>>;
  /** The columns of the table on the page; the downloads have all. */
  table: readonly string[];
  /** The page of one row; past `pages` rows there is none, so that the site does not grow with the rows. */
  row: { title: string; pages: number };
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
  | "agreements"
  | "fields"
  | "key"
  | "privacy"
  | "metrics"
  | "headlines"
  | "apart"
  | "filters"
  | "ranges"
  | "search"
  | "charts"
  | "groups"
  | "organisations"
  | "table"
  | "row"
> & {
  articles: As;
  input?: Is;
  agreements?: readonly Agreement<
    NoInfer<(string extends keyof Is ? keyof Fs : keyof Is) & string>
  >[];
  fields: Fs;
  key: Keys<Fs, "text">;
  privacy: readonly Privacy<
    NoInfer<keyof Fs & string>,
    NoInfer<As[number]>,
    Keys<Fs, "date">,
    Keys<Fs, "category">,
    Keys<Fs, "count">,
    Keys<Fs, "text">
  >[];
  metrics: Readonly<
    Record<M, Metric<keyof Fs & string, Keys<Fs, NumberKind>, NoInfer<M>, Keys<Fs, "category">>>
  >;
  headlines?: readonly NoInfer<M>[];
  apart?: Keys<Fs, "category">;
  filters: readonly Keys<Fs, ChoiceKind>[];
  ranges?: readonly Keys<Fs, RangeKind>[];
  search: readonly Keys<Fs, "text" | "documents" | "region" | "uscc">[];
  charts: readonly Chart<
    Keys<Fs, Exclude<ChoiceKind, "month">>,
    Keys<Fs, "region">,
    Keys<Fs, "month">,
    NoInfer<M>,
    Keys<Fs, RangeKind>
  >[];
  groups?: readonly Group<Keys<Fs, ChoiceKind>, Keys<Fs, NumberKind>, NoInfer<M>>[];
  organisations?: Organisations<
    Keys<Fs, "uscc">,
    Keys<Fs, "text">,
    Keys<Fs, "category">,
    NoInfer<M>,
    Keys<Fs, "date">,
    keyof Fs & string
  >;
  table: readonly (keyof Fs & string)[];
  row: { title: Keys<Fs, "text" | "month">; pages: number };
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
