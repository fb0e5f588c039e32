import type { Row } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import type { Column } from "#core/field";
import type { Text } from "#core/language";
import { literal, name } from "#core/query/sql";
import type { Privacy } from "#core/rule";

/**
 * Taking rows down. All SQL here runs over `prepared`, the table `withdrawn` (key, withdrawn_on, reason: what
 * withdrawn.csv lists) and the variable `today`.
 */
export type WithdrawRule = Extract<Privacy, { rule: "withdraw" }>;

export const withdrawRule = (d: Dataset): WithdrawRule | undefined =>
  d.privacy.find((p) => p.rule === "withdraw");

/** The reason of a row that nobody took down and whose time is over. */
export const expiredCode = "expired";

/** Stands for a name that may no longer be shown. */
export const expiredText: Text = { zh: "公示已期满", en: "No longer published" };

/** What the reasons for taking a row down are called, by code. */
export function reasonsOf(d: Dataset): Readonly<Record<string, Text>> {
  const rule = withdrawRule(d);
  const field = rule && needField(d, rule.reason);
  return field?.kind === "category" ? field.codes : {};
}

/** withdrawn.csv as a dataset of its own, so that it is checked like any file. */
export function withdrawnList(d: Dataset, rule: WithdrawRule): Dataset {
  const required = ({ optional: _, headers: __, ...column }: Column): Column => column;
  const input = {
    [d.key]: needField(d, d.key),
    withdrawn_on: required(needField(d, rule.on)),
    reason: required(needField(d, rule.reason)),
  };
  const { agreements: _, tickets: __, ...rest } = d;
  return { ...rest, file: { missing: [] }, input };
}

const today = "CAST(getvariable('today') AS DATE)";
const isListed = (d: Dataset) => `${name(d.key)} IN (SELECT key FROM withdrawn)`;
const byStatus = ({ status }: WithdrawRule) =>
  `coalesce(${name(status.field)} IN (${status.is.map(literal).join(", ")}), false)`;

/** Whether a row of `prepared` leaves; a row whose time nobody knows does. */
export function isWithdrawn(d: Dataset): string {
  const rule = withdrawRule(d);
  if (!rule) return "false";
  const isOver = `coalesce(${name(rule.until)} < ${today}, true)`;
  return `(${isOver} OR ${byStatus(rule)} OR ${isListed(d)})`;
}

/** What a row taken down by its status must say, and the query for those that do not: source_row. */
export function withdrawnBlanks(d: Dataset): readonly { field: string; sql: string }[] {
  const rule = withdrawRule(d);
  if (!rule) return [];
  return [rule.on, rule.reason].map((field) => ({
    field,
    sql: `SELECT source_row FROM prepared WHERE ${byStatus(rule)} AND ${name(field)} IS NULL AND NOT ${isListed(d)} ORDER BY source_row`,
  }));
}

/** What stays of the rows that left, listed ones that are no longer in the source among them: key, month, reason. */
export function tombstones(d: Dataset): string | null {
  const rule = withdrawRule(d);
  if (!rule) return null;
  const [key, until, on, reason] = [d.key, rule.until, rule.on, rule.reason].map(name);
  const left = `SELECT ${key} AS key, ${until} AS until, ${on} AS own_day, ${reason} AS own_reason FROM prepared WHERE ${isWithdrawn(d)}`;
  const day = "coalesce(own_day, withdrawn_on, until)";
  const why = `coalesce(own_reason, reason, ${literal(expiredCode)})`;
  const month = (date: string) => `strftime(${date}, '%Y-%m') AS month`;
  return `SELECT key, ${month(day)}, ${why} AS reason FROM (${left}) LEFT JOIN withdrawn USING (key) UNION ALL SELECT key, ${month("withdrawn_on")}, reason FROM withdrawn WHERE key NOT IN (SELECT ${key} FROM prepared) ORDER BY key`;
}

/** The first day on which a name among the `published` rows may no longer be shown: one row, day, NULL where there is none. */
export function validUntil(d: Dataset): string {
  const rule = withdrawRule(d);
  if (!rule?.names.length) return "SELECT NULL AS day";
  return `SELECT CAST(min(${name(rule.until)}) + 1 AS VARCHAR) AS day FROM published`;
}

/**
 * The columns of rows in query form for who reads a stale copy of them: names whose time is over on that day (an
 * ISO date) are NULL.
 */
export function hideExpired(d: Dataset, day: string): string {
  const rule = withdrawRule(d);
  if (!rule?.names.length) return "*";
  const hidden = rule.names.map(
    (f) => `CASE WHEN ${name(rule.until)} >= ${literal(day)} THEN ${name(f)} END AS ${name(f)}`,
  );
  return `* REPLACE (${hidden.join(", ")})`;
}

/**
 * The last day (an ISO date) on which a field of a published row may be shown, without a field the row's title: a page
 * that carries it as `data-until` hides it from then on, even in an old copy.
 */
export function untilOf(d: Dataset, row: Row, field: string = d.row.title): string | undefined {
  const rule = withdrawRule(d);
  const until = rule?.names.includes(field) ? row[rule.until] : null;
  return until ? String(until) : undefined;
}

/** True where a page about the dataset needs the script that hides what is past its time. */
export const mayExpire = (d: Dataset): boolean => withdrawRule(d) !== undefined;
