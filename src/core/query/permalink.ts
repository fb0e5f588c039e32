import type { Cell } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import {
  type Bound,
  blank,
  type Display,
  plainDisplay,
  type Range,
  rangeFields,
  type View,
} from "#core/query/view";

/**
 * The query of an address: `q=words`, `field=value~value`, `field=from..to`, `sort=-field`, `cols=field~field`,
 * `chart=id`. A field named like one of these four words is written with an underscore before it.
 */
const own = ["q", "sort", "cols", "chart"] as const;

const most = { text: 200, values: 300 }; // more is no reader's

export type Reading = {
  view: View;
  display: Display;
  /** The names of parameters, or parts of them, that mean nothing here. */
  ignored: readonly string[];
};

const keyOf = (field: string): string => (own.some((word) => word === field) ? `_${field}` : field);

/** Reads an address's query, of this release or an earlier one. What the dataset does not declare is left out and named in `ignored`. */
export function parseAddress(d: Dataset, query: string): Reading {
  const choices: Record<string, Cell[]> = {};
  const ranges: Record<string, Range> = {};
  const ignored = new Set<string>();
  let text = "";
  let display: Display = plainDisplay;
  const fieldByKey = new Map([...d.filters, ...rangeFields(d)].map((f) => [keyOf(f), f]));
  for (const [key, value] of new URLSearchParams(query)) {
    const field = fieldByKey.get(key);
    if (key === "q") text = value.slice(0, most.text);
    else if (key === "sort") {
      const sort = readSort(d, value);
      if (sort) display = { ...display, sort };
      else ignored.add(key);
    } else if (key === "cols") {
      const columns = value.split("~").filter((f) => publicFields(d).includes(f));
      if (columns.length > 0) display = { ...display, columns: [...new Set(columns)] };
      else ignored.add(key);
    } else if (key === "chart") {
      if (d.charts.some(({ id }) => id === value)) display = { ...display, chart: value };
      else ignored.add(key);
    } else if (!field) ignored.add(key.slice(0, 40));
    else {
      const range = readRange(d, field, value);
      if (range) ranges[field] = range;
      else if (!d.filters.includes(field)) ignored.add(key);
      else {
        const read = value.split("~").map((part) => readCell(d, field, part));
        const cells = read.filter((cell) => cell !== undefined);
        if (cells.length < read.length) ignored.add(key);
        const all = new Set([...(choices[field] ?? []), ...cells]);
        if (all.size > 0) choices[field] = [...all].slice(0, most.values);
      }
    }
  }
  return { view: { choices, ranges, text }, display, ignored: [...ignored] };
}

function readSort(d: Dataset, value: string): Display["sort"] {
  const field = value.replace(/^-/, "");
  return publicFields(d).includes(field) ? { field, down: value.startsWith("-") } : null;
}

const shapes: Readonly<Record<string, RegExp>> = {
  year: /^\d{4}$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

function readCell(d: Dataset, f: string, part: string): Cell | undefined {
  const field = needField(d, f);
  const { kind } = field;
  if (part === blank) return null;
  if (kind === "year") return shapes["year"]?.test(part) ? Number(part) : undefined;
  if (kind === "month") return shapes["month"]?.test(part) ? part : undefined;
  const text = decodeTilde(part);
  if (field.kind === "category" && !Object.hasOwn(field.codes, text)) return undefined;
  if (field.kind === "region" && !/^\d{6}$/.test(text)) return undefined;
  return text === "" || text.length > most.text ? undefined : text;
}

function readRange(d: Dataset, field: string, value: string): Range | null {
  if (!rangeFields(d).includes(field)) return null;
  const parts = value.split("..");
  if (parts.length !== 2) return null;
  const [from, to] = parts.map((part) => readBound(d, field, part));
  if (from === undefined || to === undefined || (from === null && to === null)) return null;
  return from !== null && to !== null && from > to ? null : [from, to];
}

/** An end of a range as a reader or an address writes it; undefined where it cannot be read, null where it is open. */
export function readBound(d: Dataset, field: string, part: string): Bound | undefined {
  const { kind } = needField(d, field);
  if (part === "") return null;
  const shape = shapes[kind];
  if (shape) return shape.test(part) ? (kind === "year" ? Number(part) : part) : undefined;
  return /^-?\d{1,13}(\.\d{1,2})?$/.test(part) ? Number(part) : undefined;
}

// A value that has the sign between values in it.
const encodeTilde = (text: string): string => text.replaceAll("~", "～～");
const decodeTilde = (text: string): string => text.replaceAll("～～", "~");

/** The query of an address that shows this view so; empty for everything shown plainly. */
export function formatAddress(d: Dataset, view: View, display: Display = plainDisplay): string {
  const parts: [string, string][] = [];
  const text = view.text.trim().slice(0, most.text);
  if (text) parts.push(["q", text]);
  for (const f of d.filters) {
    const cells = view.choices[f] ?? [];
    if (cells.length === 0) continue;
    const values = cells.map((v) => (v === null ? blank : encodeTilde(String(v))));
    parts.push([keyOf(f), values.join("~")]);
  }
  for (const f of rangeFields(d)) {
    const range = view.ranges[f];
    if (range) parts.push([keyOf(f), range.map((end) => end ?? "").join("..")]);
  }
  const { sort, columns, chart } = display;
  if (sort) parts.push(["sort", `${sort.down ? "-" : ""}${sort.field}`]);
  if (columns) parts.push(["cols", columns.join("~")]);
  if (chart) parts.push(["chart", chart]);
  return parts.map(([key, value]) => `${key}=${escaped(value)}`).join("&");
}

/** Escapes what would end or change a parameter, and no more, so that the address can be read. */
const escaped = (value: string): string =>
  encodeURIComponent(value).replaceAll(/%(?:20|2C|3A|2F)/gi, (code) =>
    code === "%20" ? "+" : decodeURIComponent(code),
  );
