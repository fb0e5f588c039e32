import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, ["scripts/check.ts", ...args], { cwd: root }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

it("checks every dataset and ends with a summary", async () => {
  const { code, out, err } = await run();
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/data\/fees\/source\.csv：检查 \d+ 行，0 处错误，0 处警告，\d+ 条说明。\n/);
});

it("checks a file someone was sent, in either language", async () => {
  const { code, out } = await run("data/fees/refused.csv", "--as", "fees", "--lang", "en");
  expect(code).toBe(1);
  expect(out).toMatch(/8 rows checked, 18 errors, 0 warnings, 11 notices\.\n$/);
});

it("prints nothing but JSON with --json", async () => {
  const { code, out, err } = await run("data/fees/refused.csv", "--as=fees", "--json");
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(JSON.parse(out)).toMatchObject([{ dataset: "fees", rows: 8, encoding: "UTF-8" }]);
  expect(out).not.toContain("#N/A");
});

it.each([
  [["--fast"], "check: 不认识“--fast”。用法："],
  [["a.csv", "b.csv"], "check: 不认识“b.csv”。"],
  [["--lang", "fr"], "check: 不认识“--lang fr”。"],
  [["--data"], "check: 不认识“--data”。"],
  [["a.csv"], "a.csv: 没有说明按哪个数据集检查。请加 --as，可选："],
  [["a.csv", "--as", "toll"], "a.csv: 没有数据集“toll”。可选："],
  [["--data", "nowhere"], "nowhere: 没有这个目录。"],
  [["--data", "scripts"], "scripts: 目录里没有数据集。应有形如 data/fees/dataset.ts 的文件。"],
])("answers %j in a sentence, without a stack trace", async (args, sentence) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain(sentence);
  expect(err.trim().split("\n")).toHaveLength(1);
});

it("says that a file is missing", async () => {
  const { code, out } = await run("none.csv", "--as", "fees");
  expect(code).toBe(1);
  expect(out).toContain("none.csv: 没有这个文件。请核对路径。");
});
