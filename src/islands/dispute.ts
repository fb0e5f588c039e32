import type { Lang } from "#core/language";
import { type Disputed, disputeMail, disputeText } from "#core/publication/dispute";

/** What the page says to the element, as JSON in its markup. */
type Config = {
  lang: Lang;
  mailbox: string;
  datasets: Readonly<Record<string, Disputed>>;
  strings: Readonly<Record<"copied" | "copyFailed", string>>;
};

/** Fills the row that the address names into the text, copies it, and keeps the mail in step; nothing is sent. */
class Dispute extends HTMLElement {
  connectedCallback(): void {
    const json = this.querySelector("script[type='application/json']")?.textContent ?? "{}";
    const { lang, mailbox, datasets, strings } = JSON.parse(json) as Config; // written by our own page
    const area = this.querySelector("textarea");
    const button = this.querySelector("button");
    const status = this.querySelector("[role=status]");
    if (!area || !button || !status) return;
    const asked = new URLSearchParams(location.search);
    const id = asked.get("dataset") ?? "";
    const known = Object.hasOwn(datasets, id) ? datasets[id] : undefined;
    if (known) {
      const of = about(known, asked.get("id")?.slice(0, 100) ?? "");
      area.value = disputeText(of, lang);
      const mail = this.querySelector("a");
      if (mail) mail.href = disputeMail(mailbox, of, lang);
    }
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(area.value);
        status.textContent = strings.copied;
      } catch {
        area.select();
        status.textContent = strings.copyFailed;
      }
    });
  }
}

/** The row of a dataset; its address with the host, where the build knew none. */
function about(of: Disputed, key: string): Disputed {
  const { href } = new URL(
    key ? `${encodeURIComponent(key)}/` : ".",
    new URL(of.address, location.href),
  );
  return { ...of, key, address: href };
}

customElements.define("mz-dispute", Dispute);
