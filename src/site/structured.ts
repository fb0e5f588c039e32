import type { Download, Entry } from "#core/catalog";
import type { Lang } from "#core/language";
import { catalog } from "#site/catalog";
import { config } from "#site/config";
import { absolute, datasetUrl, fileUrl, htmlLang } from "#site/urls";

const mediaTypeByFormat: Readonly<Record<Download["format"], string>> = {
  csv: "text/csv",
  "machine-csv": "text/csv",
  json: "application/json",
  parquet: "application/vnd.apache.parquet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  datapackage: "application/json",
};

/** A dataset as schema.org describes one, for search engines of data. */
export const structured = (e: Entry, lang: Lang) => ({
  "@context": "https://schema.org",
  "@type": "Dataset",
  name: e.dataset.title[lang],
  description: e.dataset.summary[lang],
  url: absolute(datasetUrl(lang, e.dataset.id)),
  inLanguage: htmlLang[lang],
  version: e.version,
  dateModified: catalog().today,
  isAccessibleForFree: true,
  creator: { "@type": "Organization", name: config.operator[lang] || config.name[lang] },
  distribution: e.downloads.map((f) => ({
    "@type": "DataDownload",
    name: f.name,
    encodingFormat: mediaTypeByFormat[f.format],
    contentUrl: absolute(fileUrl(e.dataset.id, f.name)),
    contentSize: `${f.bytes} B`,
    sha256: f.sha256,
  })),
});

/** JSON that may stand in a script element. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c");
