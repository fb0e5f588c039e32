import { type Dataset, needField } from "#core/dataset";
import { orderOf } from "#core/gate/public";
import { literal, name } from "#core/query/sql";
import type { Display, View } from "#core/query/view";
import { where } from "#core/query/where";

type Sort = Display["sort"];

/** The order of a list: blanks come last both ways up, and rows that are level stay in published order. */
export function orderSql(d: Dataset, sort: Sort): string {
  const published = name(orderOf(d));
  if (!sort) return published;
  needField(d, sort.field);
  return `${name(sort.field)} ${sort.down ? "DESC" : "ASC"} NULLS LAST, ${published}`;
}

/** Where a row stands in the list of a view, counted from 0: `n`, and no row where the view leaves it out. */
export function positionSql(d: Dataset, view: View, sort: Sort, key: string): string {
  const published = name(orderOf(d));
  const field = sort ? name(needField(d, sort.field) && sort.field) : "NULL";
  const kept = where(d, view);
  const meant = `${kept ? `${kept} AND` : "WHERE"} ${name(d.key)} = ${literal(key)}`;
  const own = `SELECT ${field} AS s, ${published} AS o FROM rows ${meant} ORDER BY o LIMIT 1`;
  const level = `coalesce(r.s = own.s, r.s IS NULL AND own.s IS NULL)`;
  const sooner = `coalesce(r.s ${sort?.down ? ">" : "<"} own.s, r.s IS NOT NULL AND own.s IS NULL)`;
  const list = `SELECT ${field} AS s, ${published} AS o FROM rows ${kept}`;
  return `SELECT CAST(count(r.o) AS DOUBLE) AS n FROM (${own}) AS own LEFT JOIN (${list}) AS r ON (${sooner}) OR (${level} AND r.o < own.o) GROUP BY own.o`;
}
