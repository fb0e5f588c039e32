import { describe, expect, it } from "vitest";
import type { Row } from "#core/catalog";
import { nextSort } from "#islands/grid-head";
import { moved } from "#islands/moves";
import { tallest, Viewport } from "#islands/viewport";
import { pageRows, RowWindows } from "#islands/windows";

const million = { count: 1_000_000, row: 46, height: 640 };
const end = tallest - million.height;
const furthest = million.count * million.row - million.height;

/** A window on a million rows, and where the browser has scrolled. */
function opened(extent = million) {
  const view = new Viewport();
  let scroll = view.resize(extent);
  return {
    view,
    /** The reader moves by so many px, or to a place. */
    by: (px: number) => {
      scroll = Math.max(
        0,
        Math.min(scroll + px, Viewport.space(extent.count, extent.row) - extent.height),
      );
      view.scrolled(scroll);
    },
    to: (px: number) => {
      scroll = px;
      view.scrolled(px);
    },
    settle: () => {
      scroll = Math.round(view.settled()); // as a browser may
      view.placed(scroll);
    },
    scroll: () => scroll,
  };
}

describe("a window on a million rows", () => {
  it("lies in a space that every browser scrolls", () => {
    expect(Viewport.space(1_000_000, 46)).toBe(tallest);
    expect(Viewport.space(1_000_000, 46) * 3).toBeLessThan(16_777_216);
    expect(Viewport.space(200, 46)).toBe(9200);
  });

  it("begins with the first row and ends with the last, whole", () => {
    const { view, to } = opened();
    expect(view.rows()).toEqual({ from: 0, to: 14 });
    to(end);
    expect(view.top).toBe(furthest);
    expect(view.rows()).toEqual({ from: 999_986, to: 1_000_000 });
    expect(view.offset(999_999) + million.row).toBe(tallest);
    to(0);
    expect(view.top).toBe(0);
    expect(view.offset(0)).toBe(0);
  });

  it("goes by the same px as the wheel wherever it is, down and up", () => {
    const { view, by, to } = opened();
    for (const start of [0, 1000, 250_000, end / 2, end - 100_000]) {
      to(start);
      const top = view.top;
      for (let i = 0; i < 20; i++) by(100);
      expect(view.top).toBeCloseTo(top + 2000, 6);
      for (let i = 0; i < 10; i++) by(-100);
      expect(view.top).toBeCloseTo(top + 1000, 6);
    }
  });

  it("goes to the same share of the list as the bar", () => {
    const { view, to } = opened();
    for (const share of [0.1, 0.25, 0.5, 0.9]) {
      to(end * share);
      expect(view.top / furthest).toBeCloseTo(share, 1);
    }
  });

  it("keeps every row where it is while the bar is set right", () => {
    const { view, by, to, settle, scroll } = opened();
    to(end / 2);
    for (let i = 0; i < 500; i++) by(120);
    const { top } = view;
    const before = view.offset(500_000) - scroll();
    settle();
    expect(view.top).toBe(top);
    expect(view.offset(500_000) - scroll()).toBe(before);
    const there = scroll();
    settle();
    expect(scroll()).toBe(there);
    to(0);
    to(there); // the bar alone leads to the same place, to a px of the bar
    expect(Math.abs(view.top - top)).toBeLessThan(11);
  });

  it("reaches both ends by the wheel alone, without a jump", () => {
    for (const [start, px, last] of [
      [end * 0.02, -100, 0],
      [end * 0.98, 100, furthest],
    ] as const) {
      const { view, by, to, settle } = opened();
      to(start);
      let [steps, longest] = [0, 0];
      for (; view.top !== last && steps < 20_000; steps++) {
        const { top } = view;
        by(px);
        if (steps % 50 === 0) settle();
        longest = Math.max(longest, Math.abs(view.top - top));
      }
      expect(view.top).toBe(last);
      expect(longest).toBeLessThanOrEqual(101);
    }
  });

  it("brings any row into sight whole, by no more than it must", () => {
    const { view } = opened();
    for (const row of [0, 13, 14, 4321, 499_999, 999_999, 999_980, 0]) {
      const before = view.rows();
      const scroll = view.reveal(row);
      view.placed(scroll);
      const top = view.offset(row) - scroll;
      expect(top).toBeGreaterThanOrEqual(-1e-6);
      expect(top + million.row).toBeLessThanOrEqual(million.height + 1e-6);
      if (row === 13) expect(before).toEqual({ from: 0, to: 14 });
      if (row === 14) expect(view.top).toBe(15 * 46 - 640);
    }
  });

  it("has the same row at the top when rows become cards", () => {
    const { view } = opened();
    view.goTo(765_432 * 46);
    view.resize({ count: 1_000_000, row: 80, height: 560 });
    expect(view.rows().from).toBe(765_432);
    view.resize(million);
    expect(view.rows().from).toBe(765_432);
  });

  it("scrolls a short list as it is, and shows one that fits whole", () => {
    const short = opened({ count: 10_000, row: 46, height: 640 });
    short.to(123_456);
    expect(short.view.top).toBe(123_456);
    expect(short.view.isScaled).toBe(false);
    const whole = opened({ count: 3, row: 46, height: 640 });
    expect(whole.view.rows(10)).toEqual({ from: 0, to: 3 });
    expect(whole.view.reveal(2)).toBe(0);
    expect(opened({ count: 0, row: 46, height: 640 }).view.rows(10)).toEqual({ from: 0, to: 0 });
  });
});

describe("rows fetched ahead", () => {
  /** A source that answers when told to. */
  function slow(count = 1_000_000) {
    const asked: {
      from: number;
      to: number;
      answer: () => Promise<void>;
      fail: () => Promise<void>;
    }[] = [];
    let arrived = 0;
    let failed = 0;
    const rest = () => new Promise<void>((done) => setTimeout(done));
    const rows = (from: number, to: number) =>
      new Promise<readonly Row[]>((resolve, reject) => {
        const all = () => Array.from({ length: to - from }, (_, i) => ({ n: from + i }));
        asked.push({
          from,
          to,
          answer: () => {
            resolve(all());
            return rest();
          },
          fail: () => {
            reject(new Error("gone"));
            return rest();
          },
        });
      });
    const on = { arrived: () => void arrived++, failed: () => void failed++ };
    const windows = new RowWindows({ count, rows }, on);
    return { windows, asked, said: () => ({ arrived, failed }) };
  }

  it("asks for what is in sight first, then onwards, two pages at a time", async () => {
    const { windows, asked } = slow();
    windows.want(495, 510, true);
    expect(asked.map(({ from }) => from)).toEqual([400, 500]);
    await asked[0]?.answer();
    expect(asked.map(({ from, to }) => [from, to])).toEqual([
      [400, 500],
      [500, 600],
      [600, 700],
    ]);
    expect(windows.get(499)).toEqual({ n: 499 });
    expect(windows.get(500)).toBeUndefined();
  });

  it("asks only for where the reader stays when he drags past the rest", async () => {
    const { windows, asked } = slow();
    for (let at = 0; at < 900_000; at += 30_000) windows.want(at, at + 15, true);
    expect(asked).toHaveLength(2);
    await asked[0]?.answer();
    await asked[1]?.answer();
    expect(asked.slice(2).map(({ from }) => from)).toEqual([870_000, 870_100]);
  });

  it("ends with the list", async () => {
    const { windows, asked } = slow(1230);
    windows.want(1215, 1230, true);
    expect(asked.map(({ from, to }) => [from, to])).toEqual([
      [1200, 1230],
      [1100, 1200],
    ]);
    expect(await windows.row(1230)).toBeUndefined();
  });

  it("lets an answer fall that comes too late", async () => {
    const { windows, asked, said } = slow();
    windows.want(0, 15, true);
    windows.close();
    await asked[0]?.answer();
    await asked[1]?.fail();
    expect(said()).toEqual({ arrived: 0, failed: 0 });
    expect(asked).toHaveLength(2);
  });

  it("says what it could not read, once, and tries again when the reader moves", async () => {
    const { windows, asked, said } = slow();
    windows.want(0, 15, true);
    await asked[0]?.fail();
    await asked[1]?.answer();
    expect(said()).toEqual({ arrived: 1, failed: 1 });
    expect(asked).toHaveLength(2);
    windows.want(1, 16, true);
    expect(asked[2]?.from).toBe(0);
    await asked[2]?.answer();
    expect(windows.get(3)).toEqual({ n: 3 });
  });

  it("forgets pages long passed", async () => {
    const { windows, asked } = slow();
    for (let page = 0; page < 60; page++) {
      windows.want(page * pageRows, page * pageRows + 15, true);
      for (const { answer } of asked) await answer();
    }
    expect(windows.get(0)).toBeUndefined();
    expect(windows.get(59 * pageRows)).toEqual({ n: 5900 });
  });
});

describe("the keyboard in a grid", () => {
  const field = { rows: 1_000_000, columns: 7, page: 12, areCards: false };
  const at = (row: number, column: number) => ({ row, column });

  it.each([
    ["ArrowDown", false, at(5, 2), at(6, 2)],
    ["ArrowUp", false, at(0, 2), at(-1, 2)],
    ["ArrowUp", false, at(-1, 2), at(-1, 2)],
    ["ArrowLeft", false, at(5, 0), at(5, 0)],
    ["ArrowRight", false, at(5, 6), at(5, 6)],
    ["PageDown", false, at(5, 2), at(17, 2)],
    ["PageDown", false, at(999_995, 2), at(999_999, 2)],
    ["PageUp", false, at(5, 2), at(0, 2)],
    ["Home", false, at(5, 2), at(5, 0)],
    ["End", false, at(5, 2), at(5, 6)],
    ["Home", true, at(5, 2), at(0, 0)],
    ["End", true, at(5, 2), at(999_999, 6)],
  ])("%s, with Ctrl %s", (key, isCtrl, from, to) => {
    expect(moved(from, key, isCtrl, field)).toEqual(to);
  });

  it("goes from card to card, and leaves other keys alone", () => {
    const cards = { ...field, areCards: true };
    expect(moved(at(0, 0), "ArrowUp", false, cards)).toEqual(at(0, 0));
    expect(moved(at(3, 0), "End", false, cards)).toEqual(at(999_999, 0));
    expect(moved(at(3, 0), "ArrowRight", false, cards)).toBeNull();
    expect(moved(at(3, 0), "Tab", false, field)).toBeNull();
  });

  it("sorts up, down and not at all", () => {
    const up = nextSort(null, "amount");
    expect(up).toEqual({ field: "amount", down: false });
    expect(nextSort(up, "amount")).toEqual({ field: "amount", down: true });
    expect(nextSort({ field: "amount", down: true }, "amount")).toBeNull();
    expect(nextSort(up, "item")).toEqual({ field: "item", down: false });
  });
});
