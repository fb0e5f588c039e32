import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Dataset } from "#core/dataset";
import { keptInDetail } from "#core/problem/list";
import { checkAll } from "#scripts/lib/check-all";
import { findDatasets } from "#scripts/lib/find";
import { collected, scratch } from "../scratch.ts";

const root = join(import.meta.dirname, "..", "..");
const data = join(scratch("references"), "data");
const tmp = await mkdtemp(join(tmpdir(), "references-"));
afterAll(() => rm(tmp, { recursive: true }));

const t = (zh: string, en: string) => ({ zh, en });
const shared = {
  articles: [36],
  source: { publisher: t("演示", "D"), licence: t("无", "None"), received: "2026-01-01" },
  file: { missing: ["-"] },
  privacy: [],
  metrics: { rows: { agg: "rows", label: t("行", "Rows") } },
  filters: [],
  search: [],
  charts: [],
  demonstration: true,
} as const;

// Its id comes after the one that refers to it.
const programmes: Dataset = {
  ...shared,
  id: "programmes",
  title: t("补贴项目", "Programmes"),
  summary: t("", ""),
  fields: {
    prog_id: { kind: "text", label: t("项目编号", "Programme ID") },
    steps: { kind: "text", optional: true, label: t("怎么办", "How it goes") },
    papers: { kind: "text", optional: true, label: t("要带什么", "What to bring") },
    days: { kind: "count", label: t("天数", "Days") },
  },
  key: "prog_id",
  table: ["prog_id"],
  row: { title: "prog_id", pages: 0 },
};
const awards: Dataset = {
  ...shared,
  id: "awards",
  title: t("名单", "Awards"),
  summary: t("", ""),
  fields: {
    id: { kind: "text", label: t("编号", "ID") },
    prog_id: {
      kind: "text",
      label: t("项目编号", "Programme ID"),
      refers: { to: "programmes", needs: ["steps", "papers"] },
    },
  },
  key: "id",
  table: ["id"],
  row: { title: "id", pages: 0 },
};

async function put(d: Dataset, source: string) {
  const dir = join(root, data, d.id);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, "dataset.ts"), `export default ${JSON.stringify(d)};\n`);
  await writeFile(join(dir, "source.csv"), source);
}

const check = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(
      process.execPath,
      ["scripts/check.ts", "--data", data, ...args],
      { cwd: root },
      (error, out, err) => {
        const plain = (text: string) => text.replaceAll(`${data}/`, "");
        done({ code: error ? Number(error.code) : 0, out: plain(out), err: plain(err) });
      },
    );
  });

const good = "prog_id,steps,papers,days\nP001,去窗口,执照,5\nP002,-,,5\nP003,去窗口,x,5\n";

beforeEach(async () => {
  await rm(join(root, data), { recursive: true, force: true });
  await put(programmes, good);
});

describe("a reference", () => {
  it("is looked up in the dataset it refers to, which is checked first", async () => {
    await put(awards, "id,prog_id\nA1,P001\nA2,Ｐ００３\nA3,P001\n");
    const { code, out, err } = await check("--lang", "en");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n")).toEqual([
      "notice programmes/source.csv:3 column “How it goes”: A sign for “none” taken as blank.",
      "programmes/source.csv: 3 rows checked, 0 errors, 0 warnings, 1 notice.",
      "notice awards/source.csv:3 column “Programme ID”: Full-width characters made half-width.",
      "awards/source.csv: 3 rows checked, 0 errors, 0 warnings, 1 notice.",
      "",
    ]);
  });

  it("to nothing is told on each line, with what may have been meant; an incomplete row is told once", async () => {
    await put(awards, "id,prog_id\nA1,P002\nA2,P009\nA3,P002\nA4,TOTALLY-ELSE\nA5,\n");
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => line.startsWith("awards"))).toEqual([
      "awards/source.csv:2 行起 2 处 列“项目编号”: “P002”在“补贴项目”第 3 行，缺“怎么办”、“要带什么”。应先补上再发布（第 36 条）。",
      "awards/source.csv:3 列“项目编号”: 应为“补贴项目”中已有的“项目编号”；实为“P009”，相近的有“P001”、“P002”、“P003”。请改这一行，或先在“补贴项目”中加上它。",
      "awards/source.csv:5 列“项目编号”: 应为“补贴项目”中已有的“项目编号”；实为“TOTALLY-ELSE”。请改这一行，或先在“补贴项目”中加上它。",
      "awards/source.csv:6 列“项目编号”: 不能为空，这一行是空的。请补上。",
      "awards/source.csv：检查 5 行，4 处错误，0 处警告，0 条说明。",
    ]);
    const { out: en } = await check("--lang", "en");
    expect(en).toContain(
      "awards/source.csv:2 (2 places from here) column “Programme ID”: “P002” is on line 3 of “Programmes” and lacks “How it goes”, “What to bring”. Fill that in before this is published (Article 36).\n",
    );
    expect(en).toContain(
      "awards/source.csv:3 column “Programme ID”: Expected a “Programme ID” that is in “Programmes”; found “P009”; near it are “P001”, “P002”, “P003”. Correct this line, or add it to “Programmes” first.\n",
    );
  });

  it("is looked up for a file someone was sent, without checking aloud what it refers to", async () => {
    await put(awards, "id,prog_id\nA1,P001\n");
    const sent = join(tmp, "sent.csv");
    await writeFile(sent, "id,prog_id\nA1,P004\n");
    const { code, out } = await check(sent, "--as", "awards", "--lang", "en");
    expect(code).toBe(1);
    expect(out.replaceAll(`${tmp}/`, "").split("\n")).toEqual([
      expect.stringMatching(/^sent\.csv:2 column “Programme ID”: Expected .* found “P004”/),
      "sent.csv: 1 row checked, 1 error, 0 warnings, 0 notices.",
      "",
    ]);
    const json = await check(sent, "--as", "awards", "--json");
    expect(JSON.parse(json.out)).toMatchObject([{ dataset: "awards", rows: 1 }]);
    expect(JSON.parse(json.out)[0]).not.toHaveProperty("kept");
  });

  it("finds a row that has an error of its own, and says so", async () => {
    await put(programmes, good.replace("执照,5", "执照,five"));
    await put(awards, "id,prog_id\nA1,P001\n");
    const { out } = await check(join(data, "awards", "source.csv"), "--as", "awards");
    expect(out).toBe(
      "警告 awards/source.csv 列“项目编号”: 所引用的“补贴项目”有 1 处错误，引用的核对可能不全。请先用 npm run check 检查并改正它。\nawards/source.csv：检查 1 行，0 处错误，1 处警告，0 条说明。\n",
    );
  });

  it.each([
    ["no header", "x,y\n1,2\n"],
    ["no key", "steps,papers,days\n1,2,3\n"],
    ["an open quote", `${good}"P004,a,b,5`],
    ["an xlsx", "PK\x03\x04 [Content_Types].xml"],
  ])("is not looked up in a file with %s", async (_, source) => {
    await put(programmes, source);
    await put(awards, "id,prog_id\nA1,P009\n");
    const { out } = await check("--lang", "en");
    expect(out).toContain("was not read to its end, so that references were not compared.");
    expect(out).not.toContain("Expected a “Programme ID” that is in");
  });

  it("keeps as many problems as any other, and compile stops", async () => {
    const rows = Array.from({ length: keptInDetail + 5 }, (_, i) => `A${i},X${i}\n`).join("");
    await put(awards, `id,prog_id\n${rows}`);
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const { rows: sound, sourceOf } = collected();
    expect(await checkAll(await findDatasets(join(root, data)), "en", sourceOf)).toBe(false);
    expect(said).toHaveBeenCalledTimes(keptInDetail + 1);
    expect(said.mock.lastCall?.[0]).toContain("5 more of these");
    said.mockRestore();
    expect(sound.get("awards")).toBe("");
    expect(sound.get("programmes")).toContain("P001");
  });
});

it("tells every problem of every declaration, each with its file, before it reads a row", async () => {
  await put(awards, "id,prog_id\n");
  await put(
    {
      ...awards,
      id: "loop",
      fields: { ...awards.fields, id: { kind: "texts", label: t("", "") } },
    } as never,
    "",
  );
  await mkdir(join(root, data, "empty"));
  await put({ ...programmes, uses: ["awards"], search: ["nmae"] }, good);
  await writeFile(join(root, data, "awards", "dataset.ts"), "export default () => 1;");
  await put({ ...awards, id: "misnamed" }, "");
  await writeFile(
    join(root, data, "misnamed", "dataset.ts"),
    `export default ${JSON.stringify(awards)};`,
  );
  const { code, out, err } = await check("--lang", "en");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err.trim().split("\n")).toEqual([
    "awards/dataset.ts: The default export should be what JSON can say; found function. Correct the declaration.",
    "empty: Expected a declaration, dataset.ts; found none. Write one or move this folder away.",
    expect.stringMatching(
      /^loop\/dataset\.ts: fields\.id\.kind should be one of “text”, .*; found "texts"\./,
    ),
    "misnamed/dataset.ts: A dataset's id is the name of its folder: expected “misnamed”, found “awards”. Change one of them.",
    expect.stringMatching(/^programmes\/dataset\.ts: search\[0\] should name a field .* “nmae”,/),
  ]);
});
