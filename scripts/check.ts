import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Dataset } from "#core/dataset";
import { type Lang, langs } from "#core/language";
import { type Problem, problem } from "#core/problem/problem";
import { problemText } from "#core/problem/text";
import { type Job, jobsBefore, jobsOf, startJobs } from "#scripts/lib/check-all";
import type { Checked } from "#scripts/lib/csv";
import { findDatasets, ProblemError } from "#scripts/lib/find";
import { whereAsked } from "#scripts/lib/where";

type Asked = { file?: string; as?: string; data: string; lang: Lang; json: boolean };

const isLang = (text: string): text is Lang => (langs as readonly string[]).includes(text);

const usage = "npm run check -- [FILE --as DATASET] [--data DIR] [--lang zh|en] [--json]";
const badOption = (found: string) =>
  new ProblemError("check", [problem("bad option", { found, usage })]);

function asked(args: string[]): Asked {
  const options = {
    as: { type: "string" },
    data: { type: "string", default: "data" },
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
  const [file, second] = positionals;
  if (second !== undefined) throw badOption(second);
  if (!isLang(values.lang)) throw badOption(`--lang ${values.lang}`);
  if (file === undefined && values.as !== undefined) throw badOption("--as");
  const { as, data, lang, json } = values;
  return { data, lang, json, ...(file !== undefined && { file }), ...(as !== undefined && { as }) };
}

type Plan = { datasets: Dataset[]; before: Job[]; jobs: Job[] };

async function planOf({ file, as, data }: Asked): Promise<Plan> {
  const found = await findDatasets(data);
  const datasets = found.map(({ dataset }) => dataset);
  if (file === undefined) return { datasets, before: [], jobs: jobsOf(found) };
  const known = found.map(({ id }) => id);
  if (as === undefined) throw new ProblemError(file, [problem("no dataset chosen", { known })]);
  const chosen = found.find(({ id }) => id === as);
  if (chosen === undefined)
    throw new ProblemError(file, [problem("no such dataset", { found: as, known })]);
  const { dataset } = chosen;
  const before = jobsBefore(dataset, found);
  return { datasets, before, jobs: [{ file: whereAsked(file), dataset }] };
}

/** Says on stderr how far a long check is: on one line of a terminal, every five seconds elsewhere. */
function progress(file: string, lang: Lang) {
  const start = performance.now();
  let last = start;
  const terminal = process.stderr.isTTY;
  const every = terminal ? 200 : 5000;
  let shown = false;
  return {
    tell({ bytes, of, rows }: { bytes: number; of: number; rows: number }) {
      const now = performance.now();
      if (now - start < 1000 || now - last < every) return;
      last = now;
      shown = true;
      const percent = of > 0 ? Math.floor((bytes / of) * 100) : 100;
      const text =
        lang === "zh"
          ? `${basename(file)}：${percent}%，${rows} 行`
          : `${basename(file)}: ${percent} %, ${rows} rows`;
      process.stderr.write(terminal ? `\r\x1b[K${text}` : `${text}\n`);
    },
    done() {
      if (shown && terminal) process.stderr.write("\r\x1b[K");
    },
  };
}

const many = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;

function summary(file: string, { rows, problems }: Checked, lang: Lang): string {
  let [errors, warnings, notices] = [0, 0, 0];
  for (const p of problems) {
    const places = p.code === "more of these" ? p.more : 1;
    if (p.severity === "error") errors += places;
    else if (p.severity === "warning") warnings += places;
    else notices += 1;
  }
  if (lang === "zh")
    return `${file}：检查 ${rows} 行，${errors} 处错误，${warnings} 处警告，${notices} 条说明。`;
  return `${file}: ${many(rows, "row")} checked, ${many(errors, "error")}, ${many(warnings, "warning")}, ${many(notices, "notice")}.`;
}

const hasError = (problems: readonly Problem[]) => problems.some((p) => p.severity === "error");

async function main(args: string[]): Promise<number> {
  const wanted = asked(args);
  const { lang, json } = wanted;
  const results: (Checked & { file: string; dataset: string })[] = [];
  const { datasets, before, jobs } = await planOf(wanted);
  const check = startJobs(datasets);
  for (const job of before) await check(job); // told by their own check
  for (const job of jobs) {
    const { file, dataset } = job;
    const told = progress(file, lang);
    const checked = await check(job, json ? {} : { onProgress: told.tell });
    told.done();
    results.push({ ...checked, file, dataset: dataset.id });
    if (json) continue;
    const lines = checked.problems.map((p) => problemText(p, file, lang));
    process.stdout.write(`${[...lines, summary(file, checked, lang)].join("\n")}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return results.some(({ problems }) => hasError(problems)) ? 1 : 0;
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
    process.stdout.write(`${JSON.stringify([{ file, problems, rows: 0 }], null, 2)}\n`);
  else for (const p of problems) process.stderr.write(`${problemText(p, file, langOf(args))}\n`);
  return 1;
});
