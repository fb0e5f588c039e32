import { parseArgs } from "node:util";
import { type Lang, langs } from "#core/language";
import { problem } from "#core/problem/problem";
import { problemText } from "#core/problem/text";
import { ProblemError } from "#scripts/lib/find";
import { isFolder, sweepFolder } from "#scripts/lib/sweep/folder";
import { publicIn } from "#scripts/lib/sweep/public";
import { reportLines } from "#scripts/lib/sweep/refuse";

const usage = "npm run sweep -- [DIR…] [--build DIR] [--lang zh|en]";
const isLang = (text: string): text is Lang => (langs as readonly string[]).includes(text);

function asked(args: string[]) {
  const bad = (found: string) =>
    new ProblemError("sweep", [problem("bad option", { found, usage })]);
  const options = {
    build: { type: "string", default: "build" },
    lang: { type: "string", default: "zh" },
  } as const;
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch (error) {
      throw bad(/'(--?[^' ]+)/.exec(String(error))?.[1] ?? String(error));
    }
  })();
  const { build, lang } = values;
  if (!isLang(lang)) throw bad(`--lang ${lang}`);
  return { folders: positionals.length > 0 ? positionals : ["build", "dist"], build, lang };
}

function summary(folder: string, files: number, skipped: number, found: number, lang: Lang) {
  if (lang === "zh")
    return `${folder}：检查 ${files} 个文件，其中 ${skipped} 个与依赖包原文件相同而略过；${found} 处疑似个人信息。`;
  return `${folder}: ${files} files searched, ${skipped} of them skipped as copies out of a package; ${found} findings.`;
}

/** Searches folders for personal data; true where there is none. */
async function main(args: string[]): Promise<boolean> {
  const { folders, build, lang } = asked(args);
  const options = await publicIn(build);
  let clean = true;
  for (const folder of folders) {
    if (!(await isFolder(folder))) {
      console.error(problemText(problem("no such folder", {}), folder, lang));
      clean = false;
      continue;
    }
    const report = await sweepFolder(folder, options);
    for (const line of reportLines(folder, report, lang)) console.error(line);
    const found = report.problems.reduce(
      (sum, { problem: p }) => sum + (p.code === "more of these" ? p.more : 1),
      0,
    );
    console.log(summary(folder, report.files, report.skipped.length, found, lang));
    clean &&= found === 0;
  }
  return clean;
}

const clean = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof ProblemError)) throw error;
  for (const p of error.problems) console.error(problemText(p, error.path, "zh"));
  return false;
});
if (!clean) process.exitCode = 1;
