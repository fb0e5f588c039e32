/** Linear equations over whole numbers, solved exactly: rows are kept as integers, divided by what they share. */
export type Equation = { factors: readonly number[]; sum: number };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

function reduced(row: bigint[]): bigint[] {
  const shared = row.reduce((g, v) => gcd(g, v), 0n);
  return shared > 1n ? row.map((v) => v / shared) : row;
}

/** The unknowns that the equations leave only one value, each with it. */
export function recoverable(equations: readonly Equation[]): ReadonlyMap<number, number> {
  const rows = equations.map(({ factors, sum }) => [...factors, sum].map(BigInt));
  const unknowns = (rows[0]?.length ?? 1) - 1;
  let top = 0;
  for (let column = 0; column < unknowns; column++) {
    const pivotAt = rows.findIndex((row, i) => i >= top && row[column] !== 0n);
    if (pivotAt < 0) continue;
    const pivot = rows[pivotAt] as bigint[]; // found above
    rows[pivotAt] = rows[top] as bigint[];
    rows[top] = pivot;
    const p = pivot[column] as bigint;
    for (const [i, row] of rows.entries()) {
      const q = row[column] as bigint;
      if (i === top || q === 0n) continue;
      rows[i] = reduced(row.map((v, c) => v * p - (pivot[c] as bigint) * q));
    }
    top += 1;
  }
  const found = new Map<number, number>();
  for (const row of rows) {
    const used = row.slice(0, unknowns).flatMap((v, i) => (v === 0n ? [] : [i]));
    const [only] = used;
    if (used.length === 1 && only !== undefined)
      found.set(only, Number((row[unknowns] as bigint) / (row[only] as bigint)));
  }
  return found;
}
