import type { Option, Point } from "#core/catalog";
import { formatNumber } from "#core/format/format";
import { publicFields } from "#core/gate/public";
import { csvSql, filteredName } from "#core/publication/download";
import { positionSql } from "#core/query/order";
import {
  countSql,
  loadedRows,
  optionsSql,
  pointsSql,
  rowsSql,
  toOptions,
  toPoints,
} from "#core/query/query";
import type { Display, View } from "#core/query/view";
import type { ExplorerConfig } from "./config.ts";
import type { Engine } from "./connect.ts";
import { drawChart } from "./draw.ts";
import { inputValue } from "./form.ts";
import type { RowSource } from "./table.ts";

/** Everything a page shows of a view. */
export type Answered = {
  count: number;
  options: Readonly<Record<string, readonly Option[]>>;
  points: readonly (readonly Point[])[];
};

/** The SQL that makes `rows` of the loaded file, for who reads it on that day. */
export const loadedFor = ({ dataset, regions }: ExplorerConfig, day: string): string =>
  loadedRows(dataset, regions, day);

/** The SQL of a file of all rows of a view. */
export const csvOf = ({ dataset, lang, regions }: ExplorerConfig, view: View): string =>
  csvSql(dataset, lang, view, regions);

/** The name of that file. */
export const fileName = ({ dataset, lang }: ExplorerConfig, rows: number): string =>
  filteredName(dataset, lang, rows);

/** Asks for everything before the page is touched: a page laid out between answers is a slow page. */
export async function askAll(
  engine: Engine,
  config: ExplorerConfig,
  view: View,
): Promise<Answered> {
  const d = config.dataset;
  const [counted, options, points] = await Promise.all([
    engine.ask(countSql(d, view)),
    Promise.all(d.filters.map((f) => engine.ask(optionsSql(d, f, view)))),
    Promise.all(d.charts.map((c) => engine.ask(pointsSql(d, c, view)))),
  ]);
  return {
    count: Number(counted[0]?.["n"] ?? 0),
    options: Object.fromEntries(d.filters.map((f, i) => [f, toOptions(options[i] ?? [])])),
    points: points.map(toPoints),
  };
}

/** All rows of a view in an order. */
export function sourceOf(
  engine: Engine,
  { dataset: d }: ExplorerConfig,
  view: View,
  sort: Display["sort"],
  count: number,
): RowSource {
  const fields = publicFields(d);
  return {
    count,
    rows: (from, to) => engine.ask(rowsSql(d, view, fields, { sort, from, most: to - from })),
    async position(key) {
      const [found] = await engine.ask(positionSql(d, view, sort, key));
      return found ? Number(found["n"]) : null;
    },
  };
}

/** Puts an answer into the page: the counts beside each choice, the charts. */
export function show(root: HTMLElement, config: ExplorerConfig, answered: Answered): void {
  for (const [field, options] of Object.entries(answered.options)) setCounts(root, field, options);
  config.dataset.charts.forEach((chart, i) => {
    drawChart(root, config, chart, answered.points[i] ?? [], config.lang);
  });
}

/** Writes how many rows each choice of a filter has. */
function setCounts(root: HTMLElement, field: string, options: readonly Option[]): void {
  const rowsByValue = new Map(options.map((o) => [inputValue(o.value), o.rows]));
  const inputs = root.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(field)}"]`);
  for (const input of inputs) {
    const rows = rowsByValue.get(input.value) ?? 0;
    const label = input.closest("label");
    const count = label?.querySelector("[data-count]");
    if (count) count.textContent = formatNumber(rows, 0);
    label?.toggleAttribute("data-empty", rows === 0);
  }
}
