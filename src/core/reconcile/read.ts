import { type Dataset, defineDataset } from "#core/dataset";
import type { Column } from "#core/field";
import type { Text } from "#core/language";
import { excerpt, type Problem, problem } from "#core/problem/problem";
import { type Figure, type Percent, readFigure, readPercent } from "#core/reconcile/figure";
import { counts, rates, type Total, type Unit } from "#core/reconcile/finding";
import { readNote } from "#core/reconcile/note";

const label = (zh: string, en: string): Text => ({ zh, en });
const merged = (within: readonly string[]) => ({ merged: { within } });

const base = {
  summary: label("公开的统计数", "Published figures"),
  articles: [44],
  source: {
    publisher: label("各地", "Various places"),
    licence: label("未注明", "None stated"),
    received: "2026-01-01",
  },
  file: { missing: ["-", "—", "–", "/"] },
  privacy: [],
  metrics: { rows: { agg: "rows", label: label("行数", "Rows") } },
  filters: [],
  search: [],
  charts: [],
  table: ["place"],
  row: { title: "place", pages: 0 },
  demonstration: false,
} as const;

const place = {
  place: { kind: "text", label: label("地方", "place"), ...merged([]) },
  period: { kind: "text", label: label("时期", "period"), ...merged(["place"]) },
} as const satisfies Record<string, Column>;
const note = {
  note: { kind: "text", label: label("备注", "note"), optional: true },
  source_url: { kind: "text", label: label("网址", "source_url"), optional: true },
} as const satisfies Record<string, Column>;
const optional = (zh: string, en: string): Column => ({
  kind: "text",
  label: label(zh, en),
  optional: true,
});

const totalsLayout = defineDataset({
  ...base,
  id: "totals",
  title: label("合计", "Totals"),
  key: "row", // no column of the file: rows of one place are many
  input: {
    ...place,
    metric: { kind: "text", label: label("指标", "metric") },
    value: { kind: "text", label: label("数值", "value") },
    ...note,
  },
  fields: { row: place.place, ...place },
});

const unitsLayout = defineDataset({
  ...base,
  id: "units",
  title: label("承办单位", "Units"),
  key: "row", // no column of the file: rows of one place are many
  input: {
    ...place,
    unit: { kind: "text", label: label("单位", "unit") },
    received: optional("收到", "received"),
    on_time: optional("按期", "on_time"),
    overdue: optional("逾期", "overdue"),
    open: optional("在办", "open"),
    close_rate: optional("办结率", "close_rate"),
    satisfaction_rate: optional("满意率", "satisfaction_rate"),
    on_time_feedback_rate: optional("按期反馈率", "on_time_feedback_rate"),
    callback_rate: optional("回访率", "callback_rate"),
    score: optional("得分", "score"),
    unsatisfied: optional("不满意", "unsatisfied"),
    ...note,
  },
  fields: { row: place.place, ...place },
});

export type Layout = "totals" | "units";
/** The two kinds of files that can be reconciled, as the check reads them. */
export const layouts: Readonly<Record<Layout, Dataset>> = {
  totals: totalsLayout,
  units: unitsLayout,
};

/** The label of a column of either layout. */
export const columnLabel = (column: string): Text =>
  totalsLayout.input?.[column]?.label ??
  unitsLayout.input?.[column]?.label ??
  label(column, column);

/** The cells of a row by column, blank where there is nothing, and where it stands. */
export type Cells = { file: string; line: number; at: Readonly<Record<string, string>> };
export type Tell = (problem: Problem) => void;

const head = ({ file, line, at }: Cells) => ({
  file,
  line,
  place: at["place"] ?? "",
  period: (at["period"] ?? "").replace(
    /^(\d{4})年(\d{1,2})月$/u,
    (_, y, m) => `${y}-${m.padStart(2, "0")}`,
  ),
  note: readNote(at["note"] ?? ""),
});

/** Reads a row of totals; what cannot be read is told and taken for nothing. */
export function readTotal(cells: Cells, tell: Tell): Total {
  const value = cells.at["value"] ?? "";
  const [figure, percent] = [readFigure(value), readPercent(value)];
  if (figure === undefined && percent === undefined) {
    const at = { line: cells.line, column: columnLabel("value") };
    tell(problem("not a count", { found: excerpt(value) }, at));
  }
  return { ...head(cells), metric: cells.at["metric"] ?? "", figure: figure ?? null, percent };
}

/** Reads a row of units in the same way. */
export function readUnit(cells: Cells, tell: Tell): Unit {
  const read = <T>(
    column: string,
    reader: (text: string) => T | null | undefined,
    code: "not a count" | "not a share",
  ): T | null => {
    const text = cells.at[column] ?? "";
    const value = text === "" ? null : reader(text);
    if (value === undefined)
      tell(
        problem(code, { found: excerpt(text) }, { line: cells.line, column: columnLabel(column) }),
      );
    return value ?? null;
  };
  const figures = Object.fromEntries(
    counts.map((column) => [column, read(column, readFigure, "not a count")]),
  ) as Record<(typeof counts)[number], Figure | null>; // the columns are those of `counts`
  const percents = Object.fromEntries(
    rates.map((column) => [column, read(column, readPercent, "not a share")]),
  ) as Record<(typeof rates)[number], Percent | null>; // and of `rates`
  return { ...head(cells), unit: cells.at["unit"] ?? "", ...figures, ...percents };
}
