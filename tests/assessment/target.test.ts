import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readTarget } from "#core/assessment/target";
import { ProblemError } from "#scripts/lib/find";
import { readTargets } from "#scripts/lib/targets";
import { targetText } from "#site/measured";
import declared from "../../data/assessment.ts";
import complaints from "../../data/complaints/dataset.ts";
import awards from "../../data/subsidy-awards/dataset.ts";
import { scratch } from "../scratch.ts";

const folder = scratch("targets");
const path = join(folder, "targets.csv");
const read = async (text: string) => {
  await writeFile(path, text);
  return readTargets(path, declared, [complaints, awards]);
};
beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
});

it("reads a share or a number, and nothing else", () => {
  expect(["95%", "0.95", "９５％", "1", "0"].map((t) => readTarget(t, true))).toEqual([
    0.95, 0.95, 0.95, 1, 0,
  ]);
  expect(["95", "1.2", "", "很快", "-1"].map((t) => readTarget(t, true))).toEqual(
    Array(5).fill(null),
  );
  expect(["12", "12.5"].map((t) => readTarget(t, false))).toEqual([12, 12.5]);
  expect(readTarget("12%", false)).toBeNull();
});

describe("data/targets.csv", () => {
  it("may be missing", async () =>
    expect(await readTargets(join(folder, "none.csv"), declared, [])).toEqual({}));

  it("names regions and indicators by code or in Chinese", async () => {
    const text =
      "地区,指标,年份,目标值\n乌鲁木齐市,按期兑付率,2026,95%\n652300,days,2026,10\n650100,on_time,2027,0.98\n";
    expect(await read(text)).toEqual({
      "650100": { on_time: { "2026": 0.95, "2027": 0.98 } },
      "652300": { days: { "2026": 10 } },
    });
  });

  it("tells every problem with its line", async () => {
    const text = "region,indicator,year,target\n650100,on_time,2026,95\n650100,speed,2026,1\n";
    const error = await read(text).catch((e: unknown) => e);
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problems.map(({ code, line }) => [code, line])).toEqual(
      expect.arrayContaining([["bad target", 2]]),
    );
    expect(error.problems.length).toBeGreaterThan(1);
  });
});

it("says whether a target is reached, and how far it is", () => {
  const { days, on_time } = declared.indicators;
  if (!days || !on_time) throw new Error("no such indicators");
  expect(targetText(on_time, 0.9, 0.95, "zh")).toBe("目标 95.0%；还差 +5.0 个百分点");
  expect(targetText(on_time, 0.96, 0.95, "en")).toBe("Target 95.0%; reached");
  expect(targetText(days, 12, 10, "zh")).toBe("目标 10 天；还差 −2 天");
  expect(targetText(days, null, 10, "en")).toBe("Target 10 days");
  expect(targetText(days, 12, undefined, "en")).toBe("");
});
