import { stat } from "node:fs/promises";
import type { Assessment } from "#core/assessment/declaration";
import { isShare, readTarget, type Targets, targetList } from "#core/assessment/target";
import type { Dataset } from "#core/dataset";
import { type Problem, problem } from "#core/problem/problem";
import { checkFile } from "./csv.ts";
import { ProblemError } from "./find.ts";
import { parse } from "./records.ts";

/** What data/targets.csv sets, nothing where there is no such file; throws every problem in it. */
export async function readTargets(
  path: string,
  a: Assessment,
  datasets: readonly Dataset[],
): Promise<Targets> {
  if (!(await stat(path).catch(() => undefined))) return {};
  const targets: Record<string, Record<string, Record<string, number>>> = {};
  const wrong: Problem[] = [];
  const list = targetList(a);
  const column = list.fields["target"]?.label;
  const { problems } = await checkFile(path, list, {
    onCsv: (csv) => {
      for (const [line, region = "", indicator = "", year = "", text = ""] of parse(csv, ",", false)
        .data) {
        if (!line) continue;
        const share = isShare(a, indicator, datasets);
        const target = readTarget(text, share);
        const place = { line: Number(line), ...(column && { column }) };
        if (target === null) wrong.push(problem("bad target", { found: text, share }, place));
        else {
          targets[region] ??= {};
          targets[region][indicator] ??= {};
          targets[region][indicator][year] = target;
        }
      }
    },
  });
  const errors = problems.filter((p) => p.severity === "error" && p.code !== "only a header");
  if (errors.length + wrong.length > 0) throw new ProblemError(path, [...errors, ...wrong]);
  return targets;
}
