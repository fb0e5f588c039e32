import type { Dataset } from "#core/dataset";
import type { Lang, Text } from "#core/language";

/** A measured value, money in yuan. A ratio keeps its numerator and denominator, so that it never stands alone. */
export type Measure = { value: number | null; of?: number; per?: number };

/** One mark of a chart: `x` is a code, a year or a name; null where the rows leave it blank. */
export type Point = { x: string | number | null } & Measure;

/** The names of the regions that occur, by code. */
export type RegionNames = Readonly<Record<string, Text>>;

/** What it takes to put a dataset's cells and figures into words. */
export type Subject = { dataset: Dataset; regions: RegionNames };

export type Download = {
  /** File name, unique on the site: fees.zh.csv */
  name: string;
  format: "csv" | "machine-csv" | "json" | "parquet" | "xlsx" | "datapackage";
  /** Headings and categories are in this language; absent where the file holds codes. */
  lang?: Lang;
  bytes: number;
  rows: number;
  sha256: string;
};

/** A choice of a filter and how many rows have it. */
export type Option = { value: string | number | null; rows: number };

/** What compile found and wrote for one dataset; paths are relative to the build folder. */
export type Entry = {
  dataset: Dataset;
  /** First 12 digits of the SHA-256 of the machine CSV: the same rows, the same version. */
  version: string;
  /** source = published + withheld + Σ setAside. */
  rows: {
    source: number;
    published: number;
    withheld: number;
    setAside: readonly { reason: Text; rows: number; lines: readonly number[] }[];
  };
  figures: Readonly<Record<string, Measure>>;
  /** Rows in which a field is not blank. */
  filled: Readonly<Record<string, number>>;
  /** The choices of each filter, most rows first. */
  options: Readonly<Record<string, readonly Option[]>>;
  regions: RegionNames;
  /** First and last ISO date of the field source_date, where there is one. */
  dates: { first: string; last: string } | null;
  downloads: readonly Download[];
  /** Arrow stream for DuckDB in the browser: money in fen, dates and codes as text. */
  query: { name: string; bytes: number; sha256: string };
  /** Markdown, from notes.zh.md and notes.en.md. */
  notes: Text;
};

/** build/catalog.json. Rows are in the JSON download, chart points in build/<id>/points/<chart>.json. */
export type Catalog = {
  /** ISO date the build was asked to take as today. */
  today: string;
  datasets: readonly Entry[];
};

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;
