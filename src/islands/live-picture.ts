import { placesIn, rangeOver } from "#charts/choosing";
import { livePicture, type Touched } from "#charts/live";
import type { Picture } from "#charts/mark";
import type { Shape } from "#charts/shape";
import { tipLines } from "#charts/words";
import type { Cell, Subject } from "#core/catalog";
import type { Chart } from "#core/dataset";
import type { Lang } from "#core/language";
import { create, repaint } from "./paint.ts";
import { Tip } from "./tip.ts";

/** What a picture shows, and of what. */
export type Scene = {
  subject: Subject;
  chart: Chart;
  lang: Lang;
  picture: Picture;
  touched: Omit<Touched, "current" | "places">;
};

/** One drawing of a chart that a reader can point at and move about in. */
export class LivePicture {
  readonly box: HTMLElement;
  readonly #tip: Tip;
  #scene: Scene | null = null;
  #svg: Element | null = null;
  #drawn: Shape | null = null;
  #current = 0;
  /** The places a range was drawn over, until the answer to it is shown. */
  #dragged: readonly [number, number] | null = null;
  /** A finger, a button or a key still holds them. */
  #isHeld = false;
  /** What the note is about: a mark, or a place on the axis. */
  #noted: { mark: number } | { place: number } | null = null;

  constructor(box: HTMLElement) {
    this.box = box;
    this.#tip = new Tip(box);
  }

  get scene(): Scene | null {
    return this.#scene;
  }

  get current(): number {
    return this.#current;
  }

  /** Draws, and keeps what is the same. */
  draw(scene: Scene): void {
    this.#scene = scene;
    if (!this.#isHeld) this.#dragged = null;
    this.#paint();
    if (this.#noted) this.#note();
  }

  /** Moves the one stop of the keyboard to a mark. */
  moveTo(mark: number): void {
    this.#current = mark;
    this.#paint();
  }

  /** Shows a range while it is being drawn; null where it is given up. */
  drag(places: readonly [number, number] | null): void {
    this.#dragged = places;
    this.#isHeld = places !== null;
    this.#paint();
  }

  /** The range stays as it was drawn. */
  release(): void {
    this.#isHeld = false;
  }

  /** The places that the range takes in now. */
  get places(): readonly [number, number] {
    if (this.#dragged) return this.#dragged;
    if (!this.#scene) return [0, 0];
    const { subject, chart, picture, touched } = this.#scene;
    return placesIn(subject.dataset, chart, picture.axis?.stops ?? [], touched.range);
  }

  markElement(mark: number): SVGElement | null {
    return this.box.querySelector<SVGElement>(`[data-mark="${mark}"]`);
  }

  /** How many px of the page one of the picture takes. */
  #ratio(): { left: number; by: number } {
    const { left, width } = this.#svg?.getBoundingClientRect() ?? { left: 0, width: 0 };
    return { left, by: width / (this.#scene?.picture.width || 1) || 1 };
  }

  /** The place on the axis that a point of the page belongs to, null where there is no axis. */
  placeAt(clientX: number): number | null {
    const stops = this.#scene?.picture.axis?.stops ?? [];
    if (stops.length === 0) return null;
    const { left, by } = this.#ratio();
    const at = stops.findIndex((s) => (clientX - left) / by < s.right);
    return at < 0 ? stops.length - 1 : at;
  }

  /** Says what a mark or a place is, beside it. */
  note(about: { mark: number } | { place: number }): void {
    this.#noted = about;
    this.#note();
  }

  /** Takes the note away; false where there was none. */
  unnote(): boolean {
    const was = this.#tip.isShown;
    this.#noted = null;
    this.#tip.hide();
    this.#point(null);
    return was;
  }

  #note(): void {
    if (!this.#scene || !this.#noted) return;
    const { subject, chart, lang, picture } = this.#scene;
    const stop = "place" in this.#noted ? picture.axis?.stops[this.#noted.place] : undefined;
    const index =
      "mark" in this.#noted
        ? this.#noted.mark
        : picture.marks.findIndex((m) => m.bar.x === stop?.x);
    const mark = picture.marks[index];
    this.#point(mark ? this.markElement(index) : null);
    if (!mark && !stop) {
      this.#tip.hide();
      return;
    }
    const label = stop?.label ?? mark?.bar.label ?? "";
    const bottom = picture.axis ? picture.axis.box.y + picture.axis.box.height / 2 : 0;
    const point = mark?.point ?? { x: ((stop?.left ?? 0) + (stop?.right ?? 0)) / 2, y: bottom };
    const { by } = this.#ratio();
    this.#tip.show(tipLines(subject, chart, { label, bar: mark?.bar }, lang), {
      x: point.x * by,
      y: point.y * by,
    });
  }

  #point(element: Element | null): void {
    for (const other of this.box.querySelectorAll("[data-pointed]"))
      if (other !== element) other.removeAttribute("data-pointed");
    element?.setAttribute("data-pointed", "");
  }

  #paint(): void {
    if (!this.#scene) return;
    const { subject, chart, lang, picture } = this.#scene;
    this.#current = Math.max(0, Math.min(this.#current, picture.marks.length - 1));
    const touched = { ...this.#touched(), current: this.#current };
    const next = livePicture(picture, { subject, chart, lang, touched });
    if (this.#svg && this.#drawn) repaint(this.#svg, this.#drawn, next);
    else {
      const svg = create(document, next);
      this.box.querySelector("svg")?.replaceWith(svg);
      this.#svg = svg;
    }
    this.#drawn = next;
  }

  #touched(): Omit<Touched, "current"> {
    const places = this.places;
    const touched = this.#scene?.touched ?? { choosing: null, chosen: null, range: undefined };
    if (!this.#dragged) return { ...touched, places };
    const stops = this.#scene?.picture.axis?.stops ?? [];
    const range = this.#scene && rangeOver(this.#scene.chart, stops, ...places);
    if (!range) return { ...touched, places, range: undefined, chosen: null };
    const inside = new Set<Cell>(stops.slice(places[0], places[1] + 1).map((s) => s.x));
    return { ...touched, places, range, chosen: (x) => (inside.has(x) ? "yes" : "no") };
  }
}
