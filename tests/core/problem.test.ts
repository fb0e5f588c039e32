import { expect, it } from "vitest";
import { keptInDetail, startProblems } from "#core/problem/list";
import { problem, visible } from "#core/problem/problem";
import { problemText } from "#core/problem/text";

const column = { zh: "收费标准", en: "Standard" };

it("says where, what was expected, what was found and what to do", () => {
  const p = problem("not an amount", { found: "一千元" }, { line: 812, column });
  expect(problemText(p, "data/fees/source.csv", "zh")).toBe(
    "data/fees/source.csv:812 列“收费标准”: 应为金额，如 1234.50；实为“一千元”。请改这一行。",
  );
  expect(problemText(p, "data/fees/source.csv", "en")).toBe(
    "data/fees/source.csv:812 column “Standard”: Expected an amount such as 1234.50; found “一千元”. Correct this line.",
  );
});

it("shows what cannot be seen, and no more than 40 characters", () => {
  expect(visible("a\u0000b\tc\nd\u200be")).toBe("a<U+0000>b⇥c⏎d<U+200B>e");
  expect(visible("甲".repeat(50))).toBe(`${"甲".repeat(40)}…`);
});

it("never shows what concerns a person", () => {
  const p = problem("not a count", { found: null }, { line: 1, column });
  expect(problemText(p, "f", "zh")).toContain("（已隐去）");
  expect(problemText(p, "f", "en")).toContain("(hidden)");
});

it("keeps the first thousand of a kind and counts the rest", () => {
  const problems = startProblems();
  for (let line = 1; line <= 5000; line++) problems.add(problem("blank", {}, { line, column }));
  const all = problems.all();
  expect(all).toHaveLength(keptInDetail + 1);
  expect(all.at(-1)).toMatchObject({ code: "more of these", more: 4000, severity: "error" });
});

it("tallies notices by kind and column, with the first line", () => {
  const problems = startProblems();
  for (const line of [12, 13, 20]) problems.note("thousands", column, line);
  expect(problems.all().map((p) => problemText(p, "f", "zh"))).toEqual([
    "说明 f:12 行起 3 处 列“收费标准”: 去掉千位分隔符。",
  ]);
});
