const [width, height, inset] = [150, 16, 8];

/** A rank among `of`: a thick line from the 5 % to the 95 % rank, a dot at the median, a thin line for all ranks. */
export function rankStrip(
  { low, median, high }: { low: number; median: number; high: number },
  of: number,
): { line: string; range: string; at: number } {
  const x = (rank: number) =>
    Math.round(inset + ((rank - 1) / Math.max(1, of - 1)) * (width - 2 * inset));
  return { line: `M${x(1)} 8H${x(of)}`, range: `M${x(low)} 8H${x(high)}`, at: x(median) };
}

/** The same as markup; the words beside it say what it shows. */
export function rankStripPicture(rank: Parameters<typeof rankStrip>[0], of: number): string {
  const { line, range, at } = rankStrip(rank, of);
  return `<svg class="rank-strip" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true"><path d="${line}" opacity=".3"/><path class="range" d="${range}"/><circle cx="${at}" cy="8" r="5"/></svg>`;
}
