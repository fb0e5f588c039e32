import { parseArgs } from "node:util";
import { type Lang, langs } from "#core/language";
import { type Problem, problem } from "#core/problem/problem";
import { problemText } from "#core/problem/text";
import type { Finding, Total, Unit } from "#core/reconcile/finding";
import { type Layout, layouts, readTotal, readUnit } from "#core/reconcile/read";
import { reconcile } from "#core/reconcile/reconcile";
import { findingText } from "#core/reconcile/text";
import { type Checked, checkFile, csvColumns } from "#scripts/lib/csv";
import { ProblemError } from "#scripts/lib/find";
import { parse } from "#scripts/lib/records";
import { whereAsked } from "#scripts/lib/where";

type Asked = { files: readonly string[]; lang: Lang; json: boolean };
type Read = Checked & { file: string; layout: Layout; totals: Total[]; units: Unit[] };

const usage = "npm run reconcile -- FILE [FILE…] [--lang zh|en] [--json]";
const isLang = (text: string): text is Lang => (langs as readonly string[]).includes(text);
const badOption = (found: string) =>
  new ProblemError("reconcile", [problem("bad option", { found, usage })]);

function asked(args: string[]): Asked {
  const options = {
    lang: { type: "string", default: "zh" },
    json: { type: "boolean", default: false },
  } as const;
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw badOption(/'(--?[^' ]+)/.exec(message)?.[1] ?? message);
    }
  })();
  const { lang, json } = values;
  if (!isLang(lang)) throw badOption(`--lang ${lang}`);
  if (positionals.length === 0)
    throw new ProblemError("reconcile", [problem("no file given", { usage })]);
  return { files: positionals.map(whereAsked), lang, json };
}

const isUnread = ({ code }: Problem) => code === "no header" || code === "missing column";

async function readAs(file: string, layout: Layout): Promise<Read> {
  const dataset = layouts[layout];
  let csv = "";
  const checked = await checkFile(file, dataset, {
    onCsv: (chunk) => {
      csv += chunk;
    },
  });
  const columns = csvColumns(dataset);
  const told: Problem[] = [];
  const tell = (p: Problem) => told.push(p);
  const totals: Total[] = [];
  const units: Unit[] = [];
  for (const row of parse(csv, ",", false).data) {
    if (row.length < columns.length) continue;
    const at = Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ""]));
    const cells = { file, line: Number(at["source_row"]), at };
    if (layout === "totals") totals.push(readTotal(cells, tell));
    else units.push(readUnit(cells, tell));
  }
  return { ...checked, file, layout, totals, units, problems: [...checked.problems, ...told] };
}

/** A file in the layout whose columns it has; what is wrong is told of the layout that lacks fewer. */
async function readFile(file: string): Promise<Read> {
  const [totals, units] = [await readAs(file, "totals"), await readAs(file, "units")];
  const lacks = ({ problems }: Read) => problems.filter(isUnread).length;
  return lacks(units) < lacks(totals) ? units : totals;
}

const many = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;

function summary(file: string, rows: number, findings: readonly Finding[], lang: Lang): string {
  const sure = findings.filter(({ severity }) => severity === "contradiction").length;
  const asks = findings.length - sure;
  if (lang === "zh") return `${file}：核对 ${rows} 行，${sure} 处矛盾，${asks} 处疑问。`;
  return `${file}: ${many(rows, "row")} reconciled, ${many(sure, "contradiction")}, ${many(asks, "question")}.`;
}

const hasError = (problems: readonly Problem[]) => problems.some((p) => p.severity === "error");

async function main(args: string[]): Promise<number> {
  const { files, lang, json } = asked(args);
  const read: Read[] = [];
  for (const file of new Set(files)) read.push(await readFile(file));
  const findings = reconcile(
    read.flatMap(({ totals }) => totals),
    read.flatMap(({ units }) => units),
  );
  const results = read.map(({ file, layout, encoding, rows, problems }) => ({
    file,
    layout,
    encoding,
    rows,
    problems,
    findings: findings.filter((f) => f.file === file),
  }));
  if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else
    for (const { file, problems, rows, findings: found } of results) {
      const lines = [
        ...problems.map((p) => problemText(p, file, lang)),
        ...found.map((f) => findingText(f, lang)),
        summary(file, rows, found, lang),
      ];
      process.stdout.write(`${lines.join("\n")}\n`);
    }
  const isBad = findings.some(({ severity }) => severity === "contradiction");
  return isBad || results.some(({ problems }) => hasError(problems)) ? 1 : 0;
}

/** The language asked for, even where the rest of the arguments is not understood. */
const langOf = (args: readonly string[]): Lang =>
  args.some((arg, i) => arg === "--lang=en" || (arg === "en" && args[i - 1] === "--lang"))
    ? "en"
    : "zh";

// Who pipes into `head` has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const args = process.argv.slice(2);
if (args.includes("--help")) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
process.exitCode = await main(args).catch((error: unknown) => {
  if (!(error instanceof ProblemError)) throw error;
  const { path: file, problems } = error;
  if (args.includes("--json"))
    process.stdout.write(
      `${JSON.stringify([{ file, problems, rows: 0, findings: [] }], null, 2)}\n`,
    );
  else for (const p of problems) process.stderr.write(`${problemText(p, file, langOf(args))}\n`);
  return 1;
});
