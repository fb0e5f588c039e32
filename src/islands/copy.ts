/**
 * Copies the text that stands in it, and says so: <copy-text data-done data-by-hand> around the text (data-text), a button
 * and a place to say it (role=status). Where copying is not allowed the text is selected, to be copied by hand.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    this.querySelector("button")?.addEventListener("click", () => void this.#copy());
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
