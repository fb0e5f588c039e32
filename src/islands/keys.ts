import type { Mark } from "#charts/mark";
import type { LivePicture } from "./live-picture.ts";
import { type Picks, pickMark, pickRange } from "./pick.ts";

/** Lets the keyboard do on a picture all that a pointer does: arrows move, Enter and space choose, Escape takes back. */
export function listenToKeys(live: LivePicture, picks: () => Picks): void {
  const { box } = live;
  box.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element))
      return;
    const mark = event.target.closest("[data-mark]")?.getAttribute("data-mark");
    const end = event.target.closest("[data-end]")?.getAttribute("data-end");
    const isDone =
      event.key === "Escape"
        ? takeBack(live, end !== undefined && end !== null, picks())
        : end
          ? moveEnd(live, end === "0" ? 0 : 1, event.key, picks())
          : mark
            ? moveOn(live, Number(mark), event.key, picks())
            : false;
    if (isDone) event.preventDefault();
  });
  box.addEventListener("keyup", (event) => {
    const isEnd = event.target instanceof Element && event.target.closest("[data-end]") !== null;
    if (isEnd && steps(event.key, 1) !== null) settle(live, picks());
  });
  box.addEventListener("focusin", (event) => {
    if (!(event.target instanceof Element)) return;
    const mark = event.target.closest("[data-mark]")?.getAttribute("data-mark");
    const end = event.target.closest("[data-end]")?.getAttribute("data-end");
    if (mark) {
      live.moveTo(Number(mark));
      live.note({ mark: Number(mark) });
    } else if (end) live.note({ place: live.places[end === "0" ? 0 : 1] });
  });
  box.addEventListener("focusout", () => live.unnote());
}

/** Takes the note away; at an end of a range the range itself. */
function takeBack(live: LivePicture, isEnd: boolean, picks: Picks): boolean {
  const was = live.unnote();
  if (!isEnd || !live.scene?.touched.range) return was;
  live.drag(null);
  pickRange(live, null, true, picks);
  return true;
}

/** How far a key moves along an axis; null where it does not. */
function steps(key: string, page: number): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return 1;
  if (key === "ArrowLeft" || key === "ArrowDown") return -1;
  if (key === "PageUp") return page;
  if (key === "PageDown") return -page;
  if (key === "Home") return Number.NEGATIVE_INFINITY;
  return key === "End" ? Number.POSITIVE_INFINITY : null;
}

function moveEnd(live: LivePicture, end: 0 | 1, key: string, picks: Picks): boolean {
  const by = steps(key, live.scene?.chart.mark === "line" ? 12 : 3);
  if (by === null) return false;
  const [from, to] = live.places;
  const last = (live.scene?.picture.axis?.stops.length ?? 1) - 1;
  const next: readonly [number, number] =
    end === 0
      ? [Math.max(0, Math.min(to, from + by)), to]
      : [from, Math.min(last, Math.max(from, to + by))];
  if (next[end] !== live.places[end]) {
    live.drag(next);
    pickRange(live, next, false, picks);
  }
  live.note({ place: next[end] });
  return true;
}

/** The key is up: what it moved stays. */
function settle(live: LivePicture, picks: Picks): void {
  live.release();
  pickRange(live, live.places, true, picks);
}

function moveOn(live: LivePicture, mark: number, key: string, picks: Picks): boolean {
  if (key === "Enter" || key === " ") {
    pickMark(live, mark, picks);
    return true;
  }
  const marks = live.scene?.picture.marks ?? [];
  const next = neighbour(marks, mark, key, live.scene?.chart.mark === "tiles");
  if (next === null) return false;
  live.moveTo(next);
  live.markElement(next)?.focus();
  return true;
}

/** The mark that a key leads to: in a grid the nearest one that way. */
function neighbour(
  marks: readonly Mark[],
  from: number,
  key: string,
  isGrid: boolean,
): number | null {
  if (key === "Home") return 0;
  if (key === "End") return marks.length - 1;
  const way = ways[key];
  if (!way) return null;
  if (!isGrid) return Math.max(0, Math.min(marks.length - 1, from + way.x + way.y));
  const centre = ({ area }: Mark) => ({ x: area.x + area.width / 2, y: area.y + area.height / 2 });
  const here = marks[from];
  if (!here) return null;
  const away = marks
    .map((mark, i) => {
      const [a, b] = [centre(here), centre(mark)];
      const along = (b.x - a.x) * way.x + (b.y - a.y) * way.y;
      const beside = Math.abs((b.x - a.x) * way.y) + Math.abs((b.y - a.y) * way.x);
      return { i, along, far: along + 2 * beside };
    })
    .filter(({ along }) => along > 1)
    .sort((a, b) => a.far - b.far);
  return away[0]?.i ?? from;
}

const ways: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
