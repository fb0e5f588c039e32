const [width, height, inset] = [180, 20, 6];

/**
 * Where a unit's score lies among those of its peers, from 0 at the left to 100 at the right: a thin line for each peer,
 * a tall one for their median, a dot for the unit itself. Few bytes, since hundreds of pages have a dozen each.
 */
export function stripPicture(
  peers: readonly number[],
  median: number | null,
  own: number | null,
  label: string,
): string {
  const x = (score: number) => Math.round(inset + (score / 100) * (width - 2 * inset));
  const ticks = [...new Set(peers.map(x))].sort((a, b) => a - b);
  const lines = ticks.map((at) => `M${at} 7v6`).join("");
  const ends = `M${x(0)} 10H${x(100)}`;
  const middle = median === null ? "" : `<path d="M${x(median)} 1v18" stroke-width="2"/>`;
  const dot = own === null ? "" : `<circle cx="${x(own)}" cy="10" r="5" stroke="none"/>`;
  const text = label.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return `<svg class="strip" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${text}"><path d="${ends}" opacity=".3"/><path d="${lines}" opacity=".55"/>${middle}${dot}</svg>`;
}
