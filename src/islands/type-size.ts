/**
 * Larger type, if the reader asked for it on another page, before anything is painted. Served with a hash in its name, its
 * types stripped; it imports nothing. Where it does not run, the button that it serves is not shown.
 */
(() => {
  const kept = "type";
  const root = document.documentElement;
  const buttons = () => document.querySelectorAll<HTMLButtonElement>("[data-larger]");

  /** Storage may be refused; then the choice holds for this page. */
  const storage = <T>(use: () => T): T | null => {
    try {
      return use();
    } catch {
      return null;
    }
  };

  const apply = (isLarger: boolean) => {
    root.dataset["type"] = isLarger ? "larger" : "usual";
    for (const button of buttons()) button.setAttribute("aria-pressed", String(isLarger));
  };

  const read = () => apply(storage(() => localStorage.getItem(kept)) === "larger");

  read();
  document.addEventListener("DOMContentLoaded", read);
  addEventListener("storage", read);
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-larger]")) return;
    const isLarger = root.dataset["type"] !== "larger";
    apply(isLarger);
    storage(() =>
      isLarger ? localStorage.setItem(kept, "larger") : localStorage.removeItem(kept),
    );
  });
})();
