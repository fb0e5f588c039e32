import { join } from "node:path";
import { parseArgs } from "node:util";
import { addressesOf, addressesUsing } from "#core/gate/takedown";
import { takedownText } from "#core/gate/takedown-text";
import { reasonsOf, withdrawRule } from "#core/gate/withdraw";
import { type Lang, langs } from "#core/language";
import { type Problem, problem } from "#core/problem/problem";
import { problemText } from "#core/problem/text";
import { type Found, findDatasets, ProblemError } from "#scripts/lib/find";
import { findRecord, replaceFile, takeOut } from "#scripts/lib/take-out";
import { beijingDate } from "#scripts/lib/today";
import { type Listed, readWithdrawn, withdrawnFile } from "#scripts/lib/withdrawn";

const usage =
  "npm run withdraw -- CASE --reason KIND [--dataset ID] [--data DIR] [--today YYYY-MM-DD] [--lang zh|en]";

type Asked = {
  key: string;
  reason: string;
  dataset?: string;
  data: string;
  today: string;
  lang: Lang;
};

const isLang = (text: string): text is Lang => (langs as readonly string[]).includes(text);
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00Z`).toISOString().slice(0, 10) === text;

function asked(args: string[]): Asked {
  const bad = (found: string) =>
    new ProblemError("withdraw", [problem("bad option", { found, usage })]);
  const options = {
    reason: { type: "string", default: "" },
    dataset: { type: "string" },
    data: { type: "string", default: "data" },
    today: { type: "string", default: beijingDate() },
    lang: { type: "string", default: "zh" },
  } as const;
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw bad(/'(--?[^' ]+)/.exec(message)?.[1] ?? message);
    }
  })();
  const { lang, today, dataset, ...rest } = values;
  const [key = "", second] = positionals;
  if (second !== undefined) throw bad(second);
  if (!isLang(lang)) throw bad(`--lang ${lang}`);
  if (!isDay(today)) throw bad(`--today ${today}`);
  return { ...rest, key, lang, today, ...(dataset !== undefined && { dataset }) };
}

/** The dataset asked for, or the only one that rows can be withdrawn from. */
function chosen(all: readonly Found[], id: string | undefined): Found {
  const open = all.filter(({ dataset }) => withdrawRule(dataset));
  const known = open.map((one) => one.id);
  const [only, second] = id === undefined ? open : open.filter((one) => one.id === id);
  if (only && !second) return only;
  const wrong =
    id === undefined
      ? problem("no dataset to withdraw from", { known })
      : problem("no such dataset", { found: id, known });
  throw new ProblemError("withdraw", [wrong]);
}

/** Everything that speaks against it, by file. */
async function refuse(
  { dataset: d, dir }: Found,
  { key, reason }: Asked,
  listed: readonly Listed[],
): Promise<void> {
  const problems: Problem[] = [];
  const source = join(dir, "source.csv");
  let place = "withdraw";
  const codes = reasonsOf(d);
  if (!(reason in codes)) {
    problems.push(problem("no such reason", { found: reason, codes: Object.keys(codes) }));
  }
  if (key === "") problems.push(problem("no case", {}));
  else if (!listed.some((l) => l.key === key)) {
    const { has, errors } = await findRecord(source, d, key);
    if (!has) problems.push(problem("no such case", { found: key }), ...errors);
    if (!has && errors.length > 0) place = source; // it may stand on one of these lines
  }
  if (problems.length > 0) throw new ProblemError(place, problems);
}

/** The list as a file: nothing but these three columns, whatever stood beside them. */
const listText = (key: string, listed: readonly Listed[]): string =>
  [[key, "withdrawn_on", "reason"], ...listed.map((l) => [l.key, l.withdrawnOn, l.reason])]
    .map((cells) => `${cells.join(",")}\n`)
    .join("");

async function main(args: string[]): Promise<void> {
  const wanted = asked(args);
  const { key, reason, today, lang } = wanted;
  const all = await findDatasets(wanted.data);
  const one = chosen(all, wanted.dataset);
  const { dataset: d, dir } = one;
  const [list, source] = [withdrawnFile(dir), join(dir, "source.csv")];
  const { listed, problems } = await readWithdrawn(d, dir);
  if (problems.length > 0) throw new ProblemError(list, problems);
  await refuse(one, wanted, listed);
  const before = listed.find((l) => l.key === key);
  if (!before) {
    // First the list, which the gate obeys, then the source: a run that dies in between loses nothing.
    await replaceFile(list, listText(d.key, [...listed, { key, withdrawnOn: today, reason }]));
  }
  const { lines, stuck } = await takeOut(source, d, key);
  const { withdrawnOn: day, reason: code } = before ?? { withdrawnOn: today, reason };
  const done = {
    ...{ key, day, list, source, lines, stuck, before: before !== undefined },
    reason: reasonsOf(d)[code]?.[lang] ?? code,
  };
  const addresses = [
    ...addressesOf(d, key),
    ...addressesUsing(
      all.map((f) => f.dataset),
      d,
    ),
  ];
  process.stdout.write(`${takedownText(done, addresses, lang).join("\n")}\n`);
}

/** The language asked for, even where the rest of the arguments is not understood. */
const langOf = (args: readonly string[]): Lang =>
  args.some((arg, i) => arg === "--lang=en" || (arg === "en" && args[i - 1] === "--lang"))
    ? "en"
    : "zh";

const args = process.argv.slice(2);
await main(args).catch((error: unknown) => {
  if (!(error instanceof ProblemError)) throw error;
  for (const p of error.problems) console.error(problemText(p, error.path, langOf(args)));
  process.exitCode = 1;
});
