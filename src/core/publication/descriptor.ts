import type { Download } from "#core/catalog";
import { type Dataset, needField } from "#core/dataset";
import type { Column } from "#core/field";
import { publicFields } from "#core/gate/public";

/** The file that describes a dataset's files to programs, by the Frictionless Data Package specification. */
export const descriptorName = "datapackage.json";

/** A Data Package of the files in the same folder; plain data, ready for JSON. */
export function dataPackage(d: Dataset, version: string, downloads: readonly Download[]) {
  return {
    name: d.id,
    title: both(d.title),
    description: both(d.summary),
    version,
    // The specification's word for a source that states none.
    licenses: [{ name: "notspecified", title: both(d.source.licence) }],
    sources: [{ title: both(d.source.publisher) }],
    ...(d.demonstration ? { keywords: ["demonstration"] } : {}),
    resources: downloads.filter(isForMachines).map((f) => resource(d, f)),
  };
}

const both = (text: { zh: string; en: string }): string => `${text.zh} / ${text.en}`;

const isForMachines = ({ format }: Download): boolean =>
  format === "machine-csv" || format === "json" || format === "parquet";

const mediatypes = {
  "machine-csv": "text/csv",
  json: "application/json",
  parquet: "application/vnd.apache.parquet",
} as const;

function resource(d: Dataset, { name, format, bytes, sha256 }: Download) {
  const file = {
    name: name.toLowerCase(),
    path: name,
    format: name.slice(name.lastIndexOf(".") + 1),
    mediatype: mediatypes[format as keyof typeof mediatypes], // those for machines
    bytes,
    hash: `sha256:${sha256}`,
  };
  if (format === "parquet") return file; // carries its own schema
  return { ...file, profile: "tabular-data-resource", encoding: "utf-8", schema: schema(d) };
}

function schema(d: Dataset) {
  const fields = publicFields(d).map((name) => {
    const f = needField(d, name);
    const required = f.optional ? {} : { required: true };
    const unique = name === d.key ? { unique: true } : {};
    return {
      name,
      title: both(f.label),
      ...describe(f),
      ...typeOf(f),
      constraints: { ...required, ...unique, ...limits(f) },
    };
  });
  return { fields, primaryKey: d.key, missingValues: [""] };
}

function typeOf(f: Column): { type: string; format?: string } {
  switch (f.kind) {
    case "text":
    case "uscc":
    case "region":
    case "documents":
    case "category":
      return { type: "string" };
    case "url":
      return { type: "string", format: "uri" };
    case "date":
      return { type: f.partial ? "string" : "date" };
    case "year":
      return { type: "year" };
    case "month":
      return { type: "yearmonth" };
    case "count":
      return { type: "integer" };
    case "money":
    case "share":
      return { type: "number" };
  }
}

/** A foreign key of the specification stays inside its package; this one leads into another, so that words say it. */
function describe({ help, refers }: Column): { description?: string } {
  const texts = [
    ...(help ? [both(help)] : []),
    ...(refers ? [`数据集 ${refers.to} 的主键 / The primary key of the dataset ${refers.to}`] : []),
  ];
  return texts.length > 0 ? { description: texts.join("\n") } : {};
}

function limits(f: Column) {
  switch (f.kind) {
    case "category":
      return { enum: Object.keys(f.codes) };
    case "count":
      return { minimum: f.min ?? 0, ...(f.max === undefined ? {} : { maximum: f.max }) };
    case "share":
      return { minimum: 0, maximum: 1 };
    case "text":
    case "url":
    case "uscc":
    case "region":
    case "documents":
    case "date":
    case "year":
    case "month":
    case "money":
      return {};
  }
}
