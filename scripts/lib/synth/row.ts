/** A row by the names of its columns; which there are, and in which order, the declaration says. */
export type Row = Readonly<Record<string, string>>;

/** Fen as yuan with two decimals. */
export function yuanOf(fen: number): string {
  const whole = Math.floor(fen / 100);
  const rest = fen - whole * 100;
  return rest < 10 ? `${whole}.0${rest}` : `${whole}.${rest}`;
}
