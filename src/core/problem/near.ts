const farthest = 2;

/** Letters to change, add or leave out to get from one text to the other; more than `farthest` is not counted on. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > farthest) return farthest + 1;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const [left = 0, up = 0, across = 0] = [row[j - 1], above[j], above[j - 1]];
      row.push(Math.min(left + 1, up + 1, across + same));
    }
    if (Math.min(...row) > farthest) return farthest + 1;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Those of the texts that may have been meant, the nearest first. */
export function nearest(text: string, among: readonly string[], most = 3): string[] {
  const near = among.flatMap((candidate) => {
    const d = distance(text, candidate);
    return d <= farthest && d < text.length ? [{ candidate, d }] : [];
  });
  near.sort((a, b) => a.d - b.d); // stable: those as near keep their order
  return near.slice(0, most).map(({ candidate }) => candidate);
}
