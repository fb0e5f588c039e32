import { attributeText, type Shape } from "#charts/shape";

const namespace = "http://www.w3.org/2000/svg";

/** A new element that looks as the shape says. */
export function create(document: Document, { tag, at, inner }: Shape): SVGElement {
  const element = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(at)) element.setAttribute(name, attributeText(value));
  if (typeof inner === "string") element.textContent = inner;
  else element.append(...inner.map((part) => create(document, part)));
  return element;
}

/**
 * Makes an element that looks as `before` look as `next`, and touches nothing that stays the same: an element that has
 * the focus keeps it, and a length can change little by little. Both must have the same tag.
 */
export function repaint(element: Element, before: Shape, next: Shape): void {
  if (before === next) return;
  for (const [name, value] of Object.entries(next.at))
    if (before.at[name] !== value) element.setAttribute(name, attributeText(value));
  for (const name of Object.keys(before.at)) if (!(name in next.at)) element.removeAttribute(name);
  if (typeof next.inner === "string") {
    if (before.inner !== next.inner) element.textContent = next.inner;
  } else if (typeof before.inner === "string") {
    element.replaceChildren(...next.inner.map((part) => create(element.ownerDocument, part)));
  } else repaintParts(element, before.inner, next.inner);
}

function repaintParts(parent: Element, before: readonly Shape[], next: readonly Shape[]): void {
  let child = parent.firstElementChild;
  for (const [i, part] of next.entries()) {
    const old = before[i];
    if (!child || !old) {
      parent.append(create(parent.ownerDocument, part));
      continue;
    }
    const following: Element | null = child.nextElementSibling;
    if (old.tag === part.tag) repaint(child, old, part);
    else child.replaceWith(create(parent.ownerDocument, part));
    child = following;
  }
  while (child) {
    const following: Element | null = child.nextElementSibling;
    child.remove();
    child = following;
  }
}
