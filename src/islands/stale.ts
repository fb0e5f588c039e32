import { daysBetween } from "#core/arrears/arrears";
import { beijingDate } from "./today.ts";

/**
 * Keeps what a page says about age true after the day it was built: how many days ago something was, whether that is late
 * by now, and that the page itself is old.
 */
export function keepAge(document: Document, today: string): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-age]")) {
    const days = daysBetween(time.dateTime, today);
    if (days > 0) time.textContent = (time.dataset["age"] ?? "").replace("{n}", String(days));
  }
  for (const tag of document.querySelectorAll<HTMLElement>("[data-late-from]")) {
    if (today < (tag.dataset["lateFrom"] ?? "9")) continue;
    tag.textContent = tag.dataset["late"] ?? "";
    tag.classList.replace("tag-fine", "tag-late");
  }
  for (const note of document.querySelectorAll<HTMLElement>("[data-old-from]"))
    note.hidden = today < (note.dataset["oldFrom"] ?? "9");
}

if (typeof document !== "undefined") keepAge(document, beijingDate());
