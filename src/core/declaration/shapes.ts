import {
  both,
  type Fault,
  flag,
  list,
  number,
  object,
  oneOf,
  plain,
  record,
  tagged,
  text,
} from "#core/declaration/shape";

const words = object({ zh: text, en: text });
const where = object({ field: text, is: list(text) });

const any = object({});
const kinds = {
  ...Object.fromEntries(
    ["text", "url", "uscc", "region", "documents", "year", "month", "share"].map((k) => [k, any]),
  ),
  date: object({}, { partial: flag }),
  category: object({ codes: record(words) }, { spellings: record(text) }),
  count: object({}, { min: number, max: number }),
  money: object({ unit: oneOf("CNY") }),
};

const column = both(
  tagged("kind", kinds),
  object(
    { label: words },
    {
      help: words,
      optional: flag,
      personal: flag,
      contact: flag,
      headers: list(text),
      merged: object({ within: list(text) }),
      refers: object({ to: text }, { needs: list(text) }),
      of: object({ column: text, part: oneOf("documents", "least amount", "greatest amount") }),
    },
  ),
);

const plainMetric = (needed: Parameters<typeof object>[0], optional = {}) =>
  object(needed, { where: list(where), ...optional });
const metric = both(
  object({ label: words }, { help: words, onlyInCharts: flag }),
  tagged("agg", {
    rows: plainMetric({}),
    filled: plainMetric({ of: text }),
    distinct: plainMetric({ of: text }),
    sum: plainMetric({ of: text }, { and: list(text), less: list(text) }),
    median: plainMetric({ of: text }),
    p90: plainMetric({ of: text }),
    top: plainMetric({ of: text, by: text, n: number }),
    ratio: object({ of: text, per: text }, { interval: oneOf("wilson") }),
  }),
);

const chart = both(
  object({ id: text, title: words, alt: words }),
  tagged("mark", {
    bar: object({ x: text, y: text }, { top: number }),
    column: object({ x: text, y: text }, { top: number }),
    line: object({ x: text, y: text }),
    histogram: object({ x: text, y: text }),
    tiles: object({ x: text, y: text }),
    steps: object({ of: list(text) }),
  }),
);

const privacy = both(
  object({ because: any }),
  tagged("rule", {
    drop: object({ field: text }),
    mask: object({ field: text, when: where }),
    withdraw: object({ until: text, on: text, status: where, reason: text, names: list(text) }),
    suppress: object({ within: list(text), merge: list(text), bases: list(text), under: number }),
  }),
);

const agreement = both(
  object({ label: words }),
  tagged("rule", {
    "adds up": object({ plus: list(text), equals: text, tolerance: number }, { minus: list(text) }),
    "at most": object({ least: text, most: text }),
    carries: object({
      closing: text,
      opening: text,
      along: text,
      by: list(text),
      tolerance: number,
    }),
  }),
);

const dataset = object(
  {
    id: text,
    title: words,
    summary: words,
    articles: list(number),
    source: object({ publisher: words, licence: words, received: text }),
    file: object({ missing: list(text) }),
    fields: record(column),
    key: text,
    privacy: list(privacy),
    metrics: record(metric),
    filters: list(text),
    search: list(text),
    charts: list(chart),
    table: list(text),
    row: object({ title: text, pages: number }),
    demonstration: flag,
  },
  {
    ranges: list(text),
    input: record(column),
    tickets: record(column),
    agreements: list(agreement),
    uses: list(text),
    apart: text,
    groups: list(object({ by: text, of: list(text), order: text, top: number })),
    organisations: object({
      uscc: text,
      name: text,
      on: text,
      where,
      of: list(text),
      table: list(text),
      pages: number,
    }),
    leads: record(object({ title: words, rule: words })),
  },
);

/** Whatever dataset.ts exports that a declaration cannot be made of. */
export function shapeFaults(declared: unknown): readonly Fault[] {
  const faults = declared === undefined ? [] : plain(declared, "");
  return faults.length > 0 ? faults : dataset(declared, "");
}
