/**
 * Remembers on which line each key stood, by a 64-bit hash in typed arrays: 12 bytes a slot whatever the
 * keys' length. Five million distinct keys have a chance of about 1 in 10⁶ that any two share a hash.
 */
export function startKeys(): { firstLine: (key: string, line: number) => number } {
  let slots = 1 << 12;
  let used = 0;
  let high = new Uint32Array(slots);
  let low = new Uint32Array(slots);
  let lines = new Uint32Array(slots);

  function slotOf(h: number, l: number): number {
    let i = (h ^ Math.imul(l, 0x9e3779b1)) & (slots - 1);
    while (lines[i] !== 0 && (high[i] !== h || low[i] !== l)) i = (i + 1) & (slots - 1);
    return i;
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

  return {
    /** The line on which the key stood before, or 0 where this is the first. */
    firstLine(key, line) {
      let h = 0x811c9dc5;
      let l = 0xc2b2ae35;
      for (let i = 0; i < key.length; i++) {
        const c = key.charCodeAt(i);
        h = Math.imul(h ^ c, 0x01000193);
        l = Math.imul(l ^ c, 0x85ebca6b);
        l ^= l >>> 13;
      }
      h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
      l = Math.imul(l ^ (l >>> 16), 0x297a2d39) >>> 0;
      const slot = slotOf(h, l);
      const before = lines[slot] ?? 0;
      if (before !== 0) return before;
      high[slot] = h;
      low[slot] = l;
      lines[slot] = line;
      used += 1;
      if (used > slots * 0.7) grow();
      return 0;
    },
  };
}
