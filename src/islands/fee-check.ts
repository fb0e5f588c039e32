import { parseYuan } from "#core/check/amount";
import { formatDate, formatNumber } from "#core/format/format";
import type { Lang } from "#core/language";
import { type Finding, type Item, lookup, type Standing } from "#core/query/lookup";
import { followView } from "./language-link.ts";
import { beijingDate } from "./today.ts";

/**
 * Answers a charge check in place. The list, the form and every sentence are in the page already;
 * this picks lines of the list and says what the list says about them.
 */
class FeeCheck extends HTMLElement {
  #lineByKey = new Map<string, HTMLElement>();
  #items: Item[] = [];

  connectedCallback() {
    for (const line of this.querySelectorAll<HTMLElement>(".all > .fee")) {
      const item = itemOf(line);
      this.#items.push(item);
      this.#lineByKey.set(item.key, line);
    }
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(true);
    });
    this.#need(".print").addEventListener("click", () => print());
    addEventListener("popstate", () => this.#read());
    this.#read();
  }

  get #form() {
    return this.#need<HTMLFormElement>("form");
  }

  #need<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`the check page has no ${selector}`);
    return found;
  }

  #input = (name: string) => this.#need<HTMLInputElement>(`input[name=${name}]`);

  /** Fills the form from the address and answers, where there is something to answer. */
  #read() {
    const query = new URLSearchParams(location.search);
    for (const name of ["q", "amount"]) this.#input(name).value = query.get(name) ?? "";
    if (query.get("q")?.trim()) {
      this.#ask(false);
      // From the form of another page: the answer, not the top of the page.
      this.#need(".slip").scrollIntoView();
    } else this.#need(".slip").hidden = true;
  }

  /** `asked` by the form: the address follows and the focus goes to the answer. */
  #ask(asked: boolean) {
    const [q, amount] = ["q", "amount"].map((name) => this.#input(name).value.trim()) as [
      string,
      string,
    ];
    const yuan = amount ? parseYuan(amount) : undefined;
    const isRead = !amount || (yuan !== undefined && Number(yuan) >= 0);
    const finding = lookup(this.#items, q, yuan === undefined ? null : Number(yuan));
    const empty = finding.kind === "nothing asked";
    this.#complain("q", empty ? this.dataset["empty"] : undefined);
    if (empty) return this.#stop("q", asked);
    this.#complain("amount", isRead ? undefined : this.dataset["badAmount"]);
    if (!isRead) return this.#stop("amount", asked);
    if (asked) {
      const query = new URLSearchParams(amount ? { q, amount } : { q });
      history.pushState(null, "", `?${query}`);
    }
    this.#show(finding, q, yuan);
    if (asked) this.#need("#result").focus();
  }

  #stop(name: string, asked: boolean) {
    this.#need(".slip").hidden = true;
    if (asked) this.#input(name).focus();
  }

  #complain(name: string, message: string | undefined) {
    const input = this.#input(name);
    if (message) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", "error");
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
    this.#need("#error").textContent = message ?? "";
  }

  #show(finding: Exclude<Finding, { kind: "nothing asked" }>, q: string, yuan: string | undefined) {
    const found = finding.kind === "found";
    const matches = found ? finding.matches : [];
    const slip = this.#need(".slip");
    slip.dataset["kind"] = found ? "found" : "none";
    slip.toggleAttribute("data-compared", found && yuan !== undefined);
    slip.hidden = false;
    const amount = yuan === undefined ? "" : formatNumber(Number(yuan));
    this.#fill(
      ".matches",
      matches.map(({ item, standing }) => ({
        item,
        verdict: this.#verdict(item, standing, amount),
      })),
    );
    this.#fill(".payee", found ? [] : finding.payee.map((item) => ({ item })));
    this.#fill(".similar", found ? [] : finding.similar.map((item) => ({ item })));
    this.#slot("query", q);
    this.#slot("amount", this.#say("yuan", { n: amount }));
    this.#need("[data-when=amount]").hidden = yuan === undefined;
    this.#slot(
      "date",
      formatDate(beijingDate(), document.documentElement.lang.slice(0, 2) as Lang),
    );
    this.#slot("address", readable(location.href));
    const above = matches.filter(({ standing }) => standing === "above").length;
    const verdict = above ? this.#say("someAbove", { amount, n: String(above) }) : "";
    const said = this.#say(found ? "found" : "none", { q, n: String(matches.length) }) + verdict;
    followView(location.search);
    this.#need("#result").textContent = said;
    this.#need("#said").textContent = said;
  }

  #verdict(item: Item, standing: Standing, amount: string): HTMLElement | undefined {
    if (standing === "not given") return undefined;
    const key = standing === "not plain" ? "notPlain" : standing;
    const unit = this.#lineByKey.get(item.key)?.dataset["unit"];
    const n = formatNumber(item.most ?? 0);
    const most = unit ? this.#say("per", { n, unit }) : this.#say("yuan", { n });
    const p = document.createElement("p");
    p.className = `verdict ${key}`;
    p.textContent = this.#say(key, { amount, most, relief: item.relief });
    return p;
  }

  /** Copies lines of the whole list into a list of the answer, which shows only if it has any. */
  #fill(selector: string, lines: readonly { item: Item; verdict?: HTMLElement | undefined }[]) {
    const place = this.#need(selector);
    const copies = lines.map(({ item, verdict }) => {
      const copy = this.#lineByKey.get(item.key)?.cloneNode(true) as HTMLElement; // an item is a line
      if (verdict) copy.append(verdict);
      return copy;
    });
    (place.querySelector("ol") ?? place).replaceChildren(...copies);
    place.hidden = copies.length === 0;
  }

  #slot(name: string, text: string) {
    this.#need(`[data-slot=${name}]`).textContent = text;
  }

  #say(key: string, values: Readonly<Record<string, string>>): string {
    return (this.dataset[key] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  }
}

function itemOf(line: HTMLElement): Item {
  const { key = "", name = "", parent = "", payee = "", most, relief = "" } = line.dataset;
  return { key, name, parent, payee, relief, most: most === undefined ? null : Number(most) };
}

/** An address with its Chinese as Chinese; it leads to the same page. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // typed by hand, with a stray %
  }
}

customElements.define("fee-check", FeeCheck);
