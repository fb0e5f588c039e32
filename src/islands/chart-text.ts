import { isChinese } from "#core/format/format";
import type { Lang } from "#core/language";

/** A row of the table below a chart, as src/components/Chart.astro makes it. */
export function tableRow(
  { label, cells }: { label: string; cells: readonly string[] },
  lang: Lang,
): HTMLElement {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.textContent = label;
  if (lang !== "zh" && isChinese(label)) head.lang = "zh-CN";
  const numbers = cells.map((text) => {
    const cell = document.createElement("td");
    cell.className = "number";
    cell.textContent = text;
    return cell;
  });
  row.append(head, ...numbers);
  return row;
}

/** A sentence on what a picture leaves out. */
export function aside(sentence: string): HTMLElement {
  const p = document.createElement("p");
  p.className = "aside";
  p.textContent = sentence;
  return p;
}
