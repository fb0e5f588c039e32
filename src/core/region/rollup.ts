import { name } from "#core/query/sql";
import { regionByCode } from "#core/region/region";

/**
 * The unit of prefecture level that a code counts towards, so that every code counts once. A county counts towards its
 * prefecture; a city of the corps (6590..) towards itself, never a neighbour; 650000 towards itself, since what the
 * autonomous region does at its own level is no prefecture's. 伊犁州 has only its own counties (6540..), not those of
 * 塔城 and 阿勒泰, which are its peers here.
 */
export const prefectureOf = (code: string): string =>
  code.startsWith("6590") ? code : `${code.slice(0, 4)}00`;

/** `prefectureOf` of a column, in DuckDB's SQL. */
export const rollupSql = (column: string): string =>
  `CASE WHEN starts_with(${name(column)}, '6590') THEN ${name(column)} ELSE left(${name(column)}, 4) || '00' END`;

/** The code and all that count towards it: 653200 with its counties, a county alone, 650000 alone. */
export const within = (code: string): readonly string[] =>
  Object.keys(regionByCode).filter((c) => c === code || prefectureOf(c) === code);
