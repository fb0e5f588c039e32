import type { Entry } from "#core/catalog";
import { fileUrl } from "#core/publication/address";

/** A line that takes a dataset into another program. */
export type Example = { tool: "curl" | "DuckDB" | "Python" | "R" | "Excel"; code: string };

/** One line a tool, for the files of a dataset at an origin (https://host). */
export function examplesOf(e: Entry, origin: string): readonly Example[] {
  const address = (format: string) => {
    const file = e.downloads.find((f) => f.format === format);
    if (!file) throw new Error(`${e.dataset.id} has no ${format}`);
    return origin + fileUrl(e.dataset.id, file.name);
  };
  const csv = address("machine-csv");
  return [
    { tool: "curl", code: `curl -s ${origin}/data/catalog.json` },
    { tool: "DuckDB", code: `SELECT count(*) AS n FROM read_parquet('${address("parquet")}')` },
    { tool: "Python", code: `import pandas; rows = pandas.read_csv("${csv}", dtype=str)` },
    { tool: "R", code: `rows <- read.csv("${csv}", colClasses = "character")` },
    {
      tool: "Excel",
      code: `=Csv.Document(Web.Contents("${csv}"), [Delimiter=",", Encoding=65001])`,
    },
  ];
}

/** The catalog's parts a program reads first, as paths in its JSON. */
export const catalogParts = [
  "today",
  "datasets[].dataset",
  "datasets[].version",
  "datasets[].rows",
  "datasets[].figures",
  "datasets[].dates",
  "datasets[].downloads[]",
  "datasets[].tombstones[]",
  "datasets[].notes",
] as const;
export type CatalogPart = (typeof catalogParts)[number];
