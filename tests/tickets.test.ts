import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Entry } from "#core/catalog";
import { compile } from "#scripts/compile";
import { withTickets } from "#scripts/lib/tickets";
import { mentions } from "./mentions.ts";
import { collected, scratch } from "./scratch.ts";

const folder = scratch("tickets");
const out = join(folder, "build");

const header =
  "ticket_id,received_on,region,authority_kind,category,channel,nature,handling,due_on,replied_on,closed_on,surveyed,grade,caller,content";

/** Thirty tickets of one cell and three of another, with people and what they said. */
const tickets = [
  header,
  ...Array.from({ length: 33 }, (_, i) => {
    const channel = i < 30 ? "12345" : "工商联";
    return `CANARY-T${i},2026-03-02,650100,市直部门,账款拖欠,${channel},诉求,受理,2026-03-12,2026-03-0${(i % 9) + 1},2026-03-11,是,满意,CANARY-CALLER${i} 1390991${1000 + i},"CANARY-SAID, “${i}”\n第二行"`;
  }),
  "",
].join("\n");

const counted =
  "month,region,authority_kind,category,channel,received,accepted,transferred,not_accepted,due,replied_on_time,closed,closed_on_time,extended,reopened,unresolved,surveyed,answered,very_satisfied,satisfied,basically_satisfied,dissatisfied,very_dissatisfied,praise,consultation";

async function scene(name: string, privately: string, sql?: string) {
  const data = join(folder, name, "data");
  const secret = join(folder, name, "private");
  await rm(join(folder, name), { recursive: true, force: true });
  await mkdir(data, { recursive: true });
  await mkdir(join(secret, "complaints"), { recursive: true });
  await cp("data/complaints", join(data, "complaints"), { recursive: true });
  const zeros = Array(15).fill(0).join(",");
  const committed = `2025-01,650200,园区,其他,12345,50,50,0,0,50,${zeros}`;
  await writeFile(join(data, "complaints", "source.csv"), `${counted}\n${committed}\n`);
  await writeFile(join(secret, "complaints", "tickets.csv"), privately);
  if (sql !== undefined) await writeFile(join(data, "complaints", "tickets.sql"), sql);
  return { data, private: secret };
}

async function refusal(options: { data: string; private: string }): Promise<string> {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const refused = {
    ...options,
    out: join(folder, "refused"),
    today: "2026-04-01",
    lang: "en",
  } as const;
  expect(await compile(refused)).toBeNull();
  const text = said.mock.calls.join("\n");
  said.mockRestore();
  return text;
}

describe("tickets in a private folder", () => {
  let entry: Entry | undefined;
  beforeAll(async () => {
    const options = await scene("main", tickets);
    entry = (await compile({ ...options, out, today: "2026-04-01" }))?.datasets[0];
  });

  it("are counted in the place of the source, and small cells merged", async () => {
    expect(entry?.rows).toMatchObject({ source: 2, published: 1, merged: { cells: 2, rows: 1 } });
    expect(entry?.figures["received"]).toEqual({ value: 33 });
    const json = await readFile(join(out, "complaints/complaints.DEMONSTRATION.json"), "utf8");
    expect(JSON.parse(json)).toMatchObject([
      { cell_id: "2026-03-650100-merged", channel: "merged", received: 33, satisfied: 33 },
    ]);
  });

  it("are in no byte of the output: no caller, no phone, no word", async () => {
    for (const text of ["CANARY", "1390991", "第二行", "ticket_id", "重办日期"])
      expect(await mentions(out, text), text).toEqual([]);
    expect((await mentions(out, "2026-03")).length).toBeGreaterThan(6);
  });

  it("are not needed: without them the source is published", async () => {
    const { data } = await scene("without", tickets);
    const [without] =
      (await compile({ data, out: join(folder, "without-build"), today: "2026-04-01" }))
        ?.datasets ?? [];
    expect(without?.figures["received"]).toEqual({ value: 50 });
  });

  it("leave no personal cell even beside the build, not while it runs", async () => {
    const { found, written } = await checkedTickets();
    expect(found?.tickets).toBeDefined();
    expect(written.split("\n")).toHaveLength(34);
    expect(written).toContain('"650100","市直部门"');
    expect(written).not.toMatch(/CANARY|1390991|第二行/);
  });
});

async function checkedTickets() {
  const { data, private: secret } = await scene("checked", tickets);
  const { findDatasets } = await import("#scripts/lib/find");
  const { checkAll } = await import("#scripts/lib/check-all");
  const found = await withTickets(await findDatasets(data), secret);
  const { rows, sourceOf } = collected();
  expect(await checkAll(found, "zh", sourceOf)).toBe(true);
  return { found: found[0], written: rows.get("complaints") ?? "" };
}

describe("what is wrong with tickets", () => {
  it("is told without a word of them", async () => {
    const bad = tickets
      .replace("受理", "13909918888")
      .replace("CANARY-T1,", "CANARY-T0,")
      .replace("2026-03-02,650100", "CANARY-DAY,650100");
    const said = await refusal(await scene("bad", bad));
    expect(said).toContain("tickets.csv:2 column “Handling”");
    expect(said).toContain("column “Received on”");
    expect(said).toContain("column “Ticket ID”");
    expect(said).not.toMatch(/CANARY|139099/);
  });

  it.each([
    ["copies a personal column", "CREATE TABLE counted AS SELECT caller FROM tickets", /caller/],
    ["leaves out a column", "CREATE TABLE counted AS SELECT 1 AS month", /lacks.*“region”/],
    ["makes nothing", "SELECT 1", /counted/],
    ["writes a file", "COPY tickets TO 'CANARY.csv'", /disabled|permission/i],
  ])("stops tickets.sql that %s", async (_, sql, complaint) => {
    expect(await refusal(await scene("sql", tickets, sql))).toMatch(complaint);
    expect(existsSync("CANARY.csv")).toBe(false);
    expect(await readdir(folder)).not.toContain("refused");
  });

  it("is that the folder asked for is not there", async () => {
    const { data } = await scene("absent", tickets);
    expect(await refusal({ data, private: join(folder, "nowhere") })).toContain("no such folder");
  });

  it("is no matter for a source that was merged before: it is refused", async () => {
    const { data } = await scene("premerged", tickets);
    const source = join(data, "complaints", "source.csv");
    await writeFile(source, (await readFile(source, "utf8")).replace(",12345,", ",merged,"));
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await compile({ data, out: join(folder, "refused"), today: "2026-04-01" })).toBeNull();
    expect(said.mock.calls.join("\n")).toContain("代码“merged”只由合并小数目写入");
    said.mockRestore();
  });

  it("is not that git could take them: the folder is ignored", async () => {
    expect(await readFile(".gitignore", "utf8")).toContain("\n/private/\n");
  });
});
