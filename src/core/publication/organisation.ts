import { type Dataset, needField, type Organisations } from "#core/dataset";
import { publicFields } from "#core/gate/public";
import type { Where } from "#core/metric";
import { literal, name } from "#core/query/sql";

/** Rows of one organisation that its page lists; its figures are of all of them. */
export const mostRows = 500;

/** What such a row has of a published one: its key, what its page lists, and where it leads. */
export const organisationFields = (d: Dataset, { table }: Organisations): readonly string[] =>
  publicFields(d).filter((f) => f === d.key || table.includes(f) || needField(d, f).refers);

const isOneOf = ({ field, is }: Where): string =>
  `coalesce(${name(field)} IN (${is.map(literal).join(", ")}), false)`;

/**
 * The rows that belong to a page of an organisation. Never one in which a rule masks the name, and never an
 * individual business, whose credit codes begin with 92: both may be a natural person.
 */
export function isOrganisation(d: Dataset, { uscc, name: named, where }: Organisations): string {
  const masked = d.privacy.flatMap((p) =>
    p.rule === "mask" && p.field === named ? [`NOT ${isOneOf(p.when)}`] : [],
  );
  return [
    `${name(uscc)} IS NOT NULL`,
    `NOT starts_with(${name(uscc)}, '92')`,
    isOneOf(where),
    ...masked,
  ].join(" AND ");
}
