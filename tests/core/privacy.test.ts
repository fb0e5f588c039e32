import { describe, expect, it } from "vitest";
import type { Dataset } from "#core/dataset";
import type { Column } from "#core/field";
import { checkPrivacy, copies } from "#core/gate/privacy";
import { publicDataset } from "#core/gate/public";
import { problemText } from "#core/problem/text";
import type { Privacy } from "#core/rule";
import complaints from "../../data/complaints/dataset.ts";
import traders from "../fixtures/traders/dataset.ts";

type Rule<R> = Extract<Privacy, { rule: R }>;
const needRule = <R extends Privacy["rule"]>(d: Dataset, rule: R): Rule<R> => {
  const found = d.privacy.find((p) => p.rule === rule);
  if (!found) throw new Error(`${d.id} has no rule ${rule}`);
  return found as Rule<R>; // just compared
};

/** The dataset with one rule changed, or one more. */
const changed = <R extends Privacy["rule"]>(
  d: Dataset,
  rule: R,
  change: Partial<Rule<R>>,
): Dataset => ({
  ...d,
  privacy: d.privacy.map((p) => (p === needRule(d, rule) ? { ...p, ...change } : p)) as Privacy[],
});
const withField = (d: Dataset, f: string, column: Column | undefined): Dataset => {
  const { [f]: _, ...rest } = d.fields;
  return { ...d, fields: column ? { ...rest, [f]: column } : rest };
};
const said = (d: Dataset, lang: "zh" | "en" = "en") =>
  checkPrivacy(d).map((p) => problemText(p, "dataset.ts", lang));

const note = { kind: "text", label: { zh: "说明", en: "Note" } } as const;

describe("privacy rules", () => {
  it("of the datasets hold together", () => {
    for (const d of [traders, complaints]) expect(said(d)).toEqual([]);
  });

  it.each([
    ["mask of no field", changed(traders, "mask", { field: "x" }), "names the field “x”"],
    [
      "mask of an amount",
      changed(traders, "mask", { field: "owed" }),
      "expects a field of kind text here, found money",
    ],
    ["mask of the key", changed(traders, "mask", { field: "id" }), "kind text here, found key"],
    [
      "mask of a dropped field",
      changed(traders, "mask", { field: "remark" }),
      "another rule drops it",
    ],
    [
      "mask by a code that is not declared",
      changed(traders, "mask", { when: { field: "sort", is: ["个体户"] } }),
      "code “个体户”",
    ],
    [
      "mask by a text",
      changed(traders, "mask", { when: { field: "id", is: [] } }),
      "kind category here, found text",
    ],
    [
      "withdrawal until no field",
      changed(traders, "withdraw", { until: "x" }),
      "names the field “x”",
    ],
    [
      "withdrawal by an unknown status",
      changed(traders, "withdraw", { status: { field: "status", is: ["x"] } }),
      "code “x”",
    ],
    [
      "reason that lacks the code for time over",
      changed(traders, "withdraw", { reason: "sort" }),
      "code “expired”",
    ],
    [
      "name that is not public",
      changed(traders, "withdraw", { names: ["remark"] }),
      "another rule drops it",
    ],
    [
      "end that is not public",
      changed(traders, "withdraw", { until: "left_on" }),
      "another rule drops it",
    ],
    [
      "end that may be blank",
      changed(traders, "withdraw", { until: "left_on" }),
      "found date, optional",
    ],
    [
      "end that may be a year",
      withField(traders, "until", { kind: "date", partial: true, label: note.label }),
      "found date, partial",
    ],
    [
      "row that the file does not name",
      { ...traders, input: { name: note } },
      "names the field “id”",
    ],
    [
      "second withdrawal",
      { ...traders, privacy: [...traders.privacy, needRule(traders, "withdraw")] },
      "at most one rule withdraw",
    ],
    ["text beside small cells", withField(complaints, "note", note), "single out small cells"],
    [
      "line of the source beside small cells",
      withField(complaints, "source_row", { kind: "count", label: note.label }),
      "single out small cells",
    ],
    [
      "merge without its code",
      withField(complaints, "channel", { kind: "category", codes: {}, label: note.label }),
      "code “merged”",
    ],
    [
      "base that is no count",
      changed(complaints, "suppress", { bases: ["month"] }),
      "kind count here, found month",
    ],
    [
      "field both merged and kept apart",
      changed(complaints, "suppress", { within: ["month", "channel"] }),
      "names it again",
    ],
    [
      "group by no field",
      changed(complaints, "suppress", { within: ["x"] }),
      "names the field “x”",
    ],
    [
      "person whom no rule names",
      withField(traders, "owner", { ...note, personal: true }),
      "no privacy rule names it",
    ],
  ])("refuse a %s", (_, d: Dataset, sentence) => {
    const all = said(d).filter((s) => s.includes(sentence));
    expect(all, said(d).join("\n")).not.toEqual([]);
    expect(said(d, "zh")).toHaveLength(said(d).length);
  });

  it("leave a dropped field beside small cells alone", () => {
    const d = withField(complaints, "note", note);
    const drop = { rule: "drop", field: "note", because: { law: "pipl" } } as const;
    expect(said({ ...d, privacy: [...d.privacy, drop] })).toEqual([]);
  });
});

it("looks for copies of a masked column everywhere but in itself", () => {
  const d = { ...traders, input: traders.fields };
  const pairs = copies(d).map(({ input, field }) => `${input} → ${field}`);
  expect(pairs).not.toContain("trader → trader");
  expect(pairs).toContain("trader → id");
  expect(pairs).toContain("remark → trader");
});

it("shows readers neither the columns of the file nor those of tickets", () => {
  expect(JSON.stringify(publicDataset(complaints))).not.toMatch(/ticket|caller|input/);
  expect(publicDataset(traders).fields).not.toHaveProperty("remark");
});
