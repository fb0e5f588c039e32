/**
 * What the compiler must refuse in a declaration: each line below an `@ts-expect-error` fails the
 * types step should it ever compile.
 */
import { defineDataset } from "#core/dataset";
import type { Text } from "#core/language";

const t: Text = { zh: "字", en: "word" };
const chart = { id: "c", title: t, alt: t, mark: "bar" } as const;

const ratio = { agg: "ratio", label: t } as const;

const good = {
  id: "good",
  title: t,
  summary: t,
  articles: [50],
  source: { publisher: t, licence: t, received: "2026-01-01" },
  file: { missing: [] },
  fields: {
    id: { kind: "text", label: t },
    sort: { kind: "category", label: t, codes: { a: t } },
    paid: { kind: "money", unit: "CNY", label: t },
  },
  key: "id",
  privacy: [{ rule: "drop", field: "sort", because: { article: 50 } }],
  metrics: {
    rows: { agg: "rows", label: t },
    sum: { agg: "sum", of: "paid", label: t },
    each: { agg: "ratio", of: "sum", per: "rows", label: t },
  },
  headlines: ["rows"],
  filters: ["sort"],
  search: ["id"],
  charts: [{ ...chart, x: "sort", y: "each" }],
  table: ["id", "paid"],
  row: { title: "id", pages: 5000 },
  demonstration: true,
} as const;

defineDataset(good);

// @ts-expect-error the key is no field
defineDataset({ ...good, key: "nothing" });
// @ts-expect-error the key is an amount
defineDataset({ ...good, key: "paid" });
// @ts-expect-error a filter of no field
defineDataset({ ...good, filters: ["nothing"] });
// @ts-expect-error a choice among amounts
defineDataset({ ...good, filters: ["paid"] });
// @ts-expect-error a search in no field
defineDataset({ ...good, search: ["nothing"] });
// @ts-expect-error a chart over no field
defineDataset({ ...good, charts: [{ ...chart, x: "nothing", y: "rows" }] });
// @ts-expect-error a chart of a metric that is not declared
defineDataset({ ...good, charts: [{ ...chart, x: "sort", y: "nothing" }] });
// @ts-expect-error the sum of a text
defineDataset({ ...good, metrics: { rows: { agg: "sum", of: "id", label: t } }, charts: [] });
// @ts-expect-error a ratio per a metric that is not declared
defineDataset({ ...good, metrics: { ratio: { ...ratio, of: "ratio", per: "x" } }, charts: [] });
// @ts-expect-error a rule for no field
defineDataset({ ...good, privacy: [{ rule: "drop", field: "x", because: { article: 50 } }] });
// @ts-expect-error a rule that rests on an article the dataset does not list
defineDataset({ ...good, privacy: [{ rule: "drop", field: "sort", because: { article: 44 } }] });
// @ts-expect-error an article that the law table lacks
defineDataset({ ...good, articles: [99], privacy: [] });
// @ts-expect-error a law that the law table lacks
defineDataset({ ...good, privacy: [{ rule: "drop", field: "sort", because: { law: "x" } }] });
// @ts-expect-error a column of the table that is no field
defineDataset({ ...good, table: ["nothing"] });
// @ts-expect-error a title that is no text
defineDataset({ ...good, row: { title: "paid", pages: 5000 } });
// @ts-expect-error a label that lacks a language
defineDataset({ ...good, title: { zh: "字" } });
// @ts-expect-error a field's label that lacks a language
defineDataset({ ...good, fields: { ...good.fields, id: { kind: "text", label: { zh: "字" } } } });
// @ts-expect-error an unknown kind
defineDataset({ ...good, fields: { ...good.fields, id: { kind: "word", label: t } } });
// @ts-expect-error a category without codes
defineDataset({ ...good, fields: { ...good.fields, sort: { kind: "category", label: t } } });

// Rules that hold rows and names back
const gated = {
  ...good,
  articles: [45],
  fields: {
    ...good.fields,
    until: { kind: "date", label: t },
    people: { kind: "count", label: t },
  },
} as const;
const law = { law: "pipl" } as const;
const mask = {
  rule: "mask",
  field: "id",
  when: { field: "sort", is: ["a"] },
  because: law,
} as const;
const withdraw = {
  rule: "withdraw",
  until: "until",
  on: "until",
  status: { field: "sort", is: ["a"] },
  reason: "sort",
  names: ["id"],
  because: { article: 45 },
} as const;
const suppress = {
  rule: "suppress",
  within: ["sort"],
  merge: ["sort"],
  bases: ["people"],
  under: 10,
  because: law,
} as const;

defineDataset({ ...gated, privacy: [mask, withdraw, suppress] });

// @ts-expect-error a mask of an amount
defineDataset({ ...gated, privacy: [{ ...mask, field: "paid" }] });
// @ts-expect-error a mask of no field
defineDataset({ ...gated, privacy: [{ ...mask, field: "nothing" }] });
// @ts-expect-error a mask where a text is something
defineDataset({ ...gated, privacy: [{ ...mask, when: { field: "id", is: ["a"] } }] });
// @ts-expect-error a mask that rests on nothing
defineDataset({ ...gated, privacy: [{ ...mask, because: undefined }] });
// @ts-expect-error the end of a publication is no date
defineDataset({ ...gated, privacy: [{ ...withdraw, until: "id" }] });
// @ts-expect-error the day of a withdrawal is no date
defineDataset({ ...gated, privacy: [{ ...withdraw, on: "people" }] });
// @ts-expect-error a status that is a text
defineDataset({ ...gated, privacy: [{ ...withdraw, status: { field: "id", is: [] } }] });
// @ts-expect-error a reason that is a date
defineDataset({ ...gated, privacy: [{ ...withdraw, reason: "until" }] });
// @ts-expect-error a name that is no field
defineDataset({ ...gated, privacy: [{ ...withdraw, names: ["nothing"] }] });
// @ts-expect-error a withdrawal that does not say what it hides
defineDataset({ ...gated, privacy: [{ ...withdraw, names: undefined }] });
// @ts-expect-error people counted in yuan
defineDataset({ ...gated, privacy: [{ ...suppress, bases: ["paid"] }] });
// @ts-expect-error nobody counted
defineDataset({ ...gated, privacy: [{ ...suppress, bases: [] }] });
// @ts-expect-error a count that is merged like a category
defineDataset({ ...gated, privacy: [{ ...suppress, merge: ["people"] }] });
// @ts-expect-error a group that is no field
defineDataset({ ...gated, privacy: [{ ...suppress, within: ["nothing"] }] });
