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
