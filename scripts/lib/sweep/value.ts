import { findPersonal } from "#core/sweep/personal";
import { suspects } from "#core/sweep/suspect";
import { heading, type Job } from "./reader.ts";

/** A value as text; a whole number without point or exponent, however it is stored. */
function written(value: unknown): string {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value).toString();
  if (typeof value === "string") return value.replace(/^(-?\d+)\.0+$/, "$1");
  return typeof value === "object"
    ? JSON.stringify(value, (_, v) => (typeof v === "bigint" ? `${v}` : v))
    : String(value);
}

/** Searches one value of a table; row 0 is the names of its columns. */
export function lookAt(value: unknown, row: number, column: string, job: Job): void {
  const amount = job.amounts.has(column);
  for (const found of findPersonal(written(value), { ...job, amount }))
    job.tell(found, { column: heading(column), spot: { in: "row", row } });
}

/** A whole number nearer to zero has too few digits to be anybody's. */
export const nobodys = 1e9;

/** A byte that is part of nothing that is searched for, so that texts with it between them can be searched as one. */
export const between = 1;

/** Parts of joined texts in which something is found, if it is not by what another text says around it. */
export function* partsFound(
  texts: Uint8Array,
  job: Job,
): Generator<{ start: number; end: number }> {
  const reach = 512;
  const decoder = new TextDecoder();
  for (const { start, end } of suspects(texts)) {
    const text = decoder.decode(texts.subarray(Math.max(0, start - reach), end + reach));
    if (findPersonal(text, job).length > 0) yield { start, end };
  }
}
