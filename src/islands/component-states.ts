import { parseAddress } from "#core/query/permalink";
import type { View } from "#core/query/view";
import { showChips } from "./chips.ts";
import type { ExplorerConfig } from "./config.ts";
import { type HitData, hit } from "./search-hit.ts";

/** What the page of components has in it as JSON. */
type States = {
  config: ExplorerConfig;
  field: string | undefined;
  chosen: readonly string[];
  hits: readonly HitData[];
  tag: string;
};

/** Brings parts that only scripts make into the states that the page of components shows them in. */
function showStates(document: Document, { config, field, chosen, hits, tag }: States): void {
  const query = new URLSearchParams({ ...(field ? { [field]: chosen.join("~") } : {}), q: "2026" });
  const chips = document.querySelector<HTMLElement>("[data-chips]");
  const choose = (view: View) => {
    if (chips) showChips(chips, config, view, choose);
  };
  choose(parseAddress(config.dataset, query.toString()).view);
  document
    .querySelector("[data-hits]")
    ?.append(...hits.map((one) => hit(document, { ...one, meta: one.meta }, tag)));
  const invalid = document.querySelector("[data-invalid] input");
  invalid?.setAttribute("aria-invalid", "true");
  invalid?.setAttribute("aria-describedby", "invalid");
  const tools = document.querySelector<HTMLElement>("[data-row-tools]");
  if (!tools) return;
  tools.hidden = false;
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-columns]");
  tools.querySelector("[data-choose]")?.addEventListener("click", () => dialog?.showModal());
}

const json = document.querySelector("script[data-states]")?.textContent;
if (json) showStates(document, JSON.parse(json) as States); // written by our own page
