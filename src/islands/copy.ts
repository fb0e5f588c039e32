/**
 * Copies the text that stands in it, and says so: <copy-text data-done data-by-hand data-path> around the text (data-text), a button
 * and a place to say it (role=status). Where copying is not allowed the text is selected, to be copied by hand.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    this.#complete();
    this.querySelector("button")?.addEventListener("click", () => void this.#copy());
  }

  /** A site that does not know its own address names a path only; the browser knows the rest. */
  #complete(): void {
    const [text, { path }] = [this.querySelector("[data-text]"), this.dataset];
    const said = text?.textContent;
    if (text && said && path)
      text.textContent = said.replace(path, new URL(path, location.href).href);
  }

  async #copy(): Promise<void> {
    const text = this.querySelector("[data-text]");
    if (!text) return;
    try {
      await navigator.clipboard.writeText((text.textContent ?? "").trim());
      this.#say(this.dataset["done"]);
    } catch {
      getSelection()?.selectAllChildren(text);
      this.#say(this.dataset["byHand"]);
    }
  }

  #say(text = ""): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = text;
  }
}

customElements.define("copy-text", CopyText);
