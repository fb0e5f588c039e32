/** How a list lies in its window; all in px. */
export type Extent = {
  count: number;
  /** The height of every row. */
  row: number;
  /** The height of the window. */
  height: number;
};

/**
 * The tallest list that scrolls as it is. Browsers end at 16 million px at the least, in pixels of the screen, of which a
 * phone has three to one of ours.
 */
export const tallest = 5_000_000;

/** At both ends of a taller list this much scrolls as it is, so that it begins and ends row by row. */
const edge = 200_000;

/** What nobody scrolls at once: a longer way means that the bar was dragged, where a pixel is worth more than this. */
const leap = 2000;

/**
 * Which part of a list is in sight. A list taller than `tallest` lies in a shorter space: dragging the bar goes to the
 * same share of the list, while wheel, finger and keys move by as many px as they say. What the space then is off by
 * is made up for when the motion ends.
 */
export class Viewport {
  #extent: Extent = { count: 0, row: 1, height: 0 };
  #top = 0;
  #scroll = 0;

  /** The first px of the list in sight. */
  get top(): number {
    return this.#top;
  }

  /** True where the list is taller than the space it lies in. */
  get isScaled(): boolean {
    return this.#total > tallest;
  }

  /** The height of the space that so many rows lie in. */
  static space = (count: number, row: number): number => Math.min(count * row, tallest);

  /** Takes other measures, and the row at the top stays there; answers to where the space is to be scrolled. */
  resize(extent: Extent): number {
    const first = this.#top / this.#extent.row;
    this.#extent = extent;
    return this.goTo(first * extent.row);
  }

  /** The reader has scrolled the space to here. */
  scrolled(scroll: number): void {
    const way = scroll - this.#scroll;
    this.#scroll = scroll;
    if (!this.isScaled) this.#top = this.#clamp(scroll);
    else if (scroll <= 0) this.#top = 0;
    else if (scroll >= this.#furthest(this.#space) - 1) this.#top = this.#furthest(this.#total);
    else if (Math.abs(way) <= leap) this.#top = this.#clamp(this.#top + way);
    else this.#top = this.#topAt(scroll);
  }

  /** Goes to a px of the list; answers to where the space is to be scrolled. */
  goTo(top: number): number {
    this.#top = this.#clamp(top);
    return this.settled();
  }

  /** Where the space is to be scrolled so that the bar tells the truth again; nothing in sight moves. */
  settled(): number {
    this.#scroll = this.#scrollAt(this.#top);
    return this.#scroll;
  }

  /** To where the browser really scrolled: it may round. */
  placed(scroll: number): void {
    this.#scroll = scroll;
    if (!this.isScaled) this.#top = this.#clamp(scroll);
  }

  /** Where a row lies in the space. */
  offset(row: number): number {
    return row * this.#extent.row - this.#top + this.#scroll;
  }

  /** The rows in sight, and some on both sides of them: from the first to before the last. */
  rows(around = 0): { from: number; to: number } {
    const { count, row, height } = this.#extent;
    const from = Math.floor(this.#top / row) - around;
    const to = Math.ceil((this.#top + height) / row) + around;
    return { from: Math.max(0, Math.min(from, count)), to: Math.max(0, Math.min(to, count)) };
  }

  /** To where to go so that a row is in sight whole; as it is, where it is so already. */
  reveal(index: number): number {
    const { row, height } = this.#extent;
    const [start, end] = [index * row, (index + 1) * row];
    if (start < this.#top || row > height) return this.goTo(start);
    return end > this.#top + height ? this.goTo(end - height) : this.#scroll;
  }

  get #total(): number {
    return this.#extent.count * this.#extent.row;
  }
  get #space(): number {
    return Viewport.space(this.#extent.count, this.#extent.row);
  }
  #furthest = (all: number) => Math.max(0, all - this.#extent.height);
  #clamp = (top: number) => Math.max(0, Math.min(top, this.#furthest(this.#total)));

  /** How many px of the list one of the space is worth between the edges. */
  #scale(): number {
    return (this.#furthest(this.#total) - 2 * edge) / (this.#furthest(this.#space) - 2 * edge);
  }

  #topAt(scroll: number): number {
    const end = this.#furthest(this.#space);
    if (scroll <= edge) return scroll;
    if (scroll >= end - edge) return this.#furthest(this.#total) - (end - scroll);
    return edge + (scroll - edge) * this.#scale();
  }

  #scrollAt(top: number): number {
    if (!this.isScaled) return top;
    const end = this.#furthest(this.#total);
    if (top <= edge) return top;
    if (top >= end - edge) return this.#furthest(this.#space) - (end - top);
    return edge + (top - edge) / this.#scale();
  }
}
