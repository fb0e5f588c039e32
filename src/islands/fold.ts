/**
 * The filters behind one button where the window is narrow; the style sheet decides where that is, so that nothing moves when
 * this starts. The button says how many are chosen, which the list of chips knows.
 */
for (const form of document.querySelectorAll<HTMLFormElement>("[data-filters]")) {
  const button = form.querySelector<HTMLButtonElement>("[data-fold]");
  const chosen = form.querySelector<HTMLElement>("[data-chosen]");
  const around = form.parentElement;
  const chips = around?.querySelector("[data-chips]");
  const open = (isOpen: boolean) => {
    form.toggleAttribute("data-open", isOpen);
    button?.setAttribute("aria-expanded", String(isOpen));
  };
  button?.addEventListener("click", () => open(!form.hasAttribute("data-open")));
  form.addEventListener("submit", () => {
    if (!form.hasAttribute("data-open")) return;
    open(false);
    const status = around?.querySelector<HTMLElement>("[data-status]");
    status?.focus({ preventScroll: true });
    status?.scrollIntoView({ block: "start" });
  });
  const count = () => {
    const n = chips?.childElementCount ?? 0;
    if (chosen)
      chosen.textContent = n > 0 ? (chosen.dataset["chosen"] ?? "").replace("{n}", `${n}`) : "";
  };
  if (chips) new MutationObserver(count).observe(chips, { childList: true });
  count();
}
