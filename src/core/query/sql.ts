import type { Cell } from "#core/catalog";
import type { Column } from "#core/field";

/** A name as an SQL identifier. */
export const name = (s: string): string => `"${s.replaceAll('"', '""')}"`;

/** A value as an SQL literal. */
export function literal(v: Cell): string {
  if (v === null) return "NULL";
  return typeof v === "number" ? String(v) : `'${v.replaceAll("'", "''")}'`;
}

/** The type of a field in the published table; `source` is read into the same. */
export function sqlType(f: Column): string {
  switch (f.kind) {
    case "text":
    case "url":
    case "uscc":
    case "region":
    case "documents":
    case "category":
    case "month":
      return "VARCHAR";
    case "date":
      return f.partial ? "VARCHAR" : "DATE";
    case "year":
      return "SMALLINT";
    case "count":
      return "BIGINT";
    case "money":
      return "DECIMAL(18,2)";
    case "share":
      return "DOUBLE";
  }
}

/**
 * A field in query form, which DuckDB reads alike at build time and in the browser: money in fen
 * (a decimal reaches JavaScript unscaled), a date as ISO text (a DATE would need a time zone).
 */
export function queryForm(field: string, f: Column): string {
  const c = name(field);
  switch (f.kind) {
    case "money":
      return `CAST(${c} * 100 AS BIGINT)`;
    case "date":
      return `CAST(${c} AS VARCHAR)`;
    case "year":
      return `CAST(${c} AS INTEGER)`;
    case "text":
    case "url":
    case "uscc":
    case "region":
    case "documents":
    case "category":
    case "count":
    case "share":
    case "month":
      return c;
  }
}
