/**
 * Makes Plot's picture fit the page, at build time and in the browser before it is put in: the
 * site allows no inline style sheet and has its two rules itself; the marks' labels, which assistive
 * technology would read out as names of nothing, give way to one label of the whole.
 */
export function cleanPicture(svg: Element, label: string): void {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const g of svg.querySelectorAll("g[aria-label]")) g.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
}
