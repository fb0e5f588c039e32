/** The width of a text in ems: a Chinese character fills one, a Latin letter a little over half. */
export const ems = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 1 : 0.58), 0);

/** Breaks a label into lines of at most `width` ems; what does not fit on the last ends in an ellipsis. */
export function wrap(text: string, width: number, most = 2): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+|\s+/g) ?? []) {
    if (line && ems(line + part) > width) {
      lines.push(line.trim());
      line = part.trim();
    } else line += part;
  }
  if (line.trim()) lines.push(line.trim());
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? "")];
  while (last.length && ems(`${last.join("")}…`) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join("")}…`];
}
