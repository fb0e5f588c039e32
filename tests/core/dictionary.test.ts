import { expect, it } from "vitest";
import type { Entry } from "#core/catalog";
import { defineDataset } from "#core/dataset";
import { dictionary } from "#core/publication/dictionary";

const label = { zh: "字段", en: "Field" };
const dataset = defineDataset({
  id: "tiny",
  title: label,
  summary: label,
  articles: [50],
  source: { publisher: label, licence: label, received: "2026-01-01" },
  file: { missing: [] },
  fields: {
    id: { kind: "text", label: { zh: "编号", en: "ID" } },
    person: { kind: "text", label, personal: true },
    level: {
      kind: "category",
      label: { zh: "级次", en: "Level" },
      help: { zh: "说明", en: "Explained" },
      codes: { 县: { zh: "县", en: "County" } },
    },
    since: { kind: "date", partial: true, label },
  },
  key: "id",
  privacy: [{ rule: "drop", field: "person", because: { law: "pipl" } }],
  metrics: { rows: { agg: "rows", label } },
  filters: ["level"],
  search: ["id"],
  charts: [],
  table: ["id"],
  row: { title: "id", pages: 5000 },
  demonstration: false,
});
const entry = { dataset, filled: { id: 3, level: 2 }, rows: { published: 3 } } as unknown as Entry; // what the dictionary reads

it("explains every published field, and mentions none that the gate holds back", () => {
  expect(dictionary(entry, "en").map((t) => t.field)).toEqual(["id", "level", "since"]);
});

it("says how often a field is filled and what its codes mean", () => {
  expect(dictionary(entry, "en")[1]).toEqual({
    field: "level",
    label: "Level",
    kind: "Category",
    help: "Explained",
    filled: 2,
    rows: 3,
    codes: [{ code: "县", label: "County" }],
  });
});

it("says that a partial date may be a year", () => {
  expect(dictionary(entry, "zh")[2]?.kind).toBe("日期，可只到年或月");
});
