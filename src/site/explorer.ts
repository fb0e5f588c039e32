import { statSync } from "node:fs";
import { createRequire } from "node:module";
import type { Entry } from "#core/catalog";
import { formatNumber } from "#core/format";
import type { Lang } from "#core/language";
import { strings } from "#site/strings";
import { fileUrl } from "#site/urls";

const engineBytes = statSync(
  createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
).size;

const fill = (text: string, n: number): string => text.replace(/\{(n|of)\}/g, formatNumber(n, 0));

/** What the explorer island is told, and what its page says before any choice. */
export function explorerConfig(e: Entry, lang: Lang) {
  const t = strings[lang].exploring;
  const whole = e.downloads.find((f) => f.format === "csv" && f.lang === lang);
  const config = {
    dataset: e.dataset,
    lang,
    regions: e.regions,
    files: { rows: fileUrl(e.dataset.id, e.query.name), rowsBytes: e.query.bytes, engineBytes },
    strings: t,
    everythingUrl: whole ? fileUrl(e.dataset.id, whole.name) : "",
    everythingText: fill(t.download, e.rows.published),
  };
  return { config, everything: fill(t.all, e.rows.published) };
}
