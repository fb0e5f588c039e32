import * as Plot from "@observablehq/plot";
import { cleanPicture } from "#charts/clean";
import { chartOptions } from "#charts/options";
import { widths } from "#charts/style";
import { chartTable } from "#charts/table";
import type { Point, Subject } from "#core/catalog";
import type { Chart } from "#core/dataset";
import { isChinese } from "#core/format/format";
import type { Lang } from "#core/language";

/** Pictures in the width that the page does not show now, and how to draw them when it does. */
const drawnLater = new Map<Element, () => void>();

function drawShown(all = false): void {
  for (const [picture, draw] of drawnLater) {
    if (!all && getComputedStyle(picture).display === "none") continue;
    drawnLater.delete(picture);
    draw();
  }
}
addEventListener("resize", () => drawShown());
addEventListener("beforeprint", () => drawShown(true));

/** Draws a chart anew where the page has it: the picture in both widths, its table and what it leaves out. */
export function drawChart(
  root: ParentNode,
  subject: Subject,
  chart: Chart,
  points: readonly Point[],
  lang: Lang,
): void {
  const figure = root.querySelector(`#chart-${CSS.escape(chart.id)}`);
  if (!figure) return;
  for (const size of ["wide", "narrow"] as const) {
    const picture = figure.querySelector(`.picture.${size}`);
    if (!picture) continue;
    drawnLater.set(picture, () => {
      const svg = Plot.plot(chartOptions(subject, chart, points, lang, { width: widths[size] }));
      cleanPicture(svg, chart.alt[lang]);
      picture.replaceChildren(svg);
    });
  }
  drawShown();
  const { body, left, takeaway } = chartTable(subject, chart, points, lang);
  const sentence = figure.querySelector("figcaption p");
  if (sentence) sentence.textContent = takeaway || chart.alt[lang];
  figure.querySelector("tbody")?.replaceChildren(...body.map((row) => tableRow(row, lang)));
  for (const old of figure.querySelectorAll(".aside")) old.remove();
  figure.querySelector("details")?.before(...left.map(aside));
}

function tableRow(
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

function aside(sentence: string): HTMLElement {
  const p = document.createElement("p");
  p.className = "aside";
  p.textContent = sentence;
  return p;
}
