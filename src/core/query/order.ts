import { type Dataset, needField } from "#core/dataset";
import { orderOf } from "#core/gate/public";
import { name } from "#core/query/sql";
import type { Display } from "#core/query/view";

type Sort = Display["sort"];

/** The order of a list: blanks come last both ways up, and rows that are level stay in published order. */
export function orderSql(d: Dataset, sort: Sort): string {
  const published = name(orderOf(d));
  if (!sort) return published;
  needField(d, sort.field);
  return `${name(sort.field)} ${sort.down ? "DESC" : "ASC"} NULLS LAST, ${published}`;
}
