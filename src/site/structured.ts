import type { Download, Entry } from "#core/catalog";
import { type Lang, langs } from "#core/language";
import { catalog } from "#site/catalog";
import { config } from "#site/config";
import { absolute, datasetUrl, fileUrl, guideUrl, home, htmlLang } from "#site/urls";

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
  "@id": datasetId(e, lang),
  name: e.dataset.title[lang],
  description: e.dataset.summary[lang],
  url: datasetId(e, lang),
  inLanguage: htmlLang[lang],
  version: e.version,
  dateModified: e.dataset.source.received,
  isAccessibleForFree: true,
  license: absolute(guideUrl(lang, "licence")),
  ...(e.dates ? { temporalCoverage: `${e.dates.first}/${e.dates.last}` } : {}),
  ...(e.dataset.demonstration ? { creativeWorkStatus: "DEMONSTRATION" } : {}),
  spatialCoverage: { "@type": "Place", name: place[lang] },
  variableMeasured: Object.values(e.dataset.metrics).map((m) => m.label[lang]),
  creator: { "@type": "Organization", name: e.dataset.source.publisher[lang] },
  publisher: { "@type": "Organization", name: publisher(lang) },
  includedInDataCatalog: {
    "@type": "DataCatalog",
    name: config.name[lang],
    url: absolute(home(lang)),
  },
  distribution: e.downloads.map((f) => ({
    "@type": "DataDownload",
    name: f.name,
    encodingFormat: mediaTypeByFormat[f.format],
    contentUrl: absolute(fileUrl(e.dataset.id, f.name)),
    contentSize: `${f.bytes} B`,
    sha256: f.sha256,
  })),
});

const place = { zh: "新疆维吾尔自治区", en: "Xinjiang Uygur Autonomous Region" } as const;
const datasetId = (e: Entry, lang: Lang): string => absolute(datasetUrl(lang, e.dataset.id));
const publisher = (lang: Lang): string => config.operator[lang] || config.name[lang];

const dcatContext = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const typed = (type: string, value: string) => ({ "@type": `xsd:${type}`, "@value": value });
const agent = (name: string) => ({ "@type": "foaf:Agent", "foaf:name": name });

/** A dataset as DCAT describes one, for open-data portals that harvest. */
export const dcatDataset = (e: Entry, lang: Lang) => ({
  "@context": dcatContext,
  ...dcatNode(e, lang),
});

const dcatNode = (e: Entry, lang: Lang) => ({
  "@id": datasetId(e, lang),
  "@type": "dcat:Dataset",
  "dct:identifier": e.dataset.id,
  "dct:title": langs.map((l) => ({ "@language": htmlLang[l], "@value": e.dataset.title[l] })),
  "dct:description": langs.map((l) => ({
    "@language": htmlLang[l],
    "@value": e.dataset.summary[l],
  })),
  "dct:issued": typed("date", e.dataset.source.received),
  "dct:creator": agent(e.dataset.source.publisher[lang]),
  "dct:publisher": agent(publisher(lang)),
  "dct:rights": e.dataset.source.licence[lang],
  "dcat:landingPage": { "@id": datasetId(e, lang) },
  "dcat:version": e.version,
  ...(e.dataset.demonstration ? { "dcat:keyword": ["demonstration"] } : {}),
  "dcat:distribution": e.downloads.map((f) => ({
    "@type": "dcat:Distribution",
    "dct:title": f.name,
    "dcat:downloadURL": { "@id": absolute(fileUrl(e.dataset.id, f.name)) },
    "dcat:mediaType": mediaTypeByFormat[f.format],
    "dcat:byteSize": typed("nonNegativeInteger", String(f.bytes)),
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
      "spdx:checksumValue": typed("hexBinary", f.sha256),
    },
  })),
});

/** All datasets as a DCAT catalog. */
export const dcatCatalog = (lang: Lang) => ({
  "@context": dcatContext,
  "@id": absolute(home(lang)),
  "@type": "dcat:Catalog",
  "dct:title": { "@language": htmlLang[lang], "@value": config.name[lang] },
  "dct:publisher": agent(publisher(lang)),
  "dct:modified": typed("date", catalog().today),
  "dcat:dataset": catalog().datasets.map((e) => ({ "@id": datasetId(e, lang) })),
});

/** JSON that may stand in a script element. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c");
