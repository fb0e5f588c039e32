import type { Point, Subject } from "#core/catalog";
import type { Lang } from "#core/language";
import type { View } from "#core/query/view";
import { ChartFigure } from "./chart-figure.ts";
import type { Picks } from "./pick.ts";

export type { Picks } from "./pick.ts";

const figureByElement = new Map<Element, ChartFigure>();
const figureByBox = new Map<Element, ChartFigure>();

/** A picture is drawn before it is scrolled to; one in the other width, or far away, is not drawn at all. */
const nearness = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      figureByBox.get(target)?.near(target, isIntersecting);
  },
  { rootMargin: "600px 0px" },
);

/** Charts do not move where the next choice comes sooner than this, in milliseconds, as while a range is drawn. */
const hasty = 500;
let drawnAt = Number.NEGATIVE_INFINITY;

addEventListener("beforeprint", () => {
  for (const figure of figureByElement.values()) figure.draw(true);
});

/**
 * Shows points on the charts of a page, and what a view chooses among them: `points[i]` are those of the i-th chart.
 * one that is null is not known yet, and the chart stays as it is. Everything is drawn before this returns, except pictures that nobody can see yet. `large` is the chart shown large.
 */
export function drawCharts(
  root: Element,
  config: Subject & { lang: Lang },
  points: readonly (readonly Point[] | null)[],
  view: View,
  picks: Picks,
  large: string | null = null,
): void {
  const now = performance.now();
  root.toggleAttribute("data-hasty", now - drawnAt < hasty);
  drawnAt = now;
  config.dataset.charts.forEach((chart, i) => {
    const element = root.querySelector(`#chart-${CSS.escape(chart.id)}`);
    if (!element) return;
    const figure =
      figureByElement.get(element) ?? new ChartFigure(element, chart, config, config.lang);
    if (!figureByElement.has(element)) {
      figureByElement.set(element, figure);
      for (const box of figure.boxes) {
        figureByBox.set(box, figure);
        nearness.observe(box);
      }
    }
    const known = points[i];
    element.toggleAttribute("data-pending", known === null);
    if (known) figure.show({ points: known, view, large: large === chart.id, picks });
  });
}
