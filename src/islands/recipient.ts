import type { OrganisationShard, RegionNames, Row } from "#core/catalog";
import type { Column } from "#core/field";
import { formatCell } from "#core/format/format";
import type { Lang } from "#core/language";
import { shardOf } from "#core/publication/shard";
import { fold } from "#core/query/fold";

/** What the page says to the element, as JSON in its markup. */
export type LookupConfig = {
  lang: Lang;
  /** Where the files of the index lie. */
  folder: string;
  /** Where each organisation has a page of its own; null where it is shown here. */
  pages: string | null;
  fields: Readonly<Record<string, Column>>;
  regions: RegionNames;
  strings: { searching: string; none: string; failed: string; of: string };
};

/** Looks an organisation up by its credit code or its full registered name: one small file, or two. */
class RecipientLookup extends HTMLElement {
  #config!: LookupConfig;

  connectedCallback(): void {
    const json = this.querySelector("script[type='application/json']")?.textContent ?? "{}";
    this.#config = JSON.parse(json) as LookupConfig; // written by our own page
    const input = this.querySelector("input");
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const asked = input?.value.trim() ?? "";
      history.pushState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
      void this.#look(asked);
    });
    const follow = () => {
      const asked = new URLSearchParams(location.search).get("q")?.slice(0, 200) ?? "";
      if (input) input.value = asked;
      void this.#look(asked);
    };
    addEventListener("popstate", follow);
    follow();
  }

  async #look(asked: string): Promise<void> {
    const { strings, pages } = this.#config;
    const result = this.querySelector("[data-result]");
    result?.replaceChildren();
    if (!asked) return this.#say("");
    this.#say(strings.searching);
    try {
      const found = await this.#find(asked);
      if (found.length === 0) return this.#say(strings.none);
      const [only] = found;
      if (only && pages && found.length === 1) return location.assign(`${pages}${only.uscc}/`);
      this.#say("");
      result?.replaceChildren(...found.map((one) => this.#show(one)));
      result?.querySelector<HTMLElement>("h2")?.focus();
    } catch (error) {
      console.info(error);
      this.#say(strings.failed);
    }
  }

  async #find(asked: string): Promise<({ uscc: string } & OrganisationShard[string])[]> {
    const code = fold(asked).toUpperCase().replace(/[\s-]/g, "");
    const codes = /^[0-9A-Z]{18}$/.test(code) ? [code] : await this.#named(fold(asked).trim());
    const found = await Promise.all(
      codes.map(async (uscc) => {
        const one = (await this.#file<OrganisationShard>(shardOf(uscc)))[uscc];
        return one ? [{ uscc, ...one }] : [];
      }),
    );
    return found.flat();
  }

  async #named(name: string): Promise<readonly string[]> {
    const names = await this.#file<Record<string, readonly string[]>>(`names/${shardOf(name)}`);
    return Object.hasOwn(names, name) ? (names[name] ?? []) : [];
  }

  async #file<T>(file: string): Promise<T> {
    const url = `${this.#config.folder}${file}.json`;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return (await response.json()) as T; // compile writes what catalog.ts types
  }

  #show({ uscc, name, rows }: { uscc: string } & OrganisationShard[string]): HTMLElement {
    const { fields, lang, regions, strings } = this.#config;
    const section = document.createElement("section");
    const title = make("h2", strings.of.replace("{name}", name));
    title.tabIndex = -1;
    const table = document.createElement("table");
    table.className = "rows";
    const head = document.createElement("tr");
    for (const f of Object.values(fields)) {
      const th = make("th", f.label[lang]);
      th.setAttribute("scope", "col");
      head.append(th);
    }
    const thead = document.createElement("thead");
    thead.append(head);
    const body = document.createElement("tbody");
    for (const row of rows) body.append(rowOf(row));
    table.append(thead, body);
    section.append(title, make("p", uscc), table);
    return section;

    function rowOf(row: Row): HTMLElement {
      const tr = document.createElement("tr");
      Object.entries(fields).forEach(([id, field], i) => {
        const cell = make(i === 0 ? "th" : "td", formatCell(field, row[id] ?? null, lang, regions));
        if (i === 0) cell.setAttribute("scope", "row");
        else cell.dataset["label"] = field.label[lang];
        tr.append(cell);
      });
      return tr;
    }
  }

  #say(text: string): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = text;
  }
}

function make(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

customElements.define("mz-recipient", RecipientLookup);
