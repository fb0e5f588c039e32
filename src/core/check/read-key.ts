/** Remembers on which line each text stood first, in 12 bytes a slot whatever the texts' length. */
export type Keys = {
  /** The line on which the key stood before, or 0 where this is the first. */
  firstLine: (key: string, line: number) => number;
  /** The same for a row, all its cells but one. */
  firstLineOfRow: (cells: readonly string[], except: number, line: number) => number;
  /** The line of a key, or 0; remembers nothing. */
  lineOf: (key: string) => number;
};

/**
 * Keys by a 64-bit hash in typed arrays. Five million distinct keys have a chance of about 1 in 10⁶ that any two
 * share a hash.
 */
export function startKeys(): Keys {
  let slots = 1 << 12;
  let used = 0;
  let high = new Uint32Array(slots);
  let low = new Uint32Array(slots);
  let lines = new Uint32Array(slots);
  const hash = new Uint32Array(2);

  function start(): void {
    hash[0] = 0x811c9dc5;
    hash[1] = 0xc2b2ae35;
  }

  function feed(text: string): void {
    let h = hash[0] ?? 0;
    let l = hash[1] ?? 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      h = Math.imul(h ^ c, 0x01000193);
      l = Math.imul(l ^ c, 0x85ebca6b);
      l ^= l >>> 13;
    }
    hash[0] = h;
    hash[1] = l;
  }

  function slotOf(h: number, l: number): number {
    let i = (h ^ Math.imul(l, 0x9e3779b1)) & (slots - 1);
    while (lines[i] !== 0 && (high[i] !== h || low[i] !== l)) i = (i + 1) & (slots - 1);
    return i;
  }

  /** Ends the hash of what was fed and finds its slot. */
  function slotOfFed(): number {
    const h = hash[0] ?? 0;
    const l = hash[1] ?? 0;
    hash[0] = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    hash[1] = Math.imul(l ^ (l >>> 16), 0x297a2d39);
    return slotOf(hash[0] ?? 0, hash[1] ?? 0);
  }

  function grow(): void {
    const [h, l, n] = [high, low, lines];
    slots *= 2;
    high = new Uint32Array(slots);
    low = new Uint32Array(slots);
    lines = new Uint32Array(slots);
    for (let i = 0; i < n.length; i++) {
      if (n[i] === 0) continue;
      const slot = slotOf(h[i] ?? 0, l[i] ?? 0);
      high[slot] = h[i] ?? 0;
      low[slot] = l[i] ?? 0;
      lines[slot] = n[i] ?? 0;
    }
  }

  function remember(line: number): number {
    const slot = slotOfFed();
    const before = lines[slot] ?? 0;
    if (before !== 0) return before;
    high[slot] = hash[0] ?? 0;
    low[slot] = hash[1] ?? 0;
    lines[slot] = line;
    used += 1;
    if (used > slots * 0.7) grow();
    return 0;
  }

  return {
    firstLine(key, line) {
      start();
      feed(key);
      return remember(line);
    },
    firstLineOfRow(cells, except, line) {
      start();
      for (let i = 0; i < cells.length; i++) {
        if (i === except) continue;
        feed(cells[i] ?? "");
        feed("\u001f"); // so that cells do not run together
      }
      return remember(line);
    },
    lineOf(key) {
      start();
      feed(key);
      return lines[slotOfFed()] ?? 0;
    },
  };
}
