import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { compile } from "#scripts/compile";
import { ask, openDuck } from "#scripts/lib/duck";
import { mentions } from "./mentions.ts";
import { compiled, copyData, scratch } from "./scratch.ts";

const folder = scratch("compile");
const run = promisify(execFile);

async function hashes(dir: string): Promise<Record<string, string>> {
  const byName: Record<string, string> = {};
  for (const file of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    byName[path.slice(dir.length)] = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  }
  return byName;
}

describe("compile", () => {
  it("writes the same bytes twice", async () => {
    const data = await copyData(join(folder, "twice"), "all");
    await compiled(data, join(folder, "one"));
    await compiled(data, join(folder, "two"));
    const one = await hashes(join(folder, "one"));
    expect(await hashes(join(folder, "two"))).toEqual(one);
    expect(Object.keys(one).length).toBeGreaterThan(20);
  });

  it("lets nothing of a dropped field into any file, and everything of a public one", async () => {
    const data = await copyData(join(folder, "canary"));
    const source = join(data, "fees", "source.csv");
    const [header, ...lines] = (await readFile(source, "utf8")).trimEnd().split("\r\n");
    const planted = lines.map((line, i) => `${line},CANARY-CONTACT,${i}`);
    planted[0] = (planted[0] ?? "").replace("动物卫生监督所,编号124", "CANARY-PUBLIC,编号124");
    planted[1] = (planted[1] ?? "").replace("羊", "CANARY-PUBLIC");
    await writeFile(source, [`${header},联系人,经办处`, ...planted, ""].join("\r\n"));
    const out = join(folder, "canary-build");
    await compiled(data, out);
    expect(await mentions(out, "CANARY-CONTACT")).toEqual([]);
    expect(await mentions(out, "CANARY-OWNER")).toEqual([]);
    const formats = (await mentions(out, "CANARY-PUBLIC")).map((f) =>
      f.replace(/^.*fees[./]/, "").replace(/^[0-9a-f]{12}\./, ""),
    );
    expect(formats.sort()).toEqual([
      "arrow",
      "csv",
      "en.csv",
      "head.json",
      "json",
      "parquet",
      "xlsx",
      "zh.csv",
    ]);
  });

  it("leaves the last good output whole when a source is refused", async () => {
    const data = await copyData(join(folder, "refused"));
    const out = join(folder, "refused-build");
    await compiled(data, out);
    const before = await hashes(out);
    await writeFile(join(data, "tiny", "source.csv"), "id,place\nx,y,z\n");
    expect(await compile({ data, out, today: "2026-01-31" })).toBeNull();
    expect(await hashes(out)).toEqual(before);
  });

  it("leaves the last good output whole when prepare.sql fails or breaks the declaration", async () => {
    const data = await copyData(join(folder, "broken"));
    const out = join(folder, "broken-build");
    await compiled(data, out);
    const before = await hashes(out);
    const sql = join(data, "tiny", "prepare.sql");
    for (const [text, complaint] of [
      ["SELECT nothing FROM nowhere", /nowhere/],
      ["CREATE TABLE prepared AS SELECT * EXCLUDE (paid) FROM source", /paid/],
      ["CREATE TABLE prepared AS SELECT * REPLACE ('same' AS id) FROM source", /编号.*8 行/],
      ["CREATE TABLE prepared AS SELECT * REPLACE ('z' AS sort) FROM source", /类别.*“z”/],
      ["CREATE TABLE prepared AS FROM source LIMIT 3", /8/],
    ] as const) {
      await writeFile(sql, text);
      const said = vi.spyOn(console, "error").mockImplementation(() => {});
      expect(await compile({ data, out, today: "2026-01-31" })).toBeNull();
      expect(said.mock.calls.join("\n")).toMatch(complaint);
      said.mockRestore();
      expect(await hashes(out)).toEqual(before);
    }
  });

  it("leaves the last good output whole when it is killed", async () => {
    const data = await copyData(join(folder, "killed"));
    const out = join(folder, "killed-build");
    await compiled(data, out);
    const before = await hashes(out);
    for (const wait of [300, 600, 900]) {
      const child = spawn(process.execPath, ["scripts/compile.ts", "--data", data, "--out", out], {
        stdio: "ignore",
      });
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("close", resolve));
      const after = await hashes(out);
      // A run that was already through has replaced the catalog's date, and nothing else.
      delete after["/catalog.json"];
      const { "/catalog.json": _, ...files } = before;
      expect(after).toEqual(files);
    }
  });

  it("puts back what a run killed between its two renames had moved away", async () => {
    const data = await copyData(join(folder, "mended"));
    const out = join(folder, "mended-build");
    await compiled(data, out);
    const before = await hashes(out);
    await cp(out, `${out}.old`, { recursive: true });
    await rm(out, { recursive: true });
    await writeFile(join(data, "tiny", "source.csv"), "");
    expect(await compile({ data, out, today: "2026-01-31" })).toBeNull();
    expect(await hashes(out)).toEqual(before);
  });

  it("keeps spreadsheets from running a cell, and machine files as they are", async () => {
    const data = join(folder, "formula", "data");
    await mkdir(data, { recursive: true });
    await cp("tests/fixtures/tiny", join(data, "tiny"), { recursive: true });
    const starts = ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1"];
    const rows = starts.map((s, i) => `"x${i}","${s}"`);
    rows.push('"x8","000123"', '"x9","123456789012345678"');
    await writeFile(join(data, "tiny", "source.csv"), `id,place\n${rows.join("\n")}\n`);
    const out = join(folder, "formula-build");
    await compiled(data, out);
    const duck = await openDuck(join(folder, "spill"));
    const read = async (name: string, column: string) =>
      (
        await ask(
          duck,
          `SELECT "${column}" AS v FROM read_csv('${join(out, "tiny", name)}', header = true, all_varchar = true, quote = '"', escape = '"', new_line = '\\n')`,
        )
      ).map((r) => String(r["v"]));
    const machine = await read("tiny.DEMONSTRATION.csv", "place");
    const people = await read("tiny.DEMONSTRATION.zh.csv", "名称");
    for (const cell of people) expect(cell).not.toMatch(/^[=+\-@\t\r＝]/);
    expect(people).toContain("'=1+1");
    expect(people).toContain("000123\t");
    expect(people).toContain("123456789012345678\t");
    expect(machine).toEqual(expect.arrayContaining(["=1+1", "+1", "-1", "@A1", "000123"]));
    const head = await readFile(join(out, "tiny", "tiny.DEMONSTRATION.zh.csv"));
    expect(head.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it("says what is wrong and exits 1 when started by hand", async () => {
    const data = await copyData(join(folder, "by-hand"));
    await writeFile(join(data, "tiny", "source.csv"), "");
    const args = ["scripts/compile.ts", "--data", data, "--out", join(folder, "by-hand-build")];
    const failed = await run(process.execPath, args).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1 });
    expect(String((failed as { stderr: string }).stderr)).not.toContain("    at ");
  });
});
