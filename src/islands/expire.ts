import { expiredText } from "#core/gate/withdraw";
import { beijingDate } from "./today.ts";

export { beijingDate };

/** Hold no text of their own that a reader sees, but may name someone. */
const unseen = ["META", "LINK", "SCRIPT", "TEMPLATE"];

/**
 * Hides what a stale copy of the page may no longer show: every element whose `data-until` (an ISO date) lies before
 * that day says so instead. A link becomes plain text; a meta or script element goes. `within` looks at a part alone.
 */
export function hideExpired(document: Document, day: string, within: ParentNode = document): void {
  const text = document.documentElement.lang.startsWith("zh") ? expiredText.zh : expiredText.en;
  for (const element of within.querySelectorAll("[data-until]")) {
    if ((element.getAttribute("data-until") ?? "") >= day) continue;
    if (unseen.includes(element.tagName)) {
      element.remove();
      continue;
    }
    element.textContent = text;
    for (const name of ["data-until", "href", "title", "aria-label", "alt", "content"])
      element.removeAttribute(name);
  }
}

if (typeof document !== "undefined") {
  const hide = () => hideExpired(document, beijingDate());
  hide();
  // A page left open over midnight, or one that comes back from the browser's memory.
  addEventListener("pageshow", hide);
  document.addEventListener("visibilitychange", hide);
}
