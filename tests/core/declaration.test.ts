import { expect, it } from "vitest";
import type { Dataset } from "#core/dataset";
import { checkDeclaration, checkShape } from "#core/declaration/declaration";
import { langs } from "#core/language";
import { problemText } from "#core/problem/text";
import balances from "../../data/arrears-balances/dataset.ts";
import cases from "../../data/arrears-cases/dataset.ts";
import complaints from "../../data/complaints/dataset.ts";
import fees from "../../data/fees/dataset.ts";
import awards from "../../data/subsidy-awards/dataset.ts";
import programmes from "../../data/subsidy-programmes/dataset.ts";
import tiny from "../fixtures/tiny/dataset.ts";

const all = [balances, cases, complaints, fees, awards, programmes, tiny];

/** A copy of a declaration with another value at a path such as charts.0.x; undefined takes it out. */
function withValue(d: Dataset, path: string, value: unknown): Dataset {
  const copy = structuredClone(d);
  const names = path.split(".");
  const last = names.pop() ?? "";
  let inner = copy as unknown as Record<string, unknown>;
  for (const name of names) inner = inner[name] as Record<string, unknown>; // a path that is there
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return copy;
}

const said = (d: Dataset, others: readonly Dataset[] = all) =>
  checkDeclaration(
    d,
    others.map((o) => (o.id === d.id ? d : o)),
  ).map((p) => problemText(p, "f", "en").replace(/^f: /, ""));

it.each(all.map((d) => [d.id, d] as const))("finds nothing in %s", (_, d) => {
  expect(checkShape(d)).toEqual([]);
  expect(said(d)).toEqual([]);
});

it.each([
  [tiny, "key", "paid", "key should be of kind text; “paid” is of kind money."],
  [
    tiny,
    "filters.1",
    "regoin",
    "filters[1] should name a field that is declared; found “regoin”, near which is “region”.",
  ],
  [
    tiny,
    "search.0",
    "sort",
    "search[0] should be of kind text or documents or region or uscc; “sort” is of kind category.",
  ],
  [
    tiny,
    "table.0",
    "constructor",
    "table[0] should name a field that is declared; found “constructor”, and there are",
  ],
  [
    tiny,
    "row.title",
    "opened",
    "row.title should be of kind text or month; “opened” is of kind date.",
  ],
  [tiny, "charts.1.x", "sort", "charts[1].x should be of kind year; “sort” is of kind category."],
  [tiny, "charts.1.mark", "line", "charts[1].x should be of kind month; “year” is of kind year."],
  [tiny, "charts.1.mark", "tiles", "charts[1].x should be of kind region; “year” is of kind year."],
  [
    tiny,
    "charts.0.y",
    "place",
    "charts[0].y should name a metric that is declared; found “place”, near which is “places”.",
  ],
  [
    tiny,
    "charts.0.id",
    "by-year",
    "charts[1].id should differ from those of the other charts; “by-year” is taken.",
  ],
  [
    tiny,
    "metrics.paid.of",
    "place",
    "metrics.paid.of should be of kind count or money or share; “place” is of kind text.",
  ],
  [
    tiny,
    "metrics.per_stall.per",
    "per_stall",
    "metrics.per_stall.per should be a metric that rows add up to; “per_stall” is a ratio.",
  ],
  [
    tiny,
    "metrics.named.where",
    [{ field: "sort", is: ["c"] }],
    "metrics.named.where[0].is[0] should name a code that is declared; found “c”, and there are “a”, “b”.",
  ],
  [
    tiny,
    "metrics.named.where",
    [{ field: "place", is: ["a"] }],
    "metrics.named.where[0].field should be of kind category; “place” is of kind text.",
  ],
  [
    tiny,
    "metrics.both.onlyInCharts",
    true,
    "metrics.both is for charts only (onlyInCharts), and no chart uses it.",
  ],
  [
    tiny,
    "fields.place.merged",
    { within: ["sorts"] },
    "fields.place.merged.within[0] should name a column that is declared; found “sorts”, near which is “sort”.",
  ],
  [tiny, "uses", ["toll"], "uses[0] names the dataset “toll”, which is not there; there are"],
  [
    complaints,
    "charts.0.of.1",
    "response",
    "charts[0].of[1] should be a metric that rows add up to; “response” is a ratio.",
  ],
  [
    complaints,
    "agreements.0.least",
    "month",
    "agreements[0].most should be of kind date or month or year; “received” is of kind count.",
  ],
  [
    complaints,
    "agreements.5.plus.0",
    "month",
    "agreements[5].plus[0] should be of kind count; “month” is of kind month.",
  ],
  [
    balances,
    "agreements.1.along",
    "region",
    "agreements[1].along should be of kind month or year; “region” is of kind region.",
  ],
  [
    balances,
    "agreements.1.by.0",
    "balance_id",
    "agreements[1].by[0] should name a column that is declared; found “balance_id”, and there are",
  ],
  [
    awards,
    "organisations.where.is.0",
    "公司",
    "organisations.where.is[0] should name a code that is declared; found “公司”, and there are",
  ],
  [
    awards,
    "groups.0.order",
    "status",
    "groups[0].order should be of kind count or money or share; “status” is of kind category.",
  ],
  [
    awards,
    "charts.0.y",
    "top10",
    "charts[0].y should be a metric that rows add up to; “top10” is a top.",
  ],
  [
    awards,
    "input.prog_id.refers.to",
    "subsidy-programs",
    "input.prog_id.refers.to names the dataset “subsidy-programs”, which is not there; there are",
  ],
  [
    awards,
    "input.prog_id.refers.to",
    "arrears-balances",
    "input.prog_id.refers.to should name a dataset whose key is in its file; “balance_id” of “arrears-balances” is no column of it.",
  ],
  [
    awards,
    "input.prog_id.refers.needs.0",
    "condition",
    "input.prog_id.refers.needs[0] should name a column that is declared; found “condition”, near which is “conditions”.",
  ],
  [
    cases,
    "metrics.cases_802.where",
    undefined,
    "metrics.cases_802 should count one code of “creditor_scope”, by where, since apart says that they are never added up; found none or several.",
  ],
  [
    cases,
    "metrics.cases_802.where.0.is",
    ["802", "53-1"],
    "metrics.cases_802 should count one code of “creditor_scope”",
  ],
  [
    cases,
    "metrics.cleared_802.of",
    "paid_53_1",
    "metrics.cleared_802 should have one code of “creditor_scope” above and below; found “53-1” and “802”.",
  ],
] as const)("answers a change of %#", (d, path, value, sentence) => {
  const problems = said(withValue(d, path, value));
  expect(problems).toContainEqual(expect.stringContaining(sentence));
});

it("tells a circle once, whichever way it goes round", () => {
  const back = withValue(programmes, "uses", ["subsidy-awards"]);
  const others = all.map((d) => (d.id === back.id ? back : d));
  expect(others.flatMap((d) => said(d, others))).toEqual([
    "uses, refers lead back to the start: “subsidy-awards”, “subsidy-programmes”, “subsidy-awards”. A dataset comes after those it uses and refers to; remove one of these.",
  ]);
  expect(said(withValue(tiny, "uses", ["tiny"]))).toEqual([
    expect.stringMatching(/^uses lead back to the start: “tiny”, “tiny”\./),
  ]);
});

it("tells everything at once, in both languages", () => {
  const d = withValue(withValue(tiny, "key", "x"), "charts.0.x", "y");
  const problems = checkDeclaration(d, all);
  expect(problems).toHaveLength(2);
  for (const lang of langs)
    for (const p of problems) expect(problemText(p, "f", lang)).not.toMatch(/undefined|\[object/);
});

it.each([
  [undefined, "", "object", "undefined"],
  ["fees", "", "object", '"fees"'],
  [[], "", "object", "[…]"],
  [() => tiny, "", "plain data", "function"],
  [withValue(tiny, "key", undefined), "key", "text", "undefined"],
  [withValue(tiny, "fields", []), "fields", "object", "[…]"],
  [withValue(tiny, "fields.place", null), "fields.place", "object", "null"],
  [
    withValue(tiny, "fields.place.kind", "string"),
    "fields.place.kind",
    expect.anything(),
    '"string"',
  ],
  [
    withValue(tiny, "fields.place.label.en", undefined),
    "fields.place.label.en",
    "text",
    "undefined",
  ],
  [withValue(tiny, "fields.sort.codes", undefined), "fields.sort.codes", "object", "undefined"],
  [withValue(tiny, "charts.1.title", "Paid"), "charts[1].title", "object", '"Paid"'],
  [
    withValue(tiny, "metrics.paid.agg", "average"),
    "metrics.paid.agg",
    expect.anything(),
    '"average"',
  ],
  [withValue(tiny, "row.pages", Number.NaN), "row.pages", "plain data", "NaN"],
  [{ ...tiny, search: [/a/] }, "search[0]", "plain data", "{…}"],
  [{ ...tiny, demonstration: "yes" }, "demonstration", "true or false", '"yes"'],
])("says where a declaration has the wrong shape: %#", (declared, at, expected, found) => {
  const problems = checkShape(declared);
  expect(problems).toMatchObject([{ code: "wrong shape", at, expected, found }]);
  for (const lang of langs)
    for (const p of problems) expect(problemText(p, "f", lang)).not.toMatch(/undefined,|\[object/);
});
