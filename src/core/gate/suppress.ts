import { type Dataset, needField } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import { literal, name } from "#core/query/sql";
import { mergedCode, type Privacy } from "#core/rule";

/** Keeping people in small cells from being singled out; src/core/rule.ts says how. */
export type SuppressRule = Extract<Privacy, { rule: "suppress" }>;

export const suppressRule = (d: Dataset): SuppressRule | undefined =>
  d.privacy.find((p) => p.rule === "suppress");

// Columns beside those of the dataset: no field can be called so.
const [small, nth, smalls, sound, cut, fate] = [
  "small",
  "nth",
  "smalls",
  "sound",
  "cut",
  "fate",
].map((s) => name(`#${s}`));
const sumOf = (base: string) => name(`#sum ${base}`);
const cellsOf = (base: string) => name(`#cells ${base}`);

/**
 * The rows of `from`, each with its fate. Cells stand in line, the small ones first, then the next smallest; the cut is
 * the shortest piece of the line that holds every small cell and gives none of its cells away.
 */
function fates(d: Dataset, rule: SuppressRule, from: string): string {
  const group = rule.within.length ? `PARTITION BY ${rule.within.map(name).join(", ")}` : "";
  const people = rule.bases.map((base) => ({ base, n: `coalesce(${name(base)}, 0)` }));
  const isSmall = people.map(({ n }) => `(${n} > 0 AND ${n} < ${rule.under})`).join(" OR ");
  const line = `${group} ORDER BY ${[`${small} DESC`, ...people.map(({ n }) => n), name(d.key)].join(", ")}`;
  const running = people.map(
    ({ base, n }) =>
      `sum(${n}) OVER line AS ${sumOf(base)}, count(*) FILTER (WHERE ${n} > 0) OVER line AS ${cellsOf(base)}`,
  );
  const isSound = rule.bases.map(
    (b) => `(${sumOf(b)} = 0 OR (${sumOf(b)} >= ${rule.under} AND ${cellsOf(b)} >= 2))`,
  );
  const marked = `SELECT *, (${isSmall}) AS ${small} FROM (${from})`;
  const summed = `SELECT *, row_number() OVER line AS ${nth}, count(*) FILTER (WHERE ${small}) OVER (${group}) AS ${smalls}, ${running.join(", ")} FROM (${marked}) WINDOW line AS (${line} ROWS UNBOUNDED PRECEDING)`;
  const judged = `SELECT *, ${nth} >= ${smalls} AND ${isSound.join(" AND ")} AS ${sound} FROM (${summed})`;
  const reached = `SELECT *, min(${nth}) FILTER (WHERE ${sound}) OVER (${group}) AS ${cut} FROM (${judged})`;
  return `SELECT *, CASE WHEN ${smalls} = 0 OR ${nth} > ${cut} THEN 'published' WHEN ${cut} IS NULL THEN 'withheld' ELSE 'merged' END AS ${fate} FROM (${reached})`;
}

/** The public fields of the rows of `from`, small cells merged or withheld. */
export function suppressed(d: Dataset, from: string): string {
  const rule = suppressRule(d);
  if (!rule) return from;
  const all = fates(d, rule, from);
  const fields = publicFields(d);
  const key = `concat_ws('-', ${[...rule.within.map(name), literal(mergedCode)].join(", ")})`;
  const merged = fields.map((f) => {
    if (rule.within.includes(f)) return name(f);
    if (rule.merge.includes(f)) return `${literal(mergedCode)} AS ${name(f)}`;
    if (f === d.key) return `${key} AS ${name(f)}`;
    if (needField(d, f).kind === "count") return `sum(${name(f)}) AS ${name(f)}`;
    throw new Error(`${d.id}: ${f} would single out a small cell`); // checkPrivacy has said so
  });
  const by = rule.within.length ? ` GROUP BY ${rule.within.map(name).join(", ")}` : "";
  return `SELECT ${fields.map(name).join(", ")} FROM (${all}) WHERE ${fate} = 'published' UNION ALL SELECT ${merged.join(", ")} FROM (${all}) WHERE ${fate} = 'merged'${by}${by ? "" : " HAVING count(*) > 0"}`;
}

/** How many rows of `from` were merged, into how many, and how many withheld: cells, rows, withheld. */
export function suppressedCounts(d: Dataset, from: string): string {
  const rule = suppressRule(d);
  // Nothing is merged: to read every row for that would also mask every name again.
  if (!rule)
    return `SELECT CAST(0 AS DOUBLE) AS cells, CAST(0 AS DOUBLE) AS "rows", CAST(0 AS DOUBLE) AS withheld`;
  const counted = (condition: string) => `CAST(count(*) FILTER (WHERE ${condition}) AS DOUBLE)`;
  const isMerged = `${fate} = 'merged'`;
  return `SELECT ${counted(isMerged)} AS cells, ${counted(`${isMerged} AND ${nth} = 1`)} AS "rows", ${counted(`${fate} = 'withheld'`)} AS withheld FROM (${fates(d, rule, from)})`;
}
