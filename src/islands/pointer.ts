import type { LivePicture } from "./live-picture.ts";
import { type Picks, pickMark, pickRange } from "./pick.ts";

/** How far in px a pointer moves before it draws a range: a finger is less steady. */
const slack = { mouse: 3, touch: 8 };

type Drag = { pointer: number; startX: number; anchor: number; isDrawing: boolean };

/** Lets mouse, pen and finger choose marks, draw ranges and ask what a mark is. */
export function listenToPointer(live: LivePicture, picks: () => Picks): void {
  const { box } = live;
  let drag: Drag | null = null;
  let hasDrawn = false;

  box.addEventListener("pointerdown", (event) => {
    hasDrawn = false;
    if (event.button !== 0 || !live.scene?.touched.choosing?.range) return;
    const at = live.placeAt(event.clientX);
    if (at === null || !isOnSvg(event)) return;
    const end = endOf(event);
    const anchor = end === null ? at : live.places[end === 0 ? 1 : 0];
    drag = { pointer: event.pointerId, startX: event.clientX, anchor, isDrawing: false };
    if (event.pointerType === "mouse" && end === null) event.preventDefault(); // no text is marked
  });

  box.addEventListener("pointermove", (event) => {
    const at = live.placeAt(event.clientX);
    if (drag?.pointer === event.pointerId && at !== null) {
      const moved = Math.abs(event.clientX - drag.startX);
      if (!drag.isDrawing && moved <= slack[event.pointerType === "touch" ? "touch" : "mouse"])
        return;
      if (!drag.isDrawing) box.setPointerCapture(event.pointerId);
      drag.isDrawing = true;
      const places = ordered(drag.anchor, at);
      const [from, to] = live.places;
      if (places[0] !== from || places[1] !== to) {
        live.drag(places);
        pickRange(live, places, false, picks());
      }
      live.note({ place: at });
    } else if (event.pointerType !== "touch") noteAt(live, event);
  });

  box.addEventListener("pointerup", (event) => {
    if (event.pointerType === "touch") noteAt(live, event);
    if (drag?.isDrawing && drag.pointer === event.pointerId) {
      hasDrawn = true;
      live.release();
      pickRange(live, live.places, true, picks());
    }
    drag = null;
  });

  // The page scrolls after all: what was there before comes back.
  box.addEventListener("pointercancel", () => {
    if (drag?.isDrawing) giveUp(live, picks());
    drag = null;
  });

  box.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch" && !box.querySelector(":focus-visible")) live.unnote();
  });

  box.addEventListener("click", (event) => {
    if (hasDrawn || !isOnSvg(event)) return;
    const mark = markOf(event);
    if (live.scene?.touched.choosing?.values) {
      if (mark !== null) pickMark(live, mark, picks());
      return;
    }
    const at = live.placeAt(event.clientX);
    if (at === null || endOf(event) !== null) return;
    const isAlone = live.scene?.touched.range && live.places[0] === at && live.places[1] === at;
    pickRange(live, isAlone ? null : [at, at], true, picks());
  });
}

function giveUp(live: LivePicture, picks: Picks): void {
  live.drag(null);
  const { choosing, range } = live.scene?.touched ?? {};
  if (choosing) picks.onRange(choosing.field, range ?? null, false);
}

const ordered = (a: number, b: number): readonly [number, number] => [
  Math.min(a, b),
  Math.max(a, b),
];

const attributeOf = (event: Event, name: string): number | null => {
  const element = event.target instanceof Element ? event.target.closest(`[${name}]`) : null;
  return element ? Number(element.getAttribute(name)) : null;
};
const markOf = (event: Event): number | null => attributeOf(event, "data-mark");
const endOf = (event: Event): number | null => attributeOf(event, "data-end");
const isOnSvg = (event: Event): boolean =>
  event.target instanceof Element && event.target.closest("svg") !== null;

/** Says what lies under the pointer: a mark, or a place on the axis. */
function noteAt(live: LivePicture, event: PointerEvent): void {
  const mark = markOf(event);
  const at = live.scene?.picture.axis ? live.placeAt(event.clientX) : null;
  if (mark !== null) live.note({ mark });
  else if (at !== null && isOnSvg(event)) live.note({ place: at });
  else live.unnote();
}
