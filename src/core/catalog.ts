import type { Dataset } from "#core/dataset";
import type { Lang, Text } from "#core/language";

/** A measured value, money in yuan. A ratio keeps its numerator and denominator, so that it never stands alone. */
export type Measure = { value: number | null; of?: number; per?: number };

/** One mark of a chart: `x` is a code, a year or a name; null where the rows leave it blank. */
export type Point = { x: string | number | null } & Measure;

/** The names of the regions that occur and of those they count towards, by code. */
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

/**
 * Some fields of the published rows, in their order, for DuckDB in the browser: a database with one table `rows`, in which a
 * text that repeats is an ENUM and money whole fen; or an Arrow stream of texts. src/core/query/stored.ts reads them.
 */
export type QueryFile = {
  /** Has the first digits of its hash, so that it can be kept for ever. */
  name: string;
  format: "duckdb" | "arrow";
  bytes: number;
  sha256: string;
  fields: readonly string[];
};

/** A choice of a filter and how many rows have it. */
export type Option = { value: string | number | null; rows: number };

/** A row that was taken down: its key, the month in which it left, and the kind of reason; never a name. */
export type Tombstone = { key: string; month: string; reason: string };

/**
 * build/<id>/groups/<field>.json: for each value of the field its figures, and its first rows by the order declared. A
 * region is its prefecture; rows in which the field is blank belong to no value.
 */
export type Groups = Readonly<
  Record<string, { figures: Readonly<Record<string, Measure>>; rows: readonly Row[] }>
>;

/** build/<id>/organisations/<shard>.json, by USCC: the first 500 published rows of each organisation, as in the
 * JSON download but with the fields of `organisationFields` alone. */
export type OrganisationShard = Readonly<
  Record<string, { name: string; figures: Readonly<Record<string, Measure>>; rows: readonly Row[] }>
>;

/** The codes of the organisations of each folded name, in build/<id>/organisations/names/<shard>.json. */
export type NameShard = Readonly<Record<string, readonly string[]>>;

/**
 * build/<id>/leads/<lead>.json holds the first `leadRows` of these: what was found, the published row as in the JSON
 * download (null where it is about many rows at once), and a text that rows belonging together share.
 */
export type LeadRow = { about: string | null; because: Text; row: Row | null };

/** What compile found and wrote for one dataset; paths are relative to the build folder. */
export type Entry = {
  dataset: Dataset;
  /** First 12 digits of the SHA-256 of the machine CSV: the same rows, the same version. */
  version: string;
  /** source = published − merged.rows + merged.cells + withdrawn + withheld + Σ setAside. */
  rows: {
    source: number;
    published: number;
    /** Taken down or past their time: as many as there are tombstones, less those of rows no longer in the source. */
    withdrawn: number;
    /** Cells too small to publish alone, and the rows they became. */
    merged: { cells: number; rows: number };
    /** Not published in any form. */
    withheld: number;
    setAside: readonly { reason: Text; rows: number; lines: readonly number[] }[];
  };
  figures: Readonly<Record<string, Measure>>;
  /** Rows in which a field is not blank. */
  filled: Readonly<Record<string, number>>;
  /** The choices of each filter, as src/core/query/query.ts orders them. */
  options: Readonly<Record<string, readonly Option[]>>;
  regions: RegionNames;
  /** First and last ISO date of the field source_date, where there is one. */
  dates: { first: string; last: string } | null;
  downloads: readonly Download[];
  /** What answers the first filters, as `CubeFile` of src/core/query/cube.ts; its name changes with what is in it. */
  cube: { name: string; bytes: number; sha256: string };
  /** What DuckDB in the browser reads: first what figures, charts and filters ask for. */
  query: {
    files: readonly QueryFile[];
    /** ISO date of the first day on which a name in it may no longer be shown; null where there is none. */
    validUntil: string | null;
  };
  /** What is left of rows taken down, by key. */
  tombstones: readonly Tombstone[];
  /** What the reasons of tombstones are called, by code. */
  reasons: Readonly<Record<string, Text>>;
  /** How many rows each lead finds, and the file that has them all. */
  leads: Readonly<Record<string, { rows: number; file: Download }>>;
  /** Organisations with a page of their own, in build/<id>/organisations/<shard>.json. */
  organisations: { count: number; shards: number } | null;
  /** Markdown, from notes.zh.md and notes.en.md. */
  notes: Text;
};

/**
 * build/catalog.json. All rows are in the JSON download, the first `headRows` of them also in build/<id>/head.json;
 * chart points in build/<id>/points/<chart>.json, the first rows of each lead in build/<id>/leads/<lead>.json.
 */
export type Catalog = {
  /** ISO date the build was asked to take as today. */
  today: string;
  datasets: readonly Entry[];
  /** Files of build/assessment/; null where no assessment is declared. */
  assessment: readonly Download[] | null;
};

/** A list of no more rows is on its page whole; of a longer one paper has so many. */
export const headRows = 200;

/** How many rows a page lists itself: of more than a reader scrolls through, the first. */
export const listedRows = (rows: number): number => (rows <= headRows ? rows : 50);

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;
