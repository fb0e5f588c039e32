import {
  type ClaimField,
  type ClaimProblem,
  type ClaimText,
  claimFields,
  fieldOf,
  readClaim,
} from "#core/arrears/late-claim";
import {
  fill,
  headline,
  percentOf,
  type Settled,
  type Step,
  settle,
  stepsOf,
  type Words,
} from "#core/arrears/late-steps";
import { formatDate, formatFen } from "#core/format/format";
import type { Lang } from "#core/language";
import { beijingDate } from "./today.ts";

/** The sentences of the page, as it hands them over. */
type Said = {
  say: Words;
  bad: Readonly<Record<ClaimProblem, string>>;
  wrong: string;
  notGiven: string;
};

/** Answers how late a payment is, in place; nothing leaves the page but its own address. */
class LatePayment extends HTMLElement {
  #words!: Said;

  connectedCallback() {
    this.#words = JSON.parse(this.dataset["words"] ?? ""); // the page writes what Said types
    this.#need<HTMLFormElement>("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(true);
    });
    this.#need(".print").addEventListener("click", () => print());
    addEventListener("popstate", () => this.#read());
    this.#read();
  }

  #need<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`the late-payment page has no ${selector}`);
    return found;
  }

  #inputs = (name: ClaimField) => [
    ...this.querySelectorAll<HTMLInputElement>(`input[name=${name}]`),
  ];

  /** Fills the form from the address and answers, where there is something to answer. */
  #read() {
    const query = new URLSearchParams(location.search);
    for (const name of claimFields)
      for (const [i, input] of this.#inputs(name).entries()) {
        const value = query.get(name);
        if (input.type !== "radio") input.value = value ?? (name === "asof" ? beijingDate() : "");
        else if (value === input.value || i === 0) input.checked = true;
      }
    if (query.get("start")?.trim()) this.#ask(false);
    else {
      this.#need(".slip").hidden = true;
      this.#complain([]);
    }
  }

  #text(): ClaimText {
    const value = (name: ClaimField) => {
      const inputs = this.#inputs(name);
      return (inputs.find((input) => input.checked) ?? inputs[0])?.value.trim() ?? "";
    };
    return Object.fromEntries(claimFields.map((name) => [name, value(name)])) as ClaimText; // every field
  }

  /** `asked` by the form: the address follows and the focus goes to the answer. */
  #ask(asked: boolean) {
    const text = this.#text();
    const reading = readClaim(text, beijingDate());
    const problems = "problems" in reading ? reading.problems : [];
    this.#complain(problems);
    this.#need(".slip").hidden = problems.length > 0;
    if ("problems" in reading) {
      this.#need("#said").textContent = "";
      const [first] = problems;
      if (asked && first) this.#inputs(fieldOf(first))[0]?.focus();
      return;
    }
    const settled = settle(reading.claim);
    if (asked) {
      const given = { ...text, asof: settled.asOf };
      history.pushState(
        null,
        "",
        `?${new URLSearchParams(Object.entries(given).filter(([, v]) => v))}`,
      );
    }
    this.#show(settled);
    if (asked) this.#need("#result").focus();
  }

  #complain(problems: readonly ClaimProblem[]) {
    for (const name of claimFields) {
      const problem = problems.find((p) => fieldOf(p) === name);
      const error = this.querySelector(`#${name}-error`);
      if (!error) continue; // a choice cannot be wrong
      error.textContent = problem ? this.#words.bad[problem] : "";
      for (const input of this.#inputs(name)) {
        input.toggleAttribute("aria-invalid", false);
        if (problem) input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", `${name}-help${problem ? ` ${name}-error` : ""}`);
      }
    }
    const n = problems.length;
    this.#need("#wrong").textContent = n > 0 ? fill(this.#words.wrong, { n }) : "";
  }

  #show(s: Settled) {
    const lang = document.documentElement.lang.slice(0, 2) as Lang; // the site's own pages
    const { say, notGiven } = this.#words;
    this.#need("#steps").replaceChildren(...stepsOf(s, say, lang).map(line));
    this.#slot("owes", this.#label("owes", s.debtor));
    this.#slot("start", `${formatDate(s.start, lang)} · ${this.#label("from", s.from)}`);
    this.#slot("days", s.agreedDays === null ? notGiven : fill(say.days, { n: s.agreedDays }));
    this.#slot("amount", s.unpaidFen === null ? notGiven : formatFen(s.unpaidFen, lang));
    this.#slot("rate", s.agreedRate === null ? notGiven : percentOf(s.agreedRate));
    this.#slot("asof", formatDate(s.asOf, lang));
    this.#slot("address", location.href);
    const said = headline(s, say);
    this.#need("#result").textContent = said;
    this.#need("#said").textContent = said;
  }

  #label = (name: ClaimField, value: string): string =>
    this.#inputs(name)
      .find((input) => input.value === value)
      ?.labels?.[0]?.textContent?.trim() ?? "";

  #slot(name: string, text: string) {
    this.#need(`[data-slot=${name}]`).textContent = text;
  }
}

/** A step of the slip, as the worked example of the page has it. */
function line({ name, value, sum, rule }: Step): HTMLElement {
  const group = document.createElement("div");
  const add = (tag: "dt" | "dd", className: string, text: string) => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    if (text) group.append(element);
  };
  add("dt", "", name);
  add("dd", "value", value);
  add("dd", "sum-line", sum);
  add("dd", "help", rule);
  return group;
}

customElements.define("late-payment", LatePayment);
