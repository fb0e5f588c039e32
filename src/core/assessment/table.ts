import { measuredIn } from "#core/assessment/declaration";
import { groups, unitsOf } from "#core/assessment/group";
import type { Report } from "#core/assessment/report";
import { regionByCode } from "#core/region/region";

const head = [
  "period",
  "group",
  "region",
  "region_zh",
  "region_en",
  "pillar",
  "indicator",
  "value",
  "numerator",
  "denominator",
  "rows",
  "left_out",
  "interval_low",
  "interval_high",
  "score",
  "why_none",
];

/** Every figure behind the assessment, one a line, as CSV for machines; what is not there is blank. */
export function figureTable(r: Report): { text: string; rows: number } {
  const all = measuredIn(r.declaration);
  const lines = r.periods.flatMap(({ id }) =>
    groups.flatMap((group) =>
      unitsOf(group).flatMap((unit) =>
        Object.entries(all).map(([indicator, { pillar }]) => {
          const f = r.figures[id]?.[unit]?.[indicator];
          const score = r.boards[id]?.[group].standings[unit]?.scores[indicator];
          const region = regionByCode[unit]?.name;
          return [
            id,
            group,
            unit,
            region?.zh,
            region?.en,
            pillar,
            indicator,
            f?.value,
            f?.of,
            f?.per,
            f?.n,
            f?.leftOut,
            f?.interval?.low,
            f?.interval?.high,
            score,
            f?.why,
          ];
        }),
      ),
    ),
  );
  const cell = (v: string | number | null | undefined) =>
    typeof v === "number" ? String(Number(v.toFixed(6))) : (v ?? "");
  // No name, code or number holds a comma or a quotation mark.
  const text = [head, ...lines].map((line) => line.map(cell).join(",")).join("\n");
  return { text: `${text}\n`, rows: lines.length };
}
