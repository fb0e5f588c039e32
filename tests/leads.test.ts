import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import type { Entry, LeadRow } from "#core/catalog";
import { publicFields } from "#core/gate/public";
import { problemText } from "#core/problem/text";
import { literal, name, sqlType } from "#core/query/sql";
import { ask, openDuck } from "#scripts/lib/duck";
import { ProblemError } from "#scripts/lib/find";
import { writeLeads } from "#scripts/lib/leads";
import awards from "../data/subsidy-awards/dataset.ts";
import { scratch } from "./scratch.ts";

const folder = scratch("leads");
const dir = "data/subsidy-awards";
let duck: DuckDBConnection;
let leads: Entry["leads"];

type Award = {
  award_id: string;
  prog_id?: string;
  uscc?: string;
  amount: number;
  approved_on?: string;
  paid_on?: string | null;
  promised_days?: number | null;
};
const usual = {
  prog_id: "capped",
  uscc: "91650100MA00000159",
  approved_on: "2026-01-31",
  paid_on: null,
  promised_days: null,
};
const [one, two] = ["91659001MA00000A9P", "92650105MA00000B7Y"];

/** Awards of a programme with amounts that differ, so that nothing but what a test means is found. */
const many = (start: string, prog_id: string, amounts: readonly number[]): Award[] =>
  amounts.map((amount, i) => ({
    award_id: `${start}-${String(i).padStart(4, "0")}`,
    prog_id,
    amount,
    uscc: `9165${String(i).padStart(14, "0")}`,
    approved_on: "2025-06-01",
  }));

/** Amounts whose first digits follow Benford's law: the powers of a number that is no power of ten. */
const benford = (n: number) =>
  Array.from({ length: n }, (_, i) => Number((1.0071 ** i * 1000).toFixed(2)));

const rows: Award[] = [
  // The same twice; a look-alike in the amount, the day, the programme or the recipient
  { award_id: "same-1", amount: 3000, uscc: one },
  { award_id: "same-2", amount: 3000, uscc: one },
  { award_id: "same-fen", amount: 3200.01, uscc: one },
  { award_id: "same-day", amount: 3000, uscc: one, approved_on: "2027-01-31" },
  { award_id: "same-programme", amount: 3000, uscc: one, prog_id: "open" },
  { award_id: "same-recipient", amount: 3000, uscc: two },
  // Thirty days and one hundredth apart, another award between them; then a day or a fen too far
  { award_id: "near-1", amount: 10000, uscc: two, prog_id: "near", approved_on: "2026-03-01" },
  { award_id: "near-x", amount: 5000, uscc: two, prog_id: "near", approved_on: "2026-03-15" },
  { award_id: "near-2", amount: 9900, uscc: two, prog_id: "near", approved_on: "2026-03-31" },
  { award_id: "near-3", amount: 5000, uscc: two, prog_id: "near", approved_on: "2026-04-15" },
  { award_id: "near-4", amount: 10101.02, uscc: two, prog_id: "near", approved_on: "2026-03-01" },
  // Ten under the line and three above; nine under; ten under and four above, one of them on the line
  ...many("line", "line", [
    ...Array.from({ length: 9 }, (_, i) => 98000 + i * 200),
    99999.99,
    100000,
    101000,
    102000,
    102000.01,
    97999.99,
  ]),
  ...many(
    "nine",
    "nine",
    Array.from({ length: 9 }, (_, i) => 990000 + i),
  ),
  ...many("four", "four", [
    ...Array.from({ length: 10 }, (_, i) => 495000 + i),
    500000,
    500001,
    500002,
    510000,
  ]),
  // Round where amounts are open; a look-alike in a capped programme, under the sum, or not a multiple
  { award_id: "round-1", amount: 100000, prog_id: "open" },
  { award_id: "round-2", amount: 700000, prog_id: "open", approved_on: "2025-01-01" },
  { award_id: "round-capped", amount: 700000, approved_on: "2025-01-02" },
  { award_id: "round-half", amount: 150000, prog_id: "open", approved_on: "2025-01-03" },
  { award_id: "round-less", amount: 0, prog_id: "open", approved_on: "2025-01-04" },
  // Paid a day early; on the day
  { award_id: "early-1", amount: 1, approved_on: "2025-02-02", paid_on: "2025-02-01" },
  { award_id: "early-no", amount: 2, approved_on: "2025-02-02", paid_on: "2025-02-02" },
  // Paid a day late; on the last day; without a promise
  ...(
    [
      ["late-1", 11, 10],
      ["late-no", 10, 10],
      ["late-free", 99, null],
    ] as const
  ).map(([award_id, days, promised_days], i) => ({
    award_id,
    amount: 10 + i * 7,
    approved_on: "2024-02-20",
    paid_on: new Date(Date.UTC(2024, 1, 20 + days)).toISOString().slice(0, 10),
    promised_days,
  })),
  { award_id: "debtor-1", amount: 77, uscc: "91650100M000000001", approved_on: "2025-03-03" },
  // First digits: all 5 to 9; as Benford says; one award too few; capped
  ...many(
    "digits",
    "digits",
    Array.from({ length: 500 }, (_, i) => 5000 + i * 9 + 0.37),
  ),
  ...many("law", "law", benford(650)),
  ...many(
    "few",
    "few",
    Array.from({ length: 499 }, (_, i) => 5000 + i * 9 + 0.37),
  ),
  ...many(
    "fixed",
    "fixed",
    Array.from({ length: 600 }, (_, i) => 5000 + i * 8 + 0.37),
  ),
];
const open = ["open", "digits", "law", "few"];

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  duck = await openDuck(join(folder, "spill"));
  const columns = publicFields(awards).map(
    (f) =>
      `${name(f)} ${sqlType(awards.fields[f] ?? awards.fields["award_id"] ?? { kind: "text", label: awards.title })}`,
  );
  await duck.run(`CREATE TABLE published (${columns.join(", ")})`);
  const values = rows.map((row, i) => {
    const cells = { ...usual, ...row, source_row: i + 2 };
    return `(${publicFields(awards)
      .map((f) => literal((cells as Record<string, string | number | null>)[f] ?? null))
      .join(", ")})`;
  });
  await duck.run(`INSERT INTO published VALUES ${values.join(", ")}`);
  const programmes = [...new Set(rows.map((r) => r.prog_id ?? usual.prog_id))].map(
    (p) => `(${literal(p)}, ${literal(open.includes(p) ? "无" : "有")})`,
  );
  await duck.run(
    `CREATE TABLE subsidy_programmes AS FROM (VALUES ${programmes.join(", ")}) t (prog_id, capped)`,
  );
  await duck.run(
    "CREATE TABLE arrears_cases AS FROM (VALUES ('C2', '91650100M000000001'), ('C1', '91650100M000000001'), ('C3', 'other')) t (case_id, debtor_uscc)",
  );
  leads = await writeLeads(duck, awards, dir, folder);
});

const first = async (lead: string): Promise<LeadRow[]> =>
  JSON.parse(await readFile(join(folder, "leads", `${lead}.json`), "utf8"));
const keys = async (lead: string) =>
  (await first(lead)).map(({ row }) => String(row?.["award_id"])).sort();

describe("the leads of the awards", () => {
  it.each([
    ["duplicates", ["same-1", "same-2"]],
    ["near_duplicates", ["near-1", "near-2", "same-1", "same-2"]],
    ["threshold", Array.from({ length: 10 }, (_, i) => `line-${String(i).padStart(4, "0")}`)],
    ["round", ["round-1", "round-2"]],
    ["early", ["early-1"]],
    ["late", ["late-1"]],
    ["debtor", ["debtor-1"]],
  ])("%s: finds what its rule says, and no look-alike", async (lead, expected) => {
    expect(await keys(lead)).toEqual(expected);
  });

  it("benford: names the programme, not its awards", async () => {
    expect(await first("benford")).toEqual([
      {
        about: "digits",
        because: {
          zh: expect.stringMatching(/^500 笔，平均绝对偏差 0\.1\d{3}$/),
          en: expect.stringMatching(/^500 awards, mean absolute deviation 0\.1\d{3}$/),
        },
        row: null,
      },
    ]);
  });

  it("groups rows that belong together and says what was found", async () => {
    expect((await first("duplicates")).map(({ about }) => about)).toEqual([
      `${one} · capped · 3000.00 · 2026-01-31`,
      `${one} · capped · 3000.00 · 2026-01-31`,
    ]);
    const [near] = await first("near_duplicates");
    expect(near?.because).toEqual({ zh: "同样的共 2 笔", en: "2 awards alike" });
    expect((await first("near_duplicates")).at(-1)?.because.en).toBe("the other is near-1");
    expect((await first("debtor"))[0]?.because.zh).toBe("曝光案例 C1、C2");
    expect((await first("threshold"))[0]?.because.en).toBe(
      "10 within 2 % under the line, 3 within 2 % above",
    );
  });

  it("are declared and counted as the file counts them, in published columns", async () => {
    expect(Object.keys(leads)).toEqual(Object.keys(awards.leads ?? {}));
    for (const [lead, { rows, file }] of Object.entries(leads)) {
      const path = literal(join(folder, file.name));
      const all = await ask(duck, `FROM read_csv(${path}, header = true, all_varchar = true)`);
      expect([lead, all.length, file.rows]).toEqual([lead, rows, rows]);
      const [header = ""] = (await readFile(join(folder, file.name), "utf8")).split("\n");
      expect(header.split(",")).toEqual([
        ...publicFields(awards),
        "about",
        "because_zh",
        "because_en",
      ]);
    }
  });
});

describe("a lead that is not sound", () => {
  it.each([
    ["SELECT nothing FROM published", /nothing/],
    ["SELECT award_id AS key FROM published", /should be one SELECT .*because_en.*found “key”/],
    ["DROP TABLE published", /found “DROP”/],
    ["SELECT 1; DROP TABLE published", /found “2 statements”/],
    [
      "SELECT 'gone' AS key, NULL AS about, '' AS because_zh, '' AS because_en",
      /1 are not, such as “gone”/,
    ],
  ])("is refused with its file: %s", async (sql, said) => {
    const bad = join(folder, "bad");
    await mkdir(join(bad, "leads"), { recursive: true });
    await writeFile(join(bad, "leads", "early.sql"), sql);
    const lead = {
      ...awards,
      leads: { early: awards.leads?.["early"] ?? { title: awards.title, rule: awards.title } },
    };
    const error = await writeLeads(duck, lead, bad, folder).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProblemError);
    const { path, problems } = error as ProblemError; // as just expected
    expect(path).toBe(join(bad, "leads", "early.sql"));
    expect(problems.map((p) => problemText(p, path, "en")).join()).toMatch(said);
    await duck.run("DROP TABLE IF EXISTS lead");
    expect(await ask(duck, "SELECT 1 AS n FROM published LIMIT 1")).toEqual([{ n: 1 }]);
  });

  it("is refused where its file is missing", async () => {
    const error = await writeLeads(duck, awards, folder, folder).catch((e: unknown) => e);
    expect(error).toMatchObject({ path: join(folder, "leads", "duplicates.sql") });
  });
});
