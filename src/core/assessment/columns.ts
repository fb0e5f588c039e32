import { type Assessment, indicatorsOf, needIndicator } from "#core/assessment/declaration";
import type { Figure, Figures } from "#core/assessment/figure";
import type { Column, Matrix } from "#core/assessment/matrix";

/** The units to be ranked as columns of numbers, one for each indicator of the pillars compared. */
export function matrixOf(
  a: Assessment,
  compared: readonly string[],
  ranked: readonly string[],
  figuresByUnit: Readonly<Record<string, Figures>>,
): Matrix {
  const columns = columnsOf(a, compared).map((id): Column => {
    const figures = ranked.map((code) => figuresByUnit[code]?.[id]);
    const column = (of: (f: Figure) => number | null | undefined) =>
      Float64Array.from(figures, (f) => (f ? (of(f) ?? Number.NaN) : Number.NaN));
    const i = needIndicator(a, id);
    return {
      pillar: compared.indexOf(i.pillar),
      goalposts: i.goalposts,
      values: column((f) => f.value),
      ...(figures.some((f) => f?.interval)
        ? {
            sample: {
              low: column((f) => f.interval?.low ?? f.value),
              high: column((f) => f.interval?.high ?? f.value),
            },
          }
        : {}),
    };
  });
  return { units: ranked.length, pillars: compared.length, columns };
}

/** The indicators of a matrix, column by column. */
export const columnsOf = (a: Assessment, compared: readonly string[]): readonly string[] =>
  compared.flatMap((p) => indicatorsOf(a, p));
