/** The part of a file that is looked at while the file goes by: what was kept, and behind it the next piece. */
export class Window {
  #space = Buffer.alloc(0);
  #length = 0;

  /** Valid until the next piece is added. */
  get bytes(): Buffer {
    return this.#space.subarray(0, this.#length);
  }

  add(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#space.length) {
      const wider = Buffer.allocUnsafeSlow(2 * length);
      wider.set(this.bytes);
      this.#space = wider;
    }
    this.#space.set(piece, this.#length);
    this.#length = length;
  }

  /** Forgets what is before a byte. */
  drop(to: number): void {
    this.#space.copyWithin(0, to, this.#length);
    this.#length -= to;
  }
}
