import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemText } from "#core/problem/text";
import { checkFile } from "#scripts/lib/csv";
import { findDatasets } from "#scripts/lib/find";

const data = join(import.meta.dirname, "..", "data");

describe.each(await findDatasets(data))("$id", ({ dir, dataset }) => {
  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(dataset))).toEqual(dataset);
  });

  it("has a source without an error", async () => {
    const { problems } = await checkFile(join(dir, "source.csv"), dataset);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("refuses refused.csv in the words of refused.txt", async () => {
    const file = join(dir, "refused.csv");
    const { problems } = await checkFile(file, dataset);
    const said = problems.map((p) => `${problemText(p, "refused.csv", "zh")}\n`).join("");
    expect(said).toBe(await readFile(join(dir, "refused.txt"), "utf8"));
  });
});
