import type { Option, Point, Row } from "#core/catalog";
import { listedFields } from "#core/format/cell";
import { formatNumber } from "#core/format/format";
import { csvSql, filteredName } from "#core/publication/download";
import { countSql, optionsSql, pointsSql, rowsSql, toOptions, toPoints } from "#core/query/query";
import type { View } from "#core/query/view";
import type { ExplorerConfig } from "./config.ts";
import { drawChart } from "./draw.ts";
import type { Engine } from "./engine.ts";
import { inputValue } from "./form.ts";
import { rowElement } from "./rows.ts";

/** Everything a page shows of a view. */
export type Answered = {
  count: number;
  rows: readonly Row[];
  options: Readonly<Record<string, readonly Option[]>>;
  points: readonly (readonly Point[])[];
};

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
  const [counted, rows, options, points] = await Promise.all([
    engine.ask(countSql(d, view)),
    engine.ask(rowsSql(d, view, listedFields(config), config.most)),
    Promise.all(d.filters.map((f) => engine.ask(optionsSql(d, f, view)))),
    Promise.all(d.charts.map((c) => engine.ask(pointsSql(d, c, view)))),
  ]);
  return {
    count: Number(counted[0]?.["n"] ?? 0),
    rows,
    options: Object.fromEntries(d.filters.map((f, i) => [f, toOptions(options[i] ?? [])])),
    points: points.map(toPoints),
  };
}

/** Puts an answer into the page: the rows, the counts beside each choice, the charts. */
export function show(root: HTMLElement, config: ExplorerConfig, answered: Answered): void {
  const made = answered.rows.map((row) => rowElement(config, row));
  root.querySelector("table.rows tbody")?.replaceChildren(...made);
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
