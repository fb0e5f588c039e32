import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { problemText } from "#core/problem/text";
import { checkFile, csvColumns } from "#scripts/lib/csv";
import balances from "../../data/arrears-balances/dataset.ts";
import cases from "../../data/arrears-cases/dataset.ts";
import fees from "../../data/fees/dataset.ts";
import { award } from "./award.ts";

const here = import.meta.dirname;
const feeFiles = /^(titles|template|gbk\.|bom|damaged|utf16|cr\.|blank|empty)/;

function datasetOf(file: string) {
  if (file === "balances.csv") return balances;
  if (file === "cases.csv") return cases;
  return feeFiles.test(file) ? fees : award;
}

// Each file beside its text: the sound rows as CSV, then what is said in both languages.
for (const file of readdirSync(here).filter((name) => name.endsWith(".csv"))) {
  it(`reads ${file} as its .txt says`, async () => {
    const dataset = datasetOf(file);
    let csv = "";
    const { problems, rows, encoding } = await checkFile(join(here, file), dataset, {
      onCsv: (chunk) => {
        csv += chunk;
      },
    });
    const said = [
      `${encoding} ${rows}`,
      csvColumns(dataset).join(","),
      csv,
      ...problems.map((p) => problemText(p, file, "zh")),
      "",
      ...problems.map((p) => problemText(p, file, "en")),
      "",
    ].join("\n");
    await expect(said).toMatchFileSnapshot(join(here, file.replace(/csv$/, "txt")));
  });
}
