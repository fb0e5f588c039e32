import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { type Entry, listedRows } from "#core/catalog";
import { formatNumber } from "#core/format/format";
import type { Lang } from "#core/language";
import { drawnFields } from "#core/query/stored";
import { listingOf } from "#site/listing";
import { strings } from "#site/strings";
import { fileUrl } from "#site/urls";

const engineBytes = statSync(
  createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
).size;

const fill = (text: string, n: number, of = n): string =>
  text.replace(/\{(n|of)\}/g, (_, key) => formatNumber(key === "of" ? of : n, 0));

/** What the explorer island is told, and what its page says before any choice. */
export function explorerConfig(e: Entry, lang: Lang) {
  const { rangeOf: _, ...sentences } = strings[lang].exploring;
  const t = sentences;
  const all = e.rows.published;
  const listed = listedRows(all);
  const whole = e.downloads.find((f) => f.format === "csv" && f.lang === lang);
  const config = {
    ...listingOf(e, lang),
    rows: all,
    files: {
      parts: e.query.files.map(({ name, format, bytes, fields }) => ({
        url: fileUrl(e.dataset.id, name),
        format,
        bytes,
        fields,
      })),
      engineBytes,
    },
    drawnFirst: [...drawnFields(e.dataset)].every((f) => e.query.files[0]?.fields.includes(f)),
    cubeUrl: fileUrl(e.dataset.id, e.cube.name),
    strings: { ...sentences, blank: strings[lang].blankCell },
    everythingUrl: whole ? fileUrl(e.dataset.id, whole.name) : "",
    everythingText: fill(t.download, all),
  };
  const noScript =
    listed === all ? strings[lang].exploreNoScript : strings[lang].exploreNoScriptFirst;
  const first = listed === all ? "" : fill(t.first, listed, all);
  return { config, everything: fill(t.all, all), first, noScript };
}
