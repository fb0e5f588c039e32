import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Catalog, Entry } from "#core/catalog";
import { compile } from "#scripts/compile";
import { mentions } from "./mentions.ts";
import { scratch } from "./scratch.ts";

const folder = scratch("gate");

const header = "id,trader,sort,remark,owed,until,status,left_on,why";
const rows = [
  "k1,演示甲商行 PUBLIC,企业,CANARY-REMARK,10,2026-06-30,公示,,",
  "k2,张金三,个体,CANARY-REMARK,20,2026-07-31,公示,,",
  "k3,欧阳海英,,CANARY-REMARK,30,2026-07-31,公示,,",
  "k4,CANARY-STATUS,企业,,40,2026-12-31,修复,2026-02-03,repaired",
  "k5,CANARY-LISTED,企业,,50,2026-12-31,公示,,",
  "k6,CANARY-OVER,企业,,60,2026-03-30,公示,,",
  "k7,CANARY-TOMORROW,企业,,70,2026-03-31,公示,,",
];

async function dataIn(name: string, listed?: string): Promise<string> {
  const data = join(folder, name, "data");
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true });
  await cp("tests/fixtures/traders", join(data, "traders"), { recursive: true });
  await writeFile(join(data, "traders", "source.csv"), `${[header, ...rows].join("\n")}\n`);
  if (listed !== undefined) await writeFile(join(data, "traders", "withdrawn.csv"), listed);
  return data;
}

const entryOf = (catalog: Catalog | null): Entry => {
  const [entry] = catalog?.datasets ?? [];
  if (!entry) throw new Error("does not compile");
  return entry;
};

/** What compile says, where it publishes nothing. */
async function refusal(data: string): Promise<string> {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const out = join(folder, "refused-build");
  expect(await compile({ data, out, today: "2026-03-31" })).toBeNull();
  const text = said.mock.calls.join("\n");
  said.mockRestore();
  return text;
}

const listed = "id,withdrawn_on,reason\nk5,2026-01-15,ordered\nk0,2025-12-31,ordered\n";
const out = join(folder, "build");
let data = "";
let entry: Entry;

beforeAll(async () => {
  data = await dataIn("main", listed);
  entry = entryOf(await compile({ data, out, today: "2026-03-31" }));
});

describe("what the gate keeps back", () => {
  it("is in no byte of the output", async () => {
    for (const canary of ["REMARK", "STATUS", "LISTED", "OVER"])
      expect(await mentions(out, `CANARY-${canary}`), canary).toEqual([]);
    for (const name of ["张金三", "欧阳海英", "金", "阳海"])
      expect(await mentions(out, name), name).toEqual([]);
    // Dropped: neither in the declaration nor as the column of a file.
    expect(await mentions(out, "left_on")).toEqual([join(out, "catalog.json")]); // the rule names it
  });

  it("leaves everything else in every format", async () => {
    for (const text of ["PUBLIC", "CANARY-TOMORROW", "张*三", "欧**英"]) {
      const formats = (await mentions(out, text)).map((f) =>
        f.replace(/^.*(traders|build).?/, "").replace(/^[0-9a-f]{12}\./, ""),
      );
      expect(formats.sort(), text).toEqual([
        "DEMONSTRATION.csv",
        "DEMONSTRATION.en.csv",
        "DEMONSTRATION.json",
        "DEMONSTRATION.parquet",
        "DEMONSTRATION.xlsx",
        "DEMONSTRATION.zh.csv",
        "arrow",
        "head.json",
      ]);
    }
  });

  it("leaves a tombstone: key, month, kind of reason, and what that is called", () => {
    expect(entry.tombstones).toEqual([
      { key: "k0", month: "2025-12", reason: "ordered" },
      { key: "k4", month: "2026-02", reason: "repaired" },
      { key: "k5", month: "2026-01", reason: "ordered" },
      { key: "k6", month: "2026-03", reason: "expired" },
    ]);
    for (const { reason } of entry.tombstones)
      expect(entry.reasons[reason]).toMatchObject({ zh: expect.any(String) });
  });

  it("is counted, so that every row of the source is accounted for", () => {
    expect(entry.rows).toEqual({
      source: 7,
      published: 4,
      withdrawn: 3,
      merged: { cells: 0, rows: 0 },
      withheld: 0,
      setAside: [],
    });
    expect(entry.figures["owed"]).toEqual({ value: 130 });
  });

  it("is one row more a day later, and until then the names may be shown", async () => {
    expect(entry.query.validUntil).toBe("2026-04-01");
    const later = join(folder, "later");
    const after = entryOf(await compile({ data, out: later, today: "2026-04-01" }));
    expect(await mentions(later, "CANARY-TOMORROW")).toEqual([]);
    expect(after.tombstones).toContainEqual({ key: "k7", month: "2026-03", reason: "expired" });
    expect(after.query.validUntil).toBe("2026-07-01");
  });

  it("cannot be let through by prepare.sql, which changes the day and the list", async () => {
    const sly = await dataIn("sly", listed);
    await writeFile(
      join(sly, "traders", "prepare.sql"),
      "CREATE TABLE prepared AS FROM source; SET VARIABLE today = DATE '2000-01-01'; CREATE TABLE withdrawn (key VARCHAR, withdrawn_on DATE, reason VARCHAR)",
    );
    const slyOut = join(folder, "sly-build");
    expect(entryOf(await compile({ data: sly, out: slyOut, today: "2026-03-31" })).rows).toEqual(
      entry.rows,
    );
    expect(await mentions(slyOut, "CANARY-OVER")).toEqual([]);
  });
});

describe("withdrawn.csv", () => {
  it("may list nothing", async () => {
    const none = await dataIn("none", "id,withdrawn_on,reason\n");
    const { rows } = entryOf(
      await compile({ data: none, out: join(folder, "none-build"), today: "2026-03-31" }),
    );
    expect(rows.withdrawn).toBe(2);
  });

  it.each([
    ["a key", "k5/,2026-01-15,ordered", /withdrawn.csv:2 列“编号”.*k5\//],
    ["a day", "k5,2026-02-30,ordered", /withdrawn.csv:2 列“撤下日期”.*2026-02-30/],
    ["a reason", "k5,2026-01-15,whim", /withdrawn.csv:2 列“撤下原因”.*whim/],
    ["a blank", "k5,,ordered", /withdrawn.csv:2 列“撤下日期”.*不能为空/],
    ["a repetition", "k5,2026-01-15,ordered\nk5,2026-01-16,ordered", /withdrawn.csv:3 列“编号”/],
  ])("is refused for %s", async (_, lines, said) => {
    expect(await refusal(await dataIn("bad", `id,withdrawn_on,reason\n${lines}\n`))).toMatch(said);
  });

  it("is refused where no rule would read it", async () => {
    const tiny = await dataIn("tiny");
    await cp("tests/fixtures/tiny", join(tiny, "tiny"), { recursive: true });
    await writeFile(join(tiny, "tiny", "withdrawn.csv"), listed);
    expect(await refusal(tiny)).toContain("tiny/withdrawn.csv: 数据集应有 withdraw 规则");
  });
});

describe("the source", () => {
  it("says when and why a row was taken down by its status", async () => {
    const blank = await dataIn("blank");
    const source = join(blank, "traders", "source.csv");
    const text = (await readFile(source, "utf8")).replace("修复,2026-02-03,repaired", "修复,,");
    await writeFile(source, text);
    const said = await refusal(blank);
    expect(said).toMatch(/source.csv:5 列“撤下日期”.*1 行/);
    expect(said).toMatch(/source.csv:5 列“撤下原因”.*1 行/);
    await writeFile(join(blank, "traders", "withdrawn.csv"), `${listed}k4,2026-02-03,repaired\n`);
    const { tombstones } = entryOf(
      await compile({ data: blank, out: join(folder, "blank-build"), today: "2026-03-31" }),
    );
    expect(tombstones).toEqual(entry.tombstones);
  });
});
