const utf8 = new TextEncoder();

/** Finds out which of some cells stands between two bytes, without making a text of them. */
export class CellTable {
  /** The numbers of the cells, each at the hash of its bytes or the next free place; at most a quarter is taken. */
  private readonly places: Int32Array;
  private readonly cells: readonly Uint8Array[];

  constructor(cells: readonly string[]) {
    this.cells = cells.map((cell) => utf8.encode(cell));
    this.places = new Int32Array(4 * 2 ** Math.ceil(Math.log2(cells.length + 1))).fill(-1);
    for (const [i, cell] of this.cells.entries()) {
      let at = hash(cell, 0, cell.length) % this.places.length;
      while (this.places[at] !== -1) at = (at + 1) % this.places.length;
      this.places[at] = i;
    }
  }

  /** The number of the cell; -1 where it is none of them. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const { places, cells } = this;
    for (let at = hash(bytes, from, to) % places.length; ; at = (at + 1) % places.length) {
      const found = places[at] as number; // at is inside
      const cell = cells[found];
      if (!cell || isSame(cell, bytes, from, to)) return found;
    }
  }
}

function hash(bytes: Uint8Array, from: number, to: number): number {
  let h = 0;
  for (let i = from; i < to; i++) h = (Math.imul(h, 31) + (bytes[i] as number)) | 0; // i is inside
  return (h ^ (h >>> 16)) & 0xffff;
}

function isSame(cell: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (cell.length !== to - from) return false;
  for (let i = 0; i < cell.length; i++) if (cell[i] !== bytes[from + i]) return false;
  return true;
}
