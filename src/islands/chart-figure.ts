import { choosingOf, chosenIn } from "#charts/choosing";
import { chartParts, type Parts } from "#charts/parts";
import { chartPicture } from "#charts/picture";
import { largeWidth, widths } from "#charts/style";
import { tableOf } from "#charts/table";
import { enlarge, shrink } from "#charts/words";
import type { Point, Subject } from "#core/catalog";
import type { Chart } from "#core/dataset";
import { punctuation } from "#core/format/punctuation";
import type { Lang } from "#core/language";
import type { View } from "#core/query/view";
import { aside, tableRow } from "./chart-text.ts";
import { listenToKeys } from "./keys.ts";
import { LivePicture, type Scene } from "./live-picture.ts";
import type { Picks } from "./pick.ts";
import { listenToPointer } from "./pointer.ts";

/** Everything a chart shows at one time. */
export type Shown = { points: readonly Point[]; view: View; large: boolean; picks: Picks };

type Size = keyof typeof widths;
type Drawing = { size: Size; live: LivePicture; isNear: boolean; isStale: boolean };

/** Most bars of a chart shown large; elsewhere the declaration says how many. */
const mostLarge = 40;

/** A chart of the page: its sentences, its picture in two widths, and its table. */
export class ChartFigure {
  readonly #figure: Element;
  readonly #chart: Chart;
  readonly #lang: Lang;
  readonly #drawings: readonly Drawing[];
  readonly #button = document.createElement("button");
  #subject: Subject;
  #shown: Shown | null = null;
  #parts: Parts | null = null;
  #isTableStale = false;

  constructor(figure: Element, chart: Chart, subject: Subject, lang: Lang) {
    this.#figure = figure;
    this.#chart = chart;
    this.#subject = subject;
    this.#lang = lang;
    this.#drawings = [...figure.querySelectorAll<HTMLElement>(".picture")].map((box) => {
      const live = new LivePicture(box);
      const picks = () => this.#shown?.picks ?? noPicks;
      listenToPointer(live, picks);
      listenToKeys(live, picks);
      const size = box.classList.contains("wide") ? "wide" : "narrow";
      return { size, live, isNear: false, isStale: false };
    });
    figure.querySelector("details")?.addEventListener("toggle", () => this.#fillTable());
    this.#addButton();
  }

  get boxes(): readonly HTMLElement[] {
    return this.#drawings.map(({ live }) => live.box);
  }

  /** What is drawn now is as it was where neither the points nor what is chosen among them has changed. */
  show(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    const isLarge = shown.large;
    const isSame =
      before !== null && before.large === isLarge && isEqual(before.points, shown.points);
    if (!isSame) {
      this.#parts = chartParts(this.#subject, this.#drawnChart, shown.points, this.#lang);
      this.#say();
      this.#isTableStale = true;
      this.#fillTable();
    }
    if (isSame && this.#chosen(before.view) === this.#chosen(shown.view)) return;
    if (before?.large !== isLarge) this.#resize(isLarge);
    for (const drawing of this.#drawings) drawing.isStale = true;
    this.draw();
  }

  /** Draws what is stale and near enough to be seen soon; `all` before the page is printed. */
  draw(all = false): void {
    for (const drawing of this.#drawings) {
      if (!drawing.isStale || !(drawing.isNear || all)) continue;
      drawing.isStale = false;
      const scene = this.#scene(drawing.size);
      if (scene) drawing.live.draw(scene);
    }
    if (all) this.#fillTable(true);
  }

  /** A picture has come near what the reader sees, or left it. */
  near(box: Element, isNear: boolean): void {
    const drawing = this.#drawings.find(({ live }) => live.box === box);
    if (drawing) drawing.isNear = isNear;
    this.draw();
  }

  /** Shown large, a chart draws what it leaves out elsewhere. */
  get #drawnChart(): Chart {
    return this.#shown?.large && "top" in this.#chart && this.#chart.top !== undefined
      ? { ...this.#chart, top: mostLarge }
      : this.#chart;
  }

  #scene(size: Size): Scene | null {
    if (!this.#parts || !this.#shown) return null;
    const { dataset } = this.#subject;
    const [chart, { view, large }] = [this.#drawnChart, this.#shown];
    const width = large && size === "wide" ? largeWidth : widths[size];
    const choosing = choosingOf(dataset, chart);
    return {
      subject: this.#subject,
      chart,
      lang: this.#lang,
      picture: chartPicture(this.#subject, chart, this.#parts, this.#lang, width),
      touched: {
        choosing,
        chosen: chosenIn(dataset, chart, view),
        range: choosing ? view.ranges[choosing.field] : undefined,
      },
    };
  }

  #chosen(view: View): string {
    const field = "x" in this.#chart ? this.#chart.x : "";
    return JSON.stringify([view.choices[field] ?? [], view.ranges[field] ?? null]);
  }

  /** The sentence below the heading, and what the picture leaves out. */
  #say(): void {
    if (!this.#parts) return;
    const { takeaway, left } = tableOf(this.#subject, this.#drawnChart, this.#parts, this.#lang);
    const sentence = this.#figure.querySelector("figcaption p");
    setText(sentence, takeaway || this.#chart.alt[this.#lang]);
    const asides = [...this.#figure.querySelectorAll(".aside")];
    if (asides.map((p) => p.textContent).join("\n") === left.join("\n")) return;
    for (const old of asides) old.remove();
    this.#figure.querySelector("details")?.before(...left.map(aside));
  }

  /** A closed table is empty: nothing in it may be older than the picture. */
  #fillTable(all = false): void {
    const details = this.#figure.querySelector("details");
    const body = details?.querySelector("tbody");
    if (!this.#isTableStale || !this.#parts || !details || !body) return;
    const isSeen = details.open || all;
    this.#isTableStale = !isSeen;
    const table = tableOf(this.#subject, this.#drawnChart, this.#parts, this.#lang);
    const rows = isSeen ? table.body : [];
    body.replaceChildren(...rows.map((row) => tableRow(row, this.#lang)));
  }

  #addButton(): void {
    this.#button.type = "button";
    this.#button.className = "enlarge";
    this.#button.addEventListener("click", () => {
      const { large, picks } = this.#shown ?? { large: false, picks: noPicks };
      picks.onChart(large ? null : this.#chart.id);
    });
    this.#resize(false);
    this.#figure.querySelector("figcaption")?.append(this.#button);
    this.#figure.classList.add("is-live");
  }

  #resize(isLarge: boolean): void {
    this.#figure.classList.toggle("large", isLarge);
    const word = (isLarge ? shrink : enlarge)[this.#lang];
    setText(this.#button, word);
    this.#button.setAttribute(
      "aria-label",
      word + punctuation[this.#lang].colon + this.#chart.title[this.#lang],
    );
    if (document.activeElement === this.#button) this.#figure.scrollIntoView({ block: "nearest" });
  }
}

const noPicks: Picks = { onPick() {}, onRange() {}, onChart() {} };

function isEqual(a: readonly Point[], b: readonly Point[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((p, i) => {
        const q = b[i];
        return q && p.x === q.x && p.value === q.value && p.of === q.of && p.per === q.per;
      }))
  );
}

function setText(element: Element | null, words: string): void {
  if (element && element.textContent !== words) element.textContent = words;
}
