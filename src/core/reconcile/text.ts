import type { Lang } from "#core/language";
import { visible } from "#core/problem/problem";
import { en } from "#core/reconcile/en";
import type { Finding } from "#core/reconcile/finding";
import { columnLabel } from "#core/reconcile/read";
import type { Sentences } from "#core/reconcile/say";
import { zh } from "#core/reconcile/zh";

const sentences: Readonly<Record<Lang, Sentences>> = { zh, en };

/** The finding in one line: where, what was expected, what was found with its tolerance, what to ask. */
export function findingText(finding: Finding, lang: Lang): string {
  const { file, line, severity } = finding;
  const label = columnLabel(finding.column)[lang];
  const of = [finding.place, finding.period].map(visible).join(" ");
  const say = sentences[lang][finding.code] as (f: Finding) => string; // its own details, by code
  const [question, column, colon] =
    lang === "zh" ? ["疑问 ", ` 列“${label}”`, "，"] : ["question ", ` column “${label}”`, ": "];
  return `${severity === "question" ? question : ""}${file}:${line}${column}: ${of}${colon}${say(finding)}`;
}
