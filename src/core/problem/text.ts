import type { Lang } from "#core/language";
import { en } from "#core/problem/en";
import type { Problem, Sentences, Severity } from "#core/problem/problem";
import { zh } from "#core/problem/zh";

const sentences: Readonly<Record<Lang, Sentences>> = { zh, en };

const words: Readonly<
  Record<
    Lang,
    {
      severity: Readonly<Record<Severity, string>>;
      column: (label: string) => string;
      from: (count: number) => string;
      counted: (count: number) => string;
    }
  >
> = {
  zh: {
    severity: { error: "", warning: "警告 ", notice: "说明 " },
    column: (label) => ` 列“${label}”`,
    from: (count) => ` 行起 ${count} 处`,
    counted: (count) => ` ${count} 处`,
  },
  en: {
    severity: { error: "", warning: "warning ", notice: "notice " },
    column: (label) => ` column “${label}”`,
    from: (count) => ` (${count} places from here)`,
    counted: (count) => ` (${count} places)`,
  },
};

/** The problem in one sentence: where, what was expected, what was found, what to do. */
export function problemText(problem: Problem, file: string, lang: Lang): string {
  const { severity, column, from, counted } = words[lang];
  const { line, count } = problem;
  const own = problem.file ?? file;
  const place = line === undefined ? own : `${own}:${line}`;
  const span = count === undefined || count < 2 ? "" : (line === undefined ? counted : from)(count);
  const label = problem.column === undefined ? "" : column(problem.column[lang]);
  const say = sentences[lang][problem.code] as (details: Problem) => string; // its own details, by code
  return `${severity[problem.severity]}${place}${span}${label}: ${say(problem)}`;
}
